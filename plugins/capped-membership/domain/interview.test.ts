import { expect, it } from 'vitest'
import { DAY } from '@/core/clock'
import { checkInterview } from './interview'

const now = new Date('2027-01-15T10:00:00Z')
const check = (ms: number) => {
  const r = checkInterview(new Date(now.getTime() + ms), now)
  return r.ok ? 'ok' : r.reason
}

it.each([
  [-1, 'interview.in-past'],
  [0, 'interview.in-past'],
  [1, 'ok'],
  [183 * DAY, 'ok'],
  [183 * DAY + 1, 'interview.too-far'],
])('an interview %i ms from now: %s', (ms, expected) => {
  expect(check(ms)).toBe(expected)
})
