import type { AuditMembership, AuditPayment, Finding } from './auditRows'
import { refundKey } from './keys'

export type AuditDeparture = {
  id: string
  membership: string
  person: string
  payment?: string | null
  cents: number
  money: string
  round?: number | null
  settled: number
}
export type AuditRefund = {
  id: string
  key: string
  departure: string
  payment: string
  person: string
  cents: number
}

export type DepartureAudit = {
  memberships: readonly (AuditMembership & { id: string })[]
  payments: readonly AuditPayment[]
  departures: readonly AuditDeparture[]
  refunds: readonly AuditRefund[]
}

/** Do departures, the memberships they ended and the money given back agree? For a season at rest. */
export function auditDepartures({ memberships, payments, departures, refunds }: DepartureAudit): Finding[] {
  return [
    ...departures.flatMap((d) => auditDeparture(d, memberships, payments, refunds)),
    ...refunds.flatMap((r) => auditRefund(r, departures)),
  ]
}

function auditDeparture(
  d: AuditDeparture,
  memberships: DepartureAudit['memberships'],
  payments: readonly AuditPayment[],
  refunds: readonly AuditRefund[],
): Finding[] {
  const found: Finding[] = []
  const about = d.id
  const membership = memberships.find((m) => m.id === d.membership)
  if (membership?.state !== 'ended' || membership.person !== d.person)
    found.push({ code: 'departure.membership', about })
  const paid = payments.find((p) => p.id === d.payment)?.cents ?? 0
  // Less is due where some of it was given back before, at the card's provider.
  if (d.cents > paid) found.push({ code: 'departure.cents', about })
  if ((d.money === 'none') !== (d.cents === 0)) found.push({ code: 'departure.money', about })
  if (d.settled !== 1) found.push({ code: 'departure.unsettled', about })
  // One a round; that of the last where it was given back.
  const given = refunds.filter((r) => r.departure === d.id).length
  if (given !== (d.round ?? 1) - (d.money === 'refunded' ? 0 : 1))
    found.push({ code: 'departure.refund', about })
  return found
}

/** Money given back is what a departure says, to the person who left; in rounds before the last it may have been another sum. */
function auditRefund(r: AuditRefund, departures: readonly AuditDeparture[]): Finding[] {
  const d = departures.find(({ id }) => id === r.departure)
  const last = r.key === refundKey(r.payment, d?.round ?? 1)
  const agrees = d && d.payment === r.payment && d.person === r.person && (!last || d.cents === r.cents)
  return agrees ? [] : [{ code: 'refund.departure', about: r.id }]
}
