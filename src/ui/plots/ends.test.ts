import fc from 'fast-check'
import { expect, it } from 'vitest'
import { namesAt } from './ends'

it('a name stands above its line, below at the top of the plot', () => {
  expect(namesAt([100], 200)).toEqual([91])
  expect(namesAt([12], 200)).toEqual([31])
})

it('of two lines that end together one name goes below', () => {
  expect(namesAt([100, 103], 200)).toEqual([91, 122])
  expect(namesAt([103, 100], 200)).toEqual([122, 91])
})

it('no name stands upon another, nor out of the plot', () => {
  const end = fc.double({ min: 12, max: 188, noNaN: true })
  fc.assert(
    fc.property(fc.array(end, { minLength: 1, maxLength: 3 }), (ends) => {
      const at = namesAt(ends, 200).sort((a, b) => a - b)
      for (const [i, y] of at.entries()) {
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThanOrEqual(196)
        if (i > 0) expect(y - (at[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9)
      }
    }),
  )
})
