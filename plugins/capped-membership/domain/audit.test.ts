import { describe, expect, it } from 'vitest'
import { type AuditInput, auditSeason } from './audit'

/** A season of three seats: Ada joined on the first, Bo holds the second. */
const clean = (): AuditInput => ({
  season: { id: 's', cap: 3 },
  seats: [
    { key: 's:1', number: 1, state: 'confirmed', occupant: 's:ada', person: 'ada' },
    {
      key: 's:2',
      number: 2,
      state: 'held',
      occupant: 's:bo',
      person: 'bo',
      heldUntil: '2027-01-29T23:00:00Z',
    },
    { key: 's:3', number: 3, state: 'free', occupant: 'free:s:3' },
    { key: 's:4', number: 4, state: 'retired', occupant: 'free:s:4' },
  ],
  memberships: [{ key: 'ada:s', person: 'ada', state: 'confirmed', seat: 1, paymentRef: 'p1' }],
  payments: [{ id: 'p1', person: 'ada', settled: 1, application: 'a1' }],
  applications: [
    { id: 'a1', person: 'ada', state: 'joined' },
    { id: 'a2', person: 'bo', state: 'accepted' },
  ],
  standings: new Map([['ada', 'active']]),
})

type Mutable = { -readonly [K in keyof AuditInput]: AuditInput[K] }
const findings = (spoil: (input: Mutable) => void) => {
  const input: Mutable = clean()
  spoil(input)
  return [...new Set(auditSeason(input).map((f) => f.code))].sort()
}
const seat = (input: Mutable, n: number, more: object) => {
  input.seats = input.seats.map((s) => (s.number === n ? { ...s, ...more } : s))
}

describe('the audit of a season', () => {
  it('finds nothing where all agrees', () => {
    expect(auditSeason(clean())).toEqual([])
  })

  it.each<[string, (input: Mutable) => void, string[]]>([
    [
      'a seat too few',
      (i) => {
        i.season = { id: 's', cap: 4 }
      },
      ['seats.not-cap'],
    ],
    ['a free seat with a person', (i) => seat(i, 3, { person: 'cy' }), ['seat.person']],
    ['a wrong occupant', (i) => seat(i, 3, { occupant: 's:cy' }), ['seat.occupant']],
    ['a hold without an end', (i) => seat(i, 2, { heldUntil: null }), ['seat.hold']],
    ['a wrong key', (i) => seat(i, 3, { key: 'x:3' }), ['seat.key']],
    ['two seats for one', (i) => seat(i, 2, { person: 'ada', occupant: 's:ada' }), ['seat.twice']],
    [
      'a confirmed seat without membership',
      (i) => seat(i, 2, { state: 'confirmed', heldUntil: null }),
      ['seat.no-membership'],
    ],
    [
      'a membership on another seat',
      (i) => {
        i.memberships = [{ ...i.memberships[0]!, seat: 2 }]
      },
      ['membership.no-seat'],
    ],
    [
      'a membership without payment',
      (i) => {
        i.payments = []
      },
      ['application.payment', 'membership.no-payment'],
    ],
    [
      'a payment without membership',
      (i) => {
        i.memberships = []
      },
      ['payment.no-membership', 'seat.no-membership'],
    ],
    [
      'a payment not followed up',
      (i) => {
        i.payments = [{ ...i.payments[0]!, settled: 0 }]
      },
      ['payment.unsettled'],
    ],
    [
      'a file left open after payment',
      (i) => {
        i.applications = [{ id: 'a1', state: 'accepted' }]
      },
      ['application.payment'],
    ],
    [
      'a member still only accepted',
      (i) => {
        i.standings = new Map([['ada', 'accepted']])
      },
      ['standing'],
    ],
  ])('finds %s', (_, spoil, expected) => {
    expect(findings(spoil)).toEqual(expected)
  })

  it('lets staff join without a seat', () => {
    expect(
      findings((i) => {
        i.memberships = [
          ...i.memberships,
          { key: 'dee:s', person: 'dee', state: 'confirmed', seat: 0, paymentRef: 'p2' },
        ]
        i.payments = [...i.payments, { id: 'p2', person: 'dee', settled: 1, application: 'a3' }]
        i.applications = [...i.applications, { id: 'a3', person: 'dee', state: 'joined' }]
        i.standings = new Map([
          ['ada', 'active'],
          ['dee', 'active'],
        ])
      }),
    ).toEqual([])
  })
})
