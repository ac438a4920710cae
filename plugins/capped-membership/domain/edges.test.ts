import { describe, expect, it } from 'vitest'
import { MINUTE } from '@/core/clock'
import { addDays, type CivilDate, civilDate, startOfDay } from '@/core/dates'
import { holdUntil, isOver, lastDayOf, ONLINE_HOLD_MS, SECURE_MS } from './hold'
import { type RenewableSeason, reminderDue, renewalPhase } from './renewal'
import { phaseOf } from './season'
import { dueStanding } from './seasonTurn'

const PARIS = 'Europe/Paris'
/** Days on which something begins or ends, and the instant at which they begin in Paris. */
const DAYS: [CivilDate, string][] = [
  ['2027-01-01', '2026-12-31T23:00:00.000Z'],
  // Clocks go forward on the last Sunday of March: this day has 23 hours.
  ['2027-03-28', '2027-03-27T23:00:00.000Z'],
  ['2027-03-29', '2027-03-28T22:00:00.000Z'],
  // They go back on the last Sunday of October: 25 hours.
  ['2027-10-31', '2027-10-30T22:00:00.000Z'],
  ['2027-11-01', '2027-10-31T23:00:00.000Z'],
  ['2028-02-29', '2028-02-28T23:00:00.000Z'],
]

const season: RenewableSeason = {
  state: 'open',
  opensOn: '2020-01-01',
  renews: 's',
  renewalOpensOn: '2019-12-01',
}
const GRACE = 30
const REMIND = { first: 30, second: 7, after: 7 }
const of = (more: Partial<RenewableSeason>): RenewableSeason => ({ ...season, ...more })

/** What each edge is a millisecond before its day begins, at that instant, and one after. */
const EDGES: [string, (day: CivilDate, today: CivilDate) => unknown, [unknown, unknown, unknown]][] = [
  ['a season opens', (day, today) => phaseOf(of({ opensOn: day }), today), ['upcoming', 'open', 'open']],
  ['a season closes', (day, today) => phaseOf(of({ closesOn: day }), today), ['open', 'closed', 'closed']],
  [
    'a season is over',
    (day, today) => dueStanding([{ endsOn: day }], today, GRACE),
    ['active', 'grace', 'grace'],
  ],
  [
    'grace is over',
    (day, today) => dueStanding([{ endsOn: addDays(day, -GRACE) }], today, GRACE),
    ['grace', 'lapsed', 'lapsed'],
  ],
  [
    'renewals open',
    (day, today) => renewalPhase(of({ renewalOpensOn: day, opensOn: addDays(day, 40) }), today),
    ['before', 'kept', 'kept'],
  ],
  [
    'seats are not kept any more',
    (day, today) => renewalPhase(of({ renewalClosesOn: day }), today),
    ['kept', 'open', 'open'],
  ],
  [
    'renewals close with the season',
    (day, today) => renewalPhase(of({ renewalClosesOn: addDays(day, -9), closesOn: day }), today),
    ['open', 'closed', 'closed'],
  ],
  [
    'the first reminder is due',
    (day, today) => reminderDue(addDays(day, REMIND.first), today, REMIND),
    [null, 'first', 'first'],
  ],
]

describe.each(DAYS)('the first instant of %s in Paris', (day, instant) => {
  const start = startOfDay(day, PARIS)
  it('is where the day begins', () => expect(start.toISOString()).toBe(instant))

  it.each(EDGES)('to the millisecond: %s', (_, stands, expected) => {
    const at = (ms: number) => stands(day, civilDate(new Date(start.getTime() + ms), PARIS))
    expect([at(-1), at(0), at(1)]).toEqual(expected)
  })

  it('ends a hold whose last day is the day before, to the millisecond', () => {
    // Given at noon, two days before.
    const given = new Date(startOfDay(addDays(day, -3), PARIS).getTime() + 12 * 60 * MINUTE)
    const until = holdUntil(given, 2, PARIS)
    expect(until.toISOString()).toBe(instant)
    expect(lastDayOf(until, PARIS)).toBe(addDays(day, -1))
    const over = (ms: number) => isOver(instant, new Date(start.getTime() + ms))
    expect([over(-1), over(0), over(1)]).toEqual([false, true, true])
  })
})

describe('a hold of minutes', () => {
  // 03:00 in summer comes right after 01:59; 02:00 comes twice in autumn.
  it.each([
    '2027-03-28T00:59:59.999Z',
    '2027-03-28T01:00:00.000Z',
    '2027-10-31T00:59:59.999Z',
    '2027-10-31T01:00:00.000Z',
  ])('lasts as long whatever clocks on the wall do: from %s', (from) => {
    for (const length of [SECURE_MS, ONLINE_HOLD_MS]) {
      const until = new Date(Date.parse(from) + length)
      const over = (ms: number) => isOver(until.toISOString(), new Date(until.getTime() + ms))
      expect([over(-1), over(0), over(1)]).toEqual([false, true, true])
    }
  })
})
