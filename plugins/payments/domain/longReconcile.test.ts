import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween } from '@/core/dates'
import { comparedAtOnce, cursorOf, further, type Place, placeOf, smaller, stepDays } from './longReconcile'

it.each([
  ['2027-01-01', '2027-01-01', true],
  ['2027-01-01', '2027-04-02', true],
  ['2027-01-01', '2027-04-03', false],
])('%s to %s at once: %s', (from, to, atOnce) => {
  expect(comparedAtOnce({ from, to })).toBe(atOnce)
})

it('whatever is too much for a step, every day is compared once, in order, and it ends', () => {
  const start = '2023-01-07'
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900 }),
      fc.array(fc.boolean(), { maxLength: 40 }),
      (length, heavy) => {
        const to = addDays(start, length)
        const seen: number[] = []
        let cursor = '0'
        for (let steps = 0; ; steps++) {
          expect(steps).toBeLessThan(1_000)
          const place: Place = placeOf(cursor, start)
          const days = stepDays(place, to)
          if (heavy[steps] && place.days > 1) {
            cursor = cursorOf(smaller(place))
            continue
          }
          for (let n = daysBetween(start, days.from); n <= daysBetween(start, days.to); n++) seen.push(n)
          if (days.to >= to) break
          cursor = cursorOf(further(place, days, 1))
        }
        expect(seen).toEqual(Array.from({ length: length + 1 }, (_, n) => n))
      },
    ),
  )
})
