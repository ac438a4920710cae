import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs } from './backoff'

const figures = { base: 2_000, factor: 3, max: 100_000, jitter: 0.25 }

it('grows by its factor up to the most', () => {
  expect([1, 2, 3, 4, 5, 50].map((n) => backoffMs(n, figures, 0.5))).toEqual([
    2_000, 6_000, 18_000, 54_000, 100_000, 100_000,
  ])
})

it('stays within its jitter', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (n, random) => {
        const exact = backoffMs(n, figures, 0.5)
        const wait = backoffMs(n, figures, random)
        expect(wait).toBeGreaterThanOrEqual(Math.floor(exact * 0.75))
        expect(wait).toBeLessThanOrEqual(Math.ceil(exact * 1.25))
      },
    ),
  )
})
