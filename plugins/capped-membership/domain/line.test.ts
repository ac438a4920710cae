import { describe, expect, it } from 'vitest'
import { LINE_STATES } from '../contract'
import { type LineAct, type LineState, lineStep, mayInvite } from './line'

const ACTS: LineAct[] = ['invite', 'seat', 'miss', 'withdraw', 'remove', 'favour', 'level']

/** The whole table: what each act makes of each state; a dash refuses. */
const TABLE: Record<LineState, (LineState | '-')[]> = {
  waiting: ['invited', 'seated', '-', 'withdrawn', 'removed', 'waiting', 'waiting'],
  invited: ['-', 'seated', 'missed', 'withdrawn', 'removed', '-', '-'],
  seated: ['-', '-', '-', '-', '-', '-', '-'],
  missed: ['-', 'seated', '-', 'withdrawn', 'removed', '-', '-'],
  withdrawn: ['-', 'seated', '-', '-', '-', '-', '-'],
  removed: ['-', 'seated', '-', '-', '-', '-', '-'],
}

describe('the acts in line', () => {
  it.each(LINE_STATES.flatMap((state) => ACTS.map((act, i) => [state, act, TABLE[state][i]] as const)))(
    '%s, %s → %s',
    (state, act, to) => {
      const done = lineStep(state, act)
      expect(done.ok ? done.value : '-').toBe(to)
      if (!done.ok) expect(done.detail).toEqual({ state })
    },
  )
})

it.each([
  ['open', true],
  ['closed', false],
  ['upcoming', false],
  ['hidden', false],
] as const)('a season that is %s invites: %s', (phase, invites) => {
  expect(mayInvite(phase)).toBe(invites)
})
