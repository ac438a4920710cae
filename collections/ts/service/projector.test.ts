import { expect, it } from 'vitest'
import { paceOf } from './projector'

it.each([
  ['nothing to speak of', 0, 50],
  ['what fits', 5, 50],
  ['nine times what it took', 40, 360],
  ['never longer than two seconds', 60_000, 2_000],
])('balances wait %s', (_, tookMs, wait) => {
  expect(paceOf(50, tookMs)).toBe(wait)
})

it('pools keep their own pace', () => {
  expect(paceOf(2_000, 500)).toBe(2_000)
})
