import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, startOfDay } from '@/core/dates'
import { checkTurn, currentTerm, dueStanding, isOverOn, lastDayOfGrace, lastDayOfSeason } from './seasonTurn'

const ZONE = 'Europe/Paris'

describe('a season is over', () => {
  it.each([
    ['new year in Paris, not in London', '2027-01-01', '2026-12-31T23:00:00.000Z'],
    ['the night clocks go forward', '2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['the day after, an hour earlier in UTC', '2027-03-29', '2027-03-28T22:00:00.000Z'],
    ['the night clocks go back', '2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['the day after that', '2027-11-01', '2027-10-31T23:00:00.000Z'],
    ['a leap day', '2028-02-29', '2028-02-28T23:00:00.000Z'],
  ])('from the first instant of its day on, not a millisecond before: %s', (_, endsOn, instant) => {
    const at = startOfDay(endsOn, ZONE)
    expect(at.toISOString()).toBe(instant)
    const onDayOf = (ms: number) => isOverOn({ endsOn }, civilDate(new Date(at.getTime() + ms), ZONE))
    expect([onDayOf(-1), onDayOf(0), onDayOf(1)]).toEqual([false, true, true])
  })

  it('never without an end; its last day is the day before', () => {
    expect(isOverOn({}, '9999-01-01')).toBe(false)
    expect(lastDayOfSeason({ endsOn: '2027-01-01' })).toBe('2026-12-31')
    expect(lastDayOfSeason({ endsOn: '2028-03-01' })).toBe('2028-02-29')
    expect(lastDayOfSeason({})).toBeNull()
  })
})

describe('what memberships make of a member', () => {
  const season = { endsOn: '2027-01-01' }
  it.each([
    ['2026-12-31', 30, 'active'],
    ['2027-01-01', 30, 'grace'],
    ['2027-01-30', 30, 'grace'],
    ['2027-01-31', 30, 'lapsed'],
    ['2026-12-31', 0, 'active'],
    ['2027-01-01', 0, 'lapsed'],
    ['2027-01-01', 1, 'grace'],
    ['2027-01-02', 1, 'lapsed'],
  ])('on %s with %i days of grace: %s', (today, grace, due) => {
    expect(dueStanding([season], today, grace)).toBe(due)
  })

  it('says nothing without any, and never ends what has no end', () => {
    expect(dueStanding([], '2027-01-01', 30)).toBeNull()
    expect(dueStanding([season, {}], '2099-01-01', 30)).toBe('active')
  })

  it('tells the last day of grace', () => {
    expect(lastDayOfGrace('2027-01-01', 30)).toBe('2027-01-30')
    expect(dueStanding([season], lastDayOfGrace('2027-01-01', 30), 30)).toBe('grace')
  })

  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))
  const terms = fc.array(fc.record({ endsOn: fc.option(day) }), { minLength: 1, maxLength: 5 })

  it('only ever goes on as days pass: active, grace, lapsed', () => {
    const rank = { active: 0, grace: 1, lapsed: 2 }
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 90 }), (of, grace) => {
        let before = 0
        for (let n = 0; n < 1700; n += 13) {
          const due = dueStanding(of, addDays('2026-01-01', n), grace)
          const now = rank[due ?? 'active']
          expect(due).not.toBeNull()
          expect(now).toBeGreaterThanOrEqual(before)
          before = now
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is never worse for one more membership, whatever the order', () => {
    const rank = { active: 0, grace: 1, lapsed: 2 }
    fc.assert(
      fc.property(terms, fc.record({ endsOn: fc.option(day) }), day, fc.nat(60), (of, more, today, grace) => {
        const [without, with_] = [dueStanding(of, today, grace), dueStanding([more, ...of], today, grace)]
        expect(rank[with_ ?? 'lapsed']).toBeLessThanOrEqual(rank[without ?? 'lapsed'])
        expect(dueStanding([...of].reverse(), today, grace)).toBe(without)
      }),
    )
  })

  it('is active exactly while there is a card that is not over', () => {
    fc.assert(
      fc.property(terms, day, (of, today) => {
        const current = currentTerm(of, today)
        expect(current).not.toBeNull()
        expect(current && !isOverOn(current, today)).toBe(dueStanding(of, today, 30) === 'active')
      }),
    )
  })
})

describe('the card carried', () => {
  const [old, now, next] = [{ endsOn: '2026-01-01' }, { endsOn: '2027-01-01' }, { endsOn: '2028-01-01' }]
  it.each([
    ['2026-12-31', now],
    ['2027-01-01', next],
    ['2028-01-01', next],
    ['2025-12-31', old],
  ])('on %s', (today, expected) => {
    expect(currentTerm([next, old, now], today)).toBe(expected)
  })
  it('is none without a membership', () => expect(currentTerm([], '2027-01-01')).toBeNull())
})

describe('the days of a season', () => {
  const season = { opensOn: '2027-01-07', renewalOpensOn: '2026-12-01' }
  it.each([
    ['endsOn', { endsOn: '2028-01-01' }, null],
    ['endsOn', { endsOn: '2027-01-07' }, 'ends-before-opening'],
    ['renewalOpensOn', { renewalOpensOn: '2027-01-07' }, null],
    ['renewalOpensOn', { renewalOpensOn: '2027-01-08' }, 'renewal-after-opening'],
    ['renewalClosesOn', { renewalClosesOn: '2026-12-02' }, null],
    ['renewalClosesOn', { renewalClosesOn: '2026-12-01' }, 'renewal-closes-first'],
    ['renewalClosesOn', { renewalClosesOn: '2026-12-02', renewalOpensOn: null }, 'renewal-closes-first'],
    ['renewalClosesOn', {}, null],
  ] as const)('%s %j', (name, change, expected) => {
    expect(checkTurn(name, { ...season, ...change })).toBe(expected)
  })
})
