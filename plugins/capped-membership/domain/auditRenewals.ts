import type { AuditApplication, AuditMembership, AuditSeat, Finding } from './auditRows'
import { renewalKey } from './keys'

export type AuditRenewal = {
  key: string
  person: string
  state: string
  round?: number | null
}

export type RenewalAudit = {
  season: { id: string }
  seats: readonly AuditSeat[]
  memberships: readonly AuditMembership[]
  applications: readonly AuditApplication[]
  renewals: readonly AuditRenewal[]
}

const AWAITS_FEE = new Set(['accepted', 'waiting'])
const round = (row: { round?: number | null }): number => row.round ?? 1

/** Do answers about renewing, their files and the seats kept agree? For a season at rest. */
export function auditRenewals({
  season,
  seats,
  memberships,
  applications,
  renewals,
}: RenewalAudit): Finding[] {
  const held = new Set(seats.filter((s) => s.state === 'held').map((s) => s.person))
  const members = new Set(memberships.map((m) => m.person))
  return renewals.flatMap((row) => {
    const found: Finding[] = []
    const about = row.key
    const files = applications.filter((a) => a.person === row.person && AWAITS_FEE.has(a.state))
    const own = files.filter((a) => a.kind === 'renewal')
    if (row.key !== renewalKey(row.person, season.id)) found.push({ code: 'renewal.key', about })
    // What was asked for is paid by one file, that of its round; nothing else asked of the member is.
    if (row.state === 'wanted' ? own.length !== 1 || round(own[0] ?? {}) !== round(row) : own.length > 0)
      found.push({ code: 'renewal.file', about })
    if (row.state === 'renewed' && !members.has(row.person))
      found.push({ code: 'renewal.no-membership', about })
    // Unless they applied anew since.
    const gaveUp = row.state === 'declined' || row.state === 'left'
    if (gaveUp && held.has(row.person) && files.length === 0) found.push({ code: 'renewal.seat', about })
    return found
  })
}
