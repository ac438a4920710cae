import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustment, counterState, NO_SEATS, SEAT_STATES, type SeatState, takesSeat } from './seats'

const counts = (more: Partial<typeof NO_SEATS> = {}) => ({ ...NO_SEATS, ...more })

/** Seats from number 1: `{ confirmed: 2, free: 3 }` is numbers 1–2 taken, 3–5 free. */
const seats = (by: Partial<typeof NO_SEATS>, first = 1) =>
  Object.entries(by)
    .flatMap(([state, n]) => Array<SeatState>(n).fill(state as SeatState))
    .map((state, i) => ({ number: first + i, state }))
const numbers = (list: readonly { number: number }[]) => list.map((s) => s.number)

describe('giving a season its seats', () => {
  it.each([
    ['a new season', [], 3, { make: [1, 2, 3] }],
    ['nothing to do', seats({ free: 3, confirmed: 2 }), 5, {}],
    ['raised', seats({ free: 3, confirmed: 2 }), 7, { make: [6, 7] }],
    ['raised again', seats({ free: 2, retired: 2 }), 6, { restore: [3, 4], make: [5, 6] }],
    ['raised a little', seats({ free: 2, retired: 2 }), 3, { restore: [3] }],
    ['a crash left a hole', seats({ free: 2 }, 2), 3, { make: [1] }],
    ['lowered: the highest free ones go', seats({ free: 4, confirmed: 1 }), 3, { retire: [4, 3] }],
    ['too low', seats({ free: 1, held: 2, confirmed: 2 }), 3, { retire: [1], short: 1 }],
  ] as const)('%s', (_, seen, cap, expected) => {
    const { make, restore, retire, short } = adjustment(seen, cap)
    expect({ make, restore: numbers(restore), retire: numbers(retire), short }).toEqual({
      make: [],
      restore: [],
      retire: [],
      short: 0,
      ...expected,
    })
  })

  it('ends with as many seats as the cap says, takes none from anybody, makes none above it (property)', () => {
    const state = fc.constantFrom(...SEAT_STATES)
    fc.assert(
      fc.property(fc.array(state, { maxLength: 60 }), fc.integer({ min: 1, max: 90 }), (states, cap) => {
        const seen = states.map((s, i) => ({ number: i + 1, state: s }))
        const a = adjustment(seen, cap)
        const inPlay = states.filter((s) => s !== 'retired').length
        const taken = states.filter((s) => s === 'held' || s === 'confirmed').length
        expect(inPlay + a.make.length + a.restore.length - a.retire.length - a.short).toBe(cap)
        expect(a.retire.every((s) => s.state === 'free')).toBe(true)
        expect(a.restore.every((s) => s.state === 'retired')).toBe(true)
        expect(a.make.every((n) => n <= cap && n > seen.length)).toBe(true)
        expect(a.short).toBe(Math.max(0, taken - cap))
      }),
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
