import { expect, it } from 'vitest'
import { sayingOf } from './same'

it.each([
  [{ a: 1, b: null }, { a: 1 }],
  [{ a: { b: null, c: {} } }, {}],
  [{ list: [] }, { list: null }],
  [
    { b: 2, a: 1 },
    { a: 1, b: 2 },
  ],
])('%j says what %j says', (one, other) => {
  expect(sayingOf(one)).toBe(sayingOf(other))
})

it.each([
  [{ a: 0 }, {}],
  [{ a: '' }, {}],
  [{ a: false }, {}],
  [{ a: '1' }, { a: 1 }],
  [{ list: [null, 1] }, { list: [1] }],
])('%j does not say what %j says', (one, other) => {
  expect(sayingOf(one)).not.toBe(sayingOf(other))
})
