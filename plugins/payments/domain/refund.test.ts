import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isReturned, laterState, type State, stateOf } from './refund'

it.each([
  ['succeeded', 'done'],
  ['pending', 'sent'],
  ['requires_action', 'sent'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
  [null, 'sent'],
])('%s: %s', (status, expected) => expect(stateOf(status)).toBe(expected))

it('news in any order leads to the same, and a failure is never undone by late news', () => {
  const states = fc.array(fc.constantFrom<State>('asked', 'sent', 'done', 'failed', 'replaced'), {
    minLength: 1,
  })
  const end = (list: State[]) => list.reduce(laterState, 'asked')
  fc.assert(
    fc.property(states, (news) => {
      expect(end([...news].reverse())).toBe(end(news))
    }),
  )
  expect(laterState('failed', 'done')).toBe('failed')
  expect(laterState('replaced', 'failed')).toBe('replaced')
})

it.each<[[number, State][], boolean]>([
  [[], false],
  [[[500, 'asked']], true],
  [[[200, 'done']], false],
  [
    [
      [200, 'done'],
      [300, 'sent'],
    ],
    true,
  ],
  [[[500, 'failed']], false],
])('of 5 € with %j given back all is: %s', (refunds, expected) => {
  expect(
    isReturned(
      500,
      refunds.map(([cents, state]) => ({ cents, state })),
    ),
  ).toBe(expected)
})
