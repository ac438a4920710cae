import { expect, it } from 'vitest'
import { paceOf } from './projector'

it.each([
  ['nothing to speak of', 0, 0, 50],
  ['what fits', 5, 0, 50],
  ['nine times what it took', 40, 0, 360],
  ['what is left of that', 40, 200, 160],
  ['as ever, once that is over', 40, 5_000, 50],
  ['never longer than two seconds', 60_000, 0, 2_000],
])('balances wait %s', (_, tookMs, agoMs, wait) => {
  expect(paceOf(50, tookMs, agoMs)).toBe(wait)
})

it('pools keep their own pace', () => {
  expect(paceOf(2_000, 500, 0)).toBe(2_000)
})
