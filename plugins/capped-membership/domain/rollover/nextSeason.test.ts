import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isCivilDate } from '@/core/dates'
import { checkNextSeason, type NextSeason, nameLater, nextSeasonOf, yearLater } from './nextSeason'

const season = {
  name: '2027',
  titleFr: 'Saison 2027',
  titleEn: '2027 season',
  cap: 120,
  feeCents: 500,
  opensOn: '2027-01-07',
}

it.each([
  ['2027-01-07', '2028-01-07'],
  ['2028-02-29', '2029-02-28'],
  ['2027-02-28', '2028-02-28'],
  ['2027-12-31', '2028-12-31'],
])('a year after %s is %s', (day, later) => {
  expect(yearLater(day)).toBe(later)
})

it('a year later is always a day, and a year away (property)', () => {
  const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1901-01-01', n))
  fc.assert(
    fc.property(days, (day) => {
      const later = yearLater(day)
      expect(isCivilDate(later)).toBe(true)
      expect(Number(later.slice(0, 4)) - Number(day.slice(0, 4))).toBe(1)
    }),
  )
})

it.each([
  ['2027', '2028'],
  ['Saison 2026-2027', 'Saison 2027-2028'],
  ['Saison des 120 places', ''],
  ['Printemps', ''],
  ['Lot 12027', ''],
])('%j is followed by %j', (name, next) => {
  expect(nameLater(name)).toBe(next)
})

describe('the season after this one', () => {
  it('has its settings, a year later, and begins where it ends', () => {
    expect(
      nextSeasonOf({
        ...season,
        endsOn: '2027-12-31',
        closesOn: '2027-10-01',
        renewalOpensOn: '2026-12-01',
        renewalClosesOn: '2027-01-20',
        staffTakesSeats: true,
      }),
    ).toEqual({
      name: '2028',
      titleFr: 'Saison 2028',
      titleEn: '2028 season',
      cap: 120,
      feeCents: 500,
      opensOn: '2027-12-31',
      closesOn: '2028-10-01',
      renewalOpensOn: '2027-12-01',
      renewalClosesOn: '2028-01-20',
      endsOn: '2028-12-31',
      staffTakesSeats: true,
    })
  })

  it('is guessed where this one says little, and the guess is good', () => {
    const next = nextSeasonOf(season)
    expect(next).toMatchObject({
      opensOn: '2028-01-07',
      closesOn: '',
      renewalOpensOn: '2027-12-08',
      renewalClosesOn: '',
      endsOn: '2029-01-07',
    })
    expect(checkNextSeason(next, { opensOn: season.opensOn, ends: next.opensOn })).toEqual({
      ok: true,
      value: next,
    })
  })
})

it.each<[Partial<NextSeason>, string, string, string?]>([
  [{ name: ' ' }, 'rollover.name-missing', 'name'],
  [{ titleEn: 'x'.repeat(81) }, 'rollover.name-missing', 'titleEn'],
  [{ cap: 0 }, 'rollover.cap', 'cap'],
  [{ cap: 5001 }, 'rollover.cap', 'cap'],
  [{ cap: 1.5 }, 'rollover.cap', 'cap'],
  [{ cap: Number.NaN }, 'rollover.cap', 'cap'],
  [{ feeCents: -1 }, 'rollover.fee', 'feeCents'],
  [{ feeCents: 1_000_001 }, 'rollover.fee', 'feeCents'],
  [{ opensOn: '' }, 'rollover.day', 'opensOn'],
  [{ endsOn: '2028-02-30' }, 'rollover.day', 'endsOn'],
  [{ opensOn: '2027-01-07' }, 'rollover.opens-first', 'opensOn'],
  [{ closesOn: '2028-01-07' }, 'rollover.closes-first', 'closesOn'],
  [{ renewalOpensOn: '' }, 'rollover.renewal-missing', 'renewalOpensOn'],
  [{ renewalOpensOn: '2028-01-08' }, 'rollover.renewal-after-opening', 'renewalOpensOn'],
  [{ renewalClosesOn: '2027-12-08' }, 'rollover.renewal-closes-first', 'renewalClosesOn'],
  [{ endsOn: '2028-01-07' }, 'rollover.ends-first', 'endsOn'],
  [{}, 'rollover.end-missing', 'lastDay', ''],
  [{}, 'rollover.ends-first', 'lastDay', '2027-01-07'],
])('%j cannot follow: %s in %s', (more, reason, field, ends = '2028-01-07') => {
  const next = { ...nextSeasonOf(season), ...more }
  expect(checkNextSeason(next, { opensOn: season.opensOn, ends })).toMatchObject({
    reason,
    detail: { field },
  })
})
