import { expect, it } from 'vitest'
import { grantsAt } from './grants'

const now = new Date('2026-05-01T00:00:00.000Z')

it.each([
  ['open', { from: '2026-01-01T00:00:00.000Z' }, 1],
  ['from this very instant', { from: '2026-05-01T00:00:00.000Z' }, 1],
  ['a millisecond too early', { from: '2026-05-01T00:00:00.001Z' }, 0],
  ['ending this very instant', { to: '2026-05-01T00:00:00.000Z' }, 0],
  ['ending a millisecond later', { to: '2026-05-01T00:00:00.001Z' }, 1],
])('a grant %s', (_, period, count) => {
  expect(grantsAt([{ role: 'administrator', ...period }], now)).toHaveLength(count)
})

it('unknown roles, unknown areas and missing scopes give nothing', () => {
  const rows = [
    { role: 'king' },
    { role: 'staff', scope: 'everything' },
    { role: 'staff' },
    { role: 'staff', scope: ':send' },
    { role: 'staff', scope: 'newsletter:' },
    { role: 'staff', scope: 'news letter:send' },
    { role: 'coordinator', scope: '' },
  ]
  expect(grantsAt(rows, now)).toEqual([])
})

it('an area of a plugin is one by its form: which there are, granting and signing in know', () => {
  const rows = [{ role: 'staff', scope: 'newsletter:send' }]
  expect(grantsAt(rows, now)).toEqual([{ role: 'staff', area: 'newsletter:send' }])
})
