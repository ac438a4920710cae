import { expect, it } from 'vitest'
import { DAY, MINUTE } from '@/core/clock'
import { nextAttempt } from './retry'

const queued = new Date('2026-11-01T08:00:00Z')
const minutes = (attempts: number, random = 0.5) => {
  const next = nextAttempt(queued, attempts, queued, random)
  return next && (next.getTime() - queued.getTime()) / MINUTE
}

it('waits a minute, then twice as long each time, at most half an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 40].map((n) => minutes(n))).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
})

it('spreads what failed together by a fifth either way', () => {
  expect(minutes(1, 0)).toBeCloseTo(0.8)
  expect(minutes(1, 0.999_999)).toBeCloseTo(1.2)
})

it('gives up after five days', () => {
  expect(nextAttempt(queued, 3, new Date(queued.getTime() + 5 * DAY - 1))).not.toBeNull()
  expect(nextAttempt(queued, 3, new Date(queued.getTime() + 5 * DAY))).toBeNull()
})
