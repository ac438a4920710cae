import { auditDepartures, type DepartureAudit } from './auditDepartures'
import { auditLine, type LineAudit } from './auditLine'
import { auditRenewals, type RenewalAudit } from './auditRenewals'
import type { AuditApplication, AuditMembership, AuditPayment, AuditSeat, Finding } from './auditRows'
import { freeOccupant, isMembershipKey, occupantKey, seatKey } from './keys'

export type AuditInput = {
  season: { id: string; cap: number }
  seats: readonly AuditSeat[]
  memberships: readonly AuditMembership[]
  payments: readonly AuditPayment[]
  applications: readonly AuditApplication[]
  standings: ReadonlyMap<string, string>
} & Pick<LineAudit, 'line' | 'invites'> &
  Pick<DepartureAudit, 'departures' | 'refunds'> &
  Pick<RenewalAudit, 'renewals'>

/** Standings a person with a membership in force may have. */
const AGREES = new Set(['active', 'grace', 'lapsed', 'suspended', 'left', 'erased'])

/**
 * Does everything about one season agree? For a season at rest: what is still on its way (a payment not yet
 * followed by its seat) is a finding too.
 */
export function auditSeason(input: AuditInput): Finding[] {
  return [
    ...seatsThemselves(input),
    ...membershipsAndSeats(input),
    ...paymentsAndMemberships(input),
    ...applicationsAndMemberships(input),
    ...standingsAgree(input),
    ...auditLine(input),
    ...auditDepartures(input),
    ...auditRenewals(input),
  ]
}

function seatsThemselves({ season, seats }: AuditInput): Finding[] {
  const found: Finding[] = []
  const inPlay = seats.filter((s) => s.state !== 'retired')
  if (inPlay.length !== season.cap)
    found.push({ code: 'seats.not-cap', about: `${inPlay.length} of ${season.cap}` })
  const people = new Set<string>()
  for (const seat of seats) {
    if (seat.key !== seatKey(season.id, seat.number)) found.push({ code: 'seat.key', about: seat.key })
    const empty = seat.state === 'free' || seat.state === 'retired'
    const expected =
      empty || !seat.person ? freeOccupant(season.id, seat.number) : occupantKey(season.id, seat.person)
    if (seat.occupant !== expected) found.push({ code: 'seat.occupant', about: seat.key })
    if (empty === Boolean(seat.person)) found.push({ code: 'seat.person', about: seat.key })
    if ((seat.state === 'held') !== Boolean(seat.heldUntil))
      found.push({ code: 'seat.hold', about: seat.key })
    if (seat.person && people.has(seat.person)) found.push({ code: 'seat.twice', about: seat.person })
    if (seat.person) people.add(seat.person)
  }
  return found
}

function membershipsAndSeats({ season, seats, memberships }: AuditInput): Finding[] {
  const found: Finding[] = []
  const confirmed = new Map(
    seats.filter((s) => s.state === 'confirmed').map((s) => [s.person ?? '', s.number]),
  )
  const current = memberships.filter((m) => m.state === 'confirmed')
  if (new Set(current.map((m) => m.person)).size !== current.length)
    found.push({ code: 'membership.twice', about: season.id })
  for (const m of current) {
    if (!isMembershipKey(m.key, m.person, season.id)) found.push({ code: 'membership.key', about: m.key })
    // Seat 0: a member of staff who takes none.
    if (m.seat === 0 ? confirmed.has(m.person) : confirmed.get(m.person) !== m.seat)
      found.push({ code: 'membership.no-seat', about: m.key })
  }
  const members = new Set(current.map((m) => m.person))
  for (const [person, n] of confirmed)
    if (!members.has(person)) found.push({ code: 'seat.no-membership', about: seatKey(season.id, n) })
  return found
}

function paymentsAndMemberships({ memberships, payments }: AuditInput): Finding[] {
  const found: Finding[] = []
  const byRef = new Map(memberships.map((m) => [m.paymentRef ?? '', m]))
  for (const p of payments) {
    if (byRef.get(p.id)?.person !== p.person) found.push({ code: 'payment.no-membership', about: p.id })
    if (p.settled !== 1) found.push({ code: 'payment.unsettled', about: p.id })
  }
  const known = new Set(payments.map((p) => p.id))
  for (const m of memberships)
    if (m.state === 'confirmed' && !known.has(m.paymentRef ?? ''))
      found.push({ code: 'membership.no-payment', about: m.key })
  return found
}

function applicationsAndMemberships({ applications, payments }: AuditInput): Finding[] {
  const paid = new Set(payments.map((p) => p.application))
  return applications
    .filter((a) => (a.state === 'joined' || a.state === 'left') !== paid.has(a.id))
    .map((a) => ({ code: 'application.payment', about: a.id }))
}

function standingsAgree({ memberships, standings }: AuditInput): Finding[] {
  return memberships
    .filter((m) => m.state === 'confirmed' && !AGREES.has(standings.get(m.person) ?? ''))
    .map((m) => ({ code: 'standing', about: m.person }))
}
