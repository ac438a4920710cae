import type { Access, PayloadRequest } from 'payload'
import type { Rule } from '@/core/access'
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
