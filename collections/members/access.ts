import type { Access, PayloadRequest } from 'payload'
import { administrator, or, type Rule, staffFor } from '@/core/access'
import type { Person, Visitor } from '@/core/person'

/** The person behind a Payload request, as read at this request by our sign-in strategy. */
export function personOf(req: Pick<PayloadRequest, 'user'>): Visitor {
  const user = req.user as { person?: Person } | null | undefined
  return user?.person ?? null
}

/** A core rule as a Payload access function. */
export const allow =
  (rule: Rule): Access =>
  ({ req }) =>
    rule(personOf(req))

/** Closed to everyone through REST, GraphQL and the admin: rows that only services write. */
export const closed: Access = () => false

/** Suspends somebody and lifts it: those who moderate. */
export const suspends: Rule = staffFor('moderation')

/** Lets somebody go: those who let people in. */
export const letsGo: Rule = staffFor('applications')

/** Gives roles and ends them (domain.md, People). */
export const givesRoles: Rule = administrator

/** Opens the files of people: those who act on them, and nobody else of staff. */
export const seesPeople: Rule = or(letsGo, suspends)
