import { expect, it } from 'vitest'
import { isAmount, isGood, isHours, isRating, suggestedAmount } from './terms'

it.each([
  [0.5, 1],
  [1, 2],
  [3, 5],
  [4.5, 8],
  [6, 10],
])('%d hours suggest %d TS', (hours, ts) => expect(suggestedAmount(hours)).toBe(ts))

it.each([0, -1, 1.5, 101, Number.NaN, Number.POSITIVE_INFINITY])('%d TS is no amount', (n) =>
  expect(isAmount(n)).toBe(false),
)
it.each([0, 0.25, -1, 100.5, Number.NaN])('%d is no length', (n) => expect(isHours(n)).toBe(false))
it('ratings are 1 to 5, and 1 or 2 call for a review', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 2.5].map(isRating)).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
  expect([1, 2, 3, 4, 5].map(isGood)).toEqual([false, false, true, true, true])
})
