import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilDate,
  formatDate,
  formatDateTime,
  formatDay,
  formatMeeting,
  isCivilDate,
  relativeTime,
  startOfDay,
} from './dates'

describe('civil dates in Paris', () => {
  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z'],
    // The days on which clocks change, and those after.
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (date, instant) => {
    expect(startOfDay(date).toISOString()).toBe(instant)
    expect(civilDate(new Date(instant))).toBe(date)
    expect(civilDate(new Date(new Date(instant).getTime() - 1))).toBe(addDays(date, -1))
  })

  it('every day begins where the one before ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Noronha'),
        (n, zone) => {
          const date = addDays('1990-01-01', n)
          const start = startOfDay(date, zone)
          expect(civilDate(start, zone)).toBe(date)
          expect(civilDate(new Date(start.getTime() - 1), zone)).toBe(addDays(date, -1))
        },
      ),
    )
  })

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', null])('%s is not a date', (value) => {
    expect(isCivilDate(value)).toBe(false)
  })
})

it('French says premier for the first of the month only', () => {
  expect(formatDate('2026-01-01', 'fr')).toBe('1er\u00a0janvier 2026')
  expect(formatDate('2026-01-11', 'fr')).toBe('11\u00a0janvier 2026')
  expect(formatDate('2026-01-01', 'en')).toBe('1\u00a0January 2026')
})

it('day and month, « à » and the hour, stay on one line; the year may go to the next', () => {
  const at = '2026-11-30T13:05:00Z'
  expect(formatDateTime(at, 'fr')).toBe('30\u00a0novembre 2026 à\u00a014:05')
  expect(formatDateTime(at, 'en')).toBe('30\u00a0November 2026 at 14:05')
})

it('when people meet', () => {
  expect(formatMeeting('2026-11-30T13:05:00Z', 'fr')).toBe('lundi 30\u00a0novembre 2026 à\u00a014:05')
  expect(formatMeeting('2027-01-01T13:05:00Z', 'fr')).toBe('vendredi 1er\u00a0janvier 2027 à\u00a014:05')
  expect(formatMeeting('2026-11-30T13:05:00Z', 'en')).toBe('Monday 30\u00a0November 2026 at 14:05')
})

it('a day of a week near', () => {
  expect(formatDay('2027-01-01T09:00:00Z', 'fr')).toBe('vendredi 1er\u00a0janvier')
  expect(formatDay('2027-01-15', 'fr')).toBe('vendredi 15\u00a0janvier')
  expect(formatDay('2027-01-15', 'en')).toBe('Friday 15\u00a0January')
})

it('near dates are said in words', () => {
  const now = new Date('2026-05-10T12:00:00Z')
  expect(relativeTime('2026-05-10T11:59:40Z', now, 'fr')).toBe('à l’instant')
  expect(relativeTime('2026-05-07T12:00:00Z', now, 'fr')).toBe('il y a 3\u00a0jours')
  expect(relativeTime('2026-05-10T14:00:00Z', now, 'en')).toBe('in 2\u00a0hours')
})

it('days near are those of the calendar, in the zone', () => {
  const friday = new Date('2026-11-27T15:30:00Z')
  expect(relativeTime('2026-11-28T22:30:00Z', friday, 'fr')).toBe('demain')
  expect(relativeTime('2026-11-29T13:00:00Z', friday, 'fr')).toBe('après-demain')
  expect(relativeTime('2026-11-30T10:00:00Z', friday, 'fr')).toBe('dans 3\u00a0jours')
  expect(relativeTime('2026-11-26T12:00:00Z', friday, 'fr')).toBe('hier')
  expect(relativeTime('2026-11-25T20:00:00Z', friday, 'fr')).toBe('avant-hier')
  expect(relativeTime('2026-11-28T23:30:00Z', friday, 'fr', 'Europe/London')).toBe('demain')
  expect(relativeTime('2026-11-28T23:30:00Z', friday, 'fr', 'Europe/Paris')).toBe('après-demain')
})
