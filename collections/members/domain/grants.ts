import { type RoleGrant, STAFF_AREAS, type StaffArea } from '@/core/person'

export const ROLES = ['administrator', 'staff', 'coordinator', 'provider'] as const
export type Role = (typeof ROLES)[number]

/** A grant as it stands in its row: `scope` is the area of staff, or the loge of a coordinator or provider. */
export type GrantRow = { role: string; scope?: string | null; from?: string | null; to?: string | null }

/** The grants in force at an instant; the period is half-open, [from, to). Unknown roles give nothing. */
export function grantsAt(rows: readonly GrantRow[], now: Date): RoleGrant[] {
  const at = now.toISOString()
  return rows.filter((g) => (!g.from || g.from <= at) && (!g.to || at < g.to)).flatMap(toGrant)
}

function toGrant(row: GrantRow): RoleGrant[] {
  const scope = row.scope ?? ''
  if (row.role === 'administrator') return [{ role: 'administrator' }]
  if (row.role === 'staff' && (STAFF_AREAS as readonly string[]).includes(scope))
    return [{ role: 'staff', area: scope as StaffArea }]
  if ((row.role === 'coordinator' || row.role === 'provider') && scope)
    return [{ role: row.role, loge: scope }]
  return []
}
