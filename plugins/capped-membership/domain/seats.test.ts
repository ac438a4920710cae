import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustment, counterState, NO_SEATS, takesSeat } from './seats'

const counts = (more: Partial<typeof NO_SEATS> = {}) => ({ ...NO_SEATS, ...more })

describe('giving a season its seats', () => {
  it.each([
    ['a new season', counts(), 120, { make: 120, restore: 0, retire: 0, short: 0 }],
    [
      'nothing to do',
      counts({ free: 100, confirmed: 20 }),
      120,
      { make: 0, restore: 0, retire: 0, short: 0 },
    ],
    ['raised', counts({ free: 100, confirmed: 20 }), 130, { make: 10, restore: 0, retire: 0, short: 0 }],
    ['raised again', counts({ free: 100, retired: 4 }), 110, { make: 6, restore: 4, retire: 0, short: 0 }],
    ['lowered', counts({ free: 100, confirmed: 20 }), 30, { make: 0, restore: 0, retire: 90, short: 0 }],
    [
      'too low',
      counts({ free: 1, held: 2, confirmed: 20 }),
      20,
      { make: 0, restore: 0, retire: 1, short: 2 },
    ],
  ])('%s', (_, seen, cap, expected) => {
    expect(adjustment(seen, cap)).toEqual(expected)
  })

  it('ends with as many seats as the cap says, and takes none from anybody (property)', () => {
    const n = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(
        fc.record({ free: n, held: n, confirmed: n, retired: n }),
        fc.integer({ min: 1, max: 300 }),
        (seen, cap) => {
          const a = adjustment(seen, cap)
          const inPlay = seen.free + seen.held + seen.confirmed
          expect(inPlay + a.make + a.restore - a.retire - a.short).toBe(cap)
          expect(a.retire).toBeLessThanOrEqual(seen.free)
          expect(a.restore).toBeLessThanOrEqual(seen.retired)
          expect(a.short > 0).toBe(cap < seen.held + seen.confirmed)
        },
      ),
    )
  })
})

it('says what the counter says', () => {
  expect(counterState(counts({ free: 3 }), 'open')).toBe('open')
  expect(counterState(counts({ held: 3 }), 'open')).toBe('full')
  expect(counterState(counts({ free: 3 }), 'upcoming')).toBe('upcoming')
  expect(counterState(counts({ free: 3 }), 'closed')).toBe('closed')
})

it('counts staff only where the season says so', () => {
  expect(takesSeat({ staffTakesSeats: false }, true)).toBe(false)
  expect(takesSeat({ staffTakesSeats: true }, true)).toBe(true)
  expect(takesSeat({ staffTakesSeats: false }, false)).toBe(true)
  expect(takesSeat({}, true)).toBe(false)
})
