import { describe, expect, it } from 'vitest'
import { type AuditInput, auditSeason } from './audit'

const paidBack = { id: 'r4', key: 'refund:p4', departure: 'd4', payment: 'p4', person: 'di', cents: 500 }

/** A season of three seats: Ada joined on the first, Bo holds the second, Cy holds the third, invited; Di left. */
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
    {
      key: 's:3',
      number: 3,
      state: 'held',
      occupant: 's:cy',
      person: 'cy',
      heldUntil: '2027-01-29T23:00:00Z',
    },
    { key: 's:4', number: 4, state: 'retired', occupant: 'free:s:4' },
  ],
  memberships: [
    { id: 'm1', key: 'ada:s', person: 'ada', state: 'confirmed', seat: 1, paymentRef: 'p1' },
    { id: 'm4', key: 'di:s', person: 'di', state: 'ended', seat: 3, paymentRef: 'p4' },
  ],
  payments: [
    { id: 'p1', person: 'ada', settled: 1, application: 'a1', cents: 500 },
    { id: 'p4', person: 'di', settled: 1, application: 'a4', cents: 500 },
  ],
  applications: [
    { id: 'a1', person: 'ada', state: 'joined' },
    { id: 'a2', person: 'bo', state: 'accepted' },
    { id: 'a3', person: 'cy', state: 'accepted' },
    { id: 'a4', person: 'di', state: 'left' },
    { id: 'a5', person: 'ed', state: 'waiting' },
  ],
  line: [
    { key: 's:cy', person: 'cy', application: 'a3', state: 'invited' },
    { key: 's:ed', person: 'ed', application: 'a5', state: 'waiting' },
  ],
  invites: true,
  departures: [
    { id: 'd4', membership: 'm4', person: 'di', payment: 'p4', cents: 500, money: 'refunded', settled: 1 },
  ],
  refunds: [paidBack],
  standings: new Map([['ada', 'active']]),
  renewals: [],
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

