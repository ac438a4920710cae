import { MINUTE } from '@/core/clock'
import type { RoleGrant, Standing } from '@/core/person'

/** Somebody as staff judges them: what they are and may do at this instant. */
export type Judged = { id: string; standing: Standing; grants: readonly RoleGrant[] }
/** Whoever acts: staff, or the program itself. */
export type Judge = 'system' | { id: string; grants: readonly RoleGrant[] }

const administers = (grants: readonly RoleGrant[]): boolean => grants.some((g) => g.role === 'administrator')
const administrator = (by: Judge): boolean => by === 'system' || administers(by.grants)
const oneself = (by: Judge, whom: Judged): boolean => by !== 'system' && by.id === whom.id

/** Standings from which somebody may be suspended: all that open anything, or may again. */
export const SUSPENDABLE: readonly Standing[] = [
  'prospect',
  'applicant',
  'accepted',
  'active',
  'grace',
  'lapsed',
  'refused',
]
/** Standings from which staff lets somebody go. An applicant's file is decided in its own place. */
export const LEAVING: readonly Standing[] = ['prospect', 'accepted', 'active', 'grace', 'lapsed', 'suspended']

export type Hindrance =
  | 'person.oneself'
  | 'person.administrator'
  | 'person.administers'
  | 'administrator.oneself'
  | 'grant.person-gone'
  | 'grant.members-only'

/** Nobody suspends themselves, and administrators answer to administrators. Lifting follows the same rule. */
export function suspendHindrance(by: Judge, whom: Judged): Hindrance | null {
  if (oneself(by, whom)) return 'person.oneself'
  return administers(whom.grants) && !administrator(by) ? 'person.administrator' : null
}

/** Nobody lets themselves go, and an administrator first ceases to be one. */
export function leaveHindrance(by: Judge, whom: Judged): Hindrance | null {
  if (oneself(by, whom)) return 'person.oneself'
  return administers(whom.grants) ? 'person.administers' : null
}

/** Who is gone holds no role; a loge's roles are for members (domain.md, Loges). */
export function giveHindrance(whom: Judged, grant: RoleGrant): Hindrance | null {
  if (whom.standing === 'left' || whom.standing === 'erased') return 'grant.person-gone'
  const member = whom.standing === 'active' || whom.standing === 'grace'
  return (grant.role === 'coordinator' || grant.role === 'provider') && !member ? 'grant.members-only' : null
}

/** Another administrator takes an administrator's role away: never its holder, by a slip. */
export function endHindrance(by: Judge, whom: Pick<Judged, 'id'>, grant: RoleGrant): Hindrance | null {
  return grant.role === 'administrator' && by !== 'system' && by.id === whom.id
    ? 'administrator.oneself'
    : null
}

/** A form sent twice by a double click: the same hand, a moment ago. */
export function justDone(
  row: { actor?: string | null | undefined; at?: string | null | undefined },
  by: Judge,
  now: Date,
): boolean {
  if (by === 'system' || row.actor !== by.id || !row.at) return false
  return now.getTime() - new Date(row.at).getTime() < MINUTE
}
