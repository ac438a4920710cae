import { type PluginArea, type RoleGrant, STAFF_AREAS, type StaffArea } from '@/core/person'

export const ROLES = ['administrator', 'staff', 'coordinator', 'provider'] as const
export type Role = (typeof ROLES)[number]

/** A grant as it stands in its row: `scope` is the area of staff, or the loge of a coordinator or provider. */
export type GrantRow = { role: string; scope?: string | null; from?: string | null; to?: string | null }

/** The area or the loge of a grant; '' for an administrator. */
export const scopeOf = (grant: RoleGrant): string =>
  grant.role === 'staff' ? grant.area : grant.role === 'administrator' ? '' : grant.loge

/** The key that a grant holds until it is ended: unique, so a person has a role once at a time. */
export const openKey = (person: string, grant: RoleGrant): string =>
  `open:${person}:${grant.role}:${scopeOf(grant)}`

/** Its end has come: by hand or by date. */
export const isOver = (row: { to?: string | null }, now: Date): boolean =>
  Boolean(row.to && new Date(row.to) <= now)

/** The grants in force at an instant; the period is half-open, [from, to). Unknown roles give nothing. */
export function grantsAt(rows: readonly GrantRow[], now: Date): RoleGrant[] {
  const at = now.toISOString()
  return rows.filter((g) => (!g.from || g.from <= at) && (!g.to || at < g.to)).flatMap(toGrant)
}

function toGrant(row: GrantRow): RoleGrant[] {
  const grant = grantOf(row.role, row.scope)
  return grant ? [grant] : []
}

/** The grant that a role and a scope make; null for what gives nothing. */
export function grantOf(role: string, given?: string | null): RoleGrant | null {
  const scope = given ?? ''
  if (role === 'administrator') return { role }
  if (role === 'staff' && isArea(scope)) return { role, area: scope }
  if ((role === 'coordinator' || role === 'provider') && scope) return { role, loge: scope }
  return null
}

/** An area of the house, or one that a plugin may have: which plugins there are is not known here. */
const isArea = (scope: string): scope is StaffArea =>
  (STAFF_AREAS as readonly string[]).includes(scope) || isPluginArea(scope)

const isPluginArea = (scope: string): scope is PluginArea => /^[a-z0-9-]{1,60}:[a-z0-9.-]{1,60}$/.test(scope)
