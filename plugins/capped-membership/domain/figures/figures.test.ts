import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/core/dates'
import { funnel, type Group, STAGES, stageOf, tallyCodes } from './funnel'
import { plotPeriod, type SeatFact, seatDays, thinned } from './seatDays'

const PARIS = 'Europe/Paris'
const fact = (kind: SeatFact['kind'], seat: number, rev: number, at: string): SeatFact => ({
  kind,
  seat,
  rev,
  at,
})

describe('seats day by day', () => {
  it('are what stood at the end of each day, in the association’s zone', () => {
    const facts = [
      fact('held', 1, 2, '2027-01-07T10:00:00.000Z'),
      // Half an hour before midnight in Paris, then half an hour after.
      fact('held', 2, 2, '2027-01-07T22:30:00.000Z'),
      fact('confirmed', 1, 3, '2027-01-07T23:30:00.000Z'),
      fact('freed', 2, 3, '2027-01-09T09:00:00.000Z'),
    ]
    expect(seatDays(facts, { from: '2027-01-06', to: '2027-01-10' }, PARIS)).toEqual([
      { day: '2027-01-06', taken: 0, held: 0 },
      { day: '2027-01-07', taken: 0, held: 2 },
      { day: '2027-01-08', taken: 1, held: 1 },
      { day: '2027-01-09', taken: 1, held: 0 },
      { day: '2027-01-10', taken: 1, held: 0 },
    ])
  })

  it('count what came before the period', () => {
    const [day] = seatDays(
      [fact('confirmed', 1, 2, '2026-12-01T10:00:00.000Z')],
      { from: '2027-01-07', to: '2027-01-07' },
      PARIS,
    )
    expect(day).toEqual({ day: '2027-01-07', taken: 1, held: 0 })
  })

  it('follow the order of each seat, though a clock went back', () => {
    const facts = [
      fact('confirmed', 1, 3, '2027-01-07T10:00:00.000Z'),
      fact('held', 1, 2, '2027-01-08T10:00:00.000Z'),
    ]
    const days = seatDays(facts, { from: '2027-01-07', to: '2027-01-08' }, PARIS)
    expect(days.map((d) => d.taken)).toEqual([0, 1])
    expect(days.map((d) => d.held)).toEqual([0, 0])
  })

  it('end where the seats stand, and never count more than there are (property)', () => {
    const kinds = fc.array(fc.constantFrom<SeatFact['kind']>('held', 'confirmed', 'freed'), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 12 }), fc.integer({ min: 0, max: 40 }), (seats, spread) => {
        const facts = seats.flatMap((of, s) =>
          of.map((kind, i) =>
            fact(kind, s, i, `${addDays('2027-01-01', (i * 7 + s * 3) % (spread + 1))}T12:00:00.000Z`),
          ),
        )
        const days = seatDays(facts, { from: '2027-01-01', to: '2027-02-15' }, PARIS)
        const last = (kind: string) => seats.filter((of) => of.at(-1) === kind).length
        expect(days.at(-1)).toMatchObject({ taken: last('confirmed'), held: last('held') })
        for (const { taken, held } of days) {
          expect(Math.min(taken, held)).toBeGreaterThanOrEqual(0)
          expect(taken + held).toBeLessThanOrEqual(seats.length)
        }
      }),
    )
  })

  it('are thinned to what can be seen, the last one kept', () => {
    const days = Array.from({ length: 365 }, (_, i) => i)
    expect(thinned(days, 100)).toHaveLength(92)
    expect(thinned(days, 100).at(-1)).toBe(364)
    expect(thinned([1, 2], 100)).toEqual([1, 2])
    expect(thinned([], 100)).toEqual([])
  })

  it.each([
    ['of an open season, until today', { state: 'open', closesOn: null }, [], '2027-01-07', '2027-03-01'],
    [
      'of one that has ended, until its closing day',
      { state: 'open', closesOn: '2027-02-01' },
      [],
      '2027-01-07',
      '2027-02-01',
    ],
    [
      'of one closed by hand, until the last thing',
      { state: 'closed', closesOn: null },
      ['2027-01-20'],
      '2027-01-07',
      '2027-01-20',
    ],
    [
      'from the first seat, when it came before the opening',
      { state: 'open', closesOn: null },
      ['2027-01-02'],
      '2027-01-02',
      '2027-03-01',
    ],
    [
      'of one to come, a day',
      { state: 'open', closesOn: null, opensOn: '2028-01-07' },
      [],
      '2027-03-01',
      '2027-03-01',
    ],
  ])('run %s', (_, more, days, from, to) => {
    const facts = days.map((day, i) => fact('held', i, 2, `${day}T12:00:00.000Z`))
    const season = { opensOn: '2027-01-07', ...more }
    expect(plotPeriod(season, facts, '2027-03-01', PARIS)).toEqual({ from, to })
  })
})

describe('how far applications come', () => {
  const group = (more: Partial<Group>): Group => ({
    state: 'received',
    planned: false,
    interviewed: false,
    decision: null,
    reasonCode: null,
    n: 1,
    ...more,
  })

  it.each([
    ['received', {}],
    ['planned', { state: 'interview-planned', planned: true }],
    ['joined', { state: 'joined' }],
    ['joined', { state: 'left', decision: 'accepted' }],
    ['received', { state: 'refused', decision: 'refused' }],
    ['planned', { state: 'refused', decision: 'refused', planned: true }],
    ['interviewed', { state: 'refused', decision: 'refused', planned: true, interviewed: true }],
    ['accepted', { state: 'withdrawn', decision: 'accepted' }],
  ] as const)('to %s: %j', (stage, more) => {
    expect(stageOf(group(more))).toBe(stage)
  })

  it('is told for each stage, those after it included (property)', () => {
    const states = ['received', 'interview-planned', 'interviewed', 'accepted', 'joined', 'refused']
    const any = fc.record({
      state: fc.constantFrom(...states),
      planned: fc.boolean(),
      interviewed: fc.boolean(),
      decision: fc.constantFrom(null, 'accepted', 'refused'),
      reasonCode: fc.constant(null),
      n: fc.integer({ min: 0, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (groups) => {
        const reached = STAGES.map((stage) => funnel(groups)[stage])
        expect(reached[0]).toBe(groups.reduce((sum, g) => sum + g.n, 0))
        expect(reached).toEqual(reached.toSorted((a, b) => b - a))
      }),
    )
  })

  it('and reasons, the most frequent first', () => {
    expect(
      tallyCodes([
        { code: 'other', n: 1 },
        { code: null, n: 2 },
        { code: 'charter', n: 3 },
        { code: 'other', n: 1 },
      ]),
    ).toEqual([
      { code: 'charter', n: 3 },
      { code: '', n: 2 },
      { code: 'other', n: 2 },
    ])
  })
})
