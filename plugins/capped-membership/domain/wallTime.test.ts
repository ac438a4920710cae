import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, wallTime } from './wallTime'

const PARIS = 'Europe/Paris'
const read = (local: string) => {
  const r = instantOf(local, PARIS)
  return r.ok ? r.value.toISOString() : r.reason
}

describe('the instant of a wall time', () => {
  it.each([
    ['2027-01-15T14:30', '2027-01-15T13:30:00.000Z'],
    ['2027-07-15T14:30', '2027-07-15T12:30:00.000Z'],
    ['2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T02:00', 'interview.no-such-hour'],
    ['2027-03-28T02:59', 'interview.no-such-hour'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    // The hour that comes twice means its first passing.
    ['2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
  ])('%s is %s', (local, expected) => {
    expect(read(local)).toBe(expected)
  })

  it.each(['', '2027-02-30T10:00', '2027-01-15', '15/01/2027 14:30', '2027-01-15T25:00', '2027-13-01T10:00'])(
    'is refused for %j',
    (local) => {
      expect(read(local)).toBe('date.invalid')
    },
  )

  it('comes back as the same wall time, unless that hour was skipped (property)', () => {
    const minute = fc
      .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
      .map((ms) => ms - (ms % 60_000))
    fc.assert(
      fc.property(minute, (ms) => {
        const local = wallTime(new Date(ms), PARIS)
        const back = instantOf(local, PARIS)
        expect(back.ok).toBe(true)
        if (!back.ok) return
        expect(wallTime(back.value, PARIS)).toBe(local)
        // The same instant, or the first of the two that bear this name.
        expect([0, 3_600_000]).toContain(ms - back.value.getTime())
      }),
    )
  })
})
