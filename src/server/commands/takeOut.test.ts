import { expect, it } from 'vitest'
import { takeOut } from './takeOut'

it.each([
  [['a', 'b'], ['a', 'b'], undefined],
  [['a', '--out', 'f', 'b'], ['a', 'b'], 'f'],
  [['a', 'b', '--out=f'], ['a', 'b'], 'f'],
  [['a', '--out'], ['a'], ''],
])('%j', (args, rest, file) => {
  expect(takeOut(args)).toEqual({ rest, file })
})