const inLine = (input: Mutable, person: string, more: object) => {
  input.line = input.line.map((r) => (r.person === person ? { ...r, ...more } : r))
}
const left = (input: Mutable, more: object) => {
  input.departures = input.departures.map((d) => ({ ...d, ...more }))
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
    ['a retired seat with a person', (i) => seat(i, 4, { person: 'fy' }), ['seat.person']],
    ['a wrong occupant', (i) => seat(i, 3, { occupant: 's:fy' }), ['seat.occupant']],
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
        i.memberships = i.memberships.map((m) => (m.person === 'ada' ? { ...m, seat: 2 } : m))
      },
      ['membership.no-seat'],
    ],
    [
      'a membership without payment',
      (i) => {
        i.payments = i.payments.filter((p) => p.person !== 'ada')
      },
      ['application.payment', 'membership.no-payment'],
    ],
    [
      'a payment without membership',
      (i) => {
        i.memberships = i.memberships.filter((m) => m.person !== 'ada')
      },
      ['payment.no-membership', 'seat.no-membership'],
    ],
    [
      'a payment not followed up',
      (i) => {
        i.payments = i.payments.map((p) => (p.person === 'ada' ? { ...p, settled: 0 } : p))
      },
      ['payment.unsettled'],
    ],
    [
      'a file left open after payment',
      (i) => {
        i.applications = i.applications.map((a) => (a.id === 'a1' ? { ...a, state: 'accepted' } : a))
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
    [
      'a member twice',
      (i) => {
        i.memberships = [...i.memberships, { ...i.memberships[0]!, id: 'm9', key: 'ada:s:2' }]
      },
      ['membership.twice'],
    ],
    [
      'a key of no membership',
      (i) => {
        i.memberships = i.memberships.map((m) => (m.person === 'ada' ? { ...m, key: 'ada:s:1' } : m))
      },
      ['membership.key'],
    ],
    // Who waits, and for what.
    [
      'somebody invited without a seat',
      (i) => inLine(i, 'cy', { person: 'fy', key: 's:fy' }),
      ['line.file', 'line.seat'],
    ],
    [
      'somebody who waits and holds a seat',
      (i) => inLine(i, 'cy', { state: 'waiting' }),
      ['line.file', 'line.seat'],
    ],
    ['a wrong key in line', (i) => inLine(i, 'ed', { key: 'x' }), ['line.key']],
    [
      'a file in line without its row',
      (i) => inLine(i, 'ed', { state: 'missed' }),
      ['application.not-in-line', 'line.file'],
    ],
    [
      'somebody seated who is no member',
      (i) => inLine(i, 'ed', { state: 'seated' }),
      ['application.not-in-line', 'line.file', 'line.no-membership'],
    ],
    [
      'a free seat while somebody waits',
      (i) => {
        i.season = { id: 's', cap: 4 }
        seat(i, 4, { state: 'free' })
      },
      ['line.seat-free'],
    ],
    // Who left, and the money.
    [
      'a departure whose membership goes on',
      (i) => {
        i.memberships = i.memberships.filter((m) => m.person !== 'di')
      },
      ['departure.membership', 'payment.no-membership'],
    ],
    ['a departure not followed up', (i) => left(i, { settled: 0 }), ['departure.unsettled']],
    [
      'a greater amount due than was paid',
      (i) => left(i, { cents: 600 }),
      ['departure.cents', 'refund.departure'],
    ],
    ['nothing due of something', (i) => left(i, { money: 'none' }), ['departure.money', 'departure.refund']],
    ['a refund that is not marked', (i) => left(i, { money: 'by-hand' }), ['departure.refund']],
    [
      'a refund marked that is not there',
      (i) => {
        i.refunds = []
      },
      ['departure.refund'],
    ],
    [
      'what failed due again, and nothing given before',
      (i) => {
        left(i, { money: 'by-hand', round: 2 })
        i.refunds = []
      },
      ['departure.refund'],
    ],
    ['a second time given back, once noted', (i) => left(i, { round: 2 }), ['departure.refund']],
    [
      'another amount given back the second time',
      (i) => {
        left(i, { round: 2, cents: 200 })
        i.refunds = [...i.refunds, { ...paidBack, id: 'r5', key: 'refund:p4:2', cents: 300 }]
      },
      ['refund.departure'],
    ],
    [
      'another amount given back',
      (i) => {
        i.refunds = i.refunds.map((r) => ({ ...r, cents: 501 }))
      },
      ['refund.departure'],
    ],
  ])('finds %s', (_, spoil, expected) => {
    expect(findings(spoil)).toEqual(expected)
  })

  it('lets some of a refund fail, be due again, and be given another way', () => {
    expect(findings((i) => left(i, { money: 'by-hand', round: 2, cents: 200 }))).toEqual([])
    expect(
      findings((i) => {
        left(i, { round: 2, cents: 200 })
        i.refunds = [...i.refunds, { ...paidBack, id: 'r5', key: 'refund:p4:2', cents: 200 }]
      }),
    ).toEqual([])
  })

  it('lets staff join without a seat', () => {
    expect(
      findings((i) => {
        i.memberships = [
          ...i.memberships,
          { id: 'm2', key: 'dee:s', person: 'dee', state: 'confirmed', seat: 0, paymentRef: 'p2' },
        ]
        i.payments = [...i.payments, { id: 'p2', person: 'dee', settled: 1, application: 'a9', cents: 500 }]
        i.applications = [...i.applications, { id: 'a9', person: 'dee', state: 'joined' }]
        i.standings = new Map([
          ['ada', 'active'],
          ['dee', 'active'],
        ])
      }),
    ).toEqual([])
  })
})

describe('the audit of renewals', () => {
  const renewal = (row: object, applications: AuditInput['applications'] = []) =>
    findings((input) => {
      input.renewals = [{ key: 'bo:s', person: 'bo', state: 'wanted', ...row }]
      input.applications = [...input.applications.filter((a) => a.person !== 'bo'), ...applications]
    })
  const file = { id: 'a2', person: 'bo', state: 'accepted', kind: 'renewal' }

  it('finds nothing where the answer, the file of its round and the seat agree', () => {
    expect(renewal({}, [file])).toEqual([])
    expect(
      renewal({ round: 2 }, [
        { ...file, state: 'withdrawn' },
        { ...file, id: 'a9', round: 2 },
      ]),
    ).toEqual([])
    expect(renewal({ state: 'offered' })).toEqual([])
    // Declined, then applied as anybody.
    expect(renewal({ state: 'declined' }, [{ ...file, kind: 'joining' }])).toEqual([])
  })

  it.each([
    ['asked for without a file', {}, [], ['renewal.file']],
    ['a file of another round', { round: 2 }, [file], ['renewal.file']],
    ['declined, its fee still asked for', { state: 'declined' }, [file], ['renewal.file']],
    ['declined, its seat still kept', { state: 'declined' }, [], ['renewal.seat']],
    ['renewed without a membership', { state: 'renewed' }, [], ['renewal.no-membership']],
    ['of another person’s key', { key: 'ada:s', state: 'offered' }, [], ['renewal.key']],
  ])('finds %s', (_, row, applications, codes) => {
    expect(renewal(row, applications)).toEqual(codes)
  })
})
