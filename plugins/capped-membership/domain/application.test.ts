import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Act, isOpen, mainAct, mayStep, type State, step } from './application'

const STATES: State[] = [
  'received',
  'interview-planned',
  'interviewed',
  'accepted',
  'joined',
  'refused',
  'waiting',
  'withdrawn',
  'left',
]
const ACTS: Act[] = [
  'plan-interview',
  'call-off-interview',
  'record-interview',
  'accept',
  'refuse',
  'join',
  'wait',
  'seat',
  'withdraw',
  'leave',
]

/** The whole table: what each act makes of each state; a dash refuses. */
const TABLE: Record<State, (State | '-')[]> = {
  received: ['interview-planned', '-', '-', '-', 'refused', '-', '-', '-', '-', '-'],
  'interview-planned': [
    'interview-planned',
    'received',
    'interviewed',
    '-',
    'refused',
    '-',
    '-',
    '-',
    '-',
    '-',
  ],
  interviewed: ['-', '-', 'interviewed', 'accepted', 'refused', '-', 'waiting', '-', '-', '-'],
  accepted: ['-', '-', '-', '-', '-', 'joined', 'waiting', '-', 'withdrawn', '-'],
  joined: ['-', '-', '-', '-', '-', '-', '-', '-', '-', 'left'],
  refused: ['-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  waiting: ['-', '-', '-', '-', '-', 'joined', '-', 'accepted', 'withdrawn', '-'],
  withdrawn: ['-', '-', '-', '-', '-', 'joined', '-', '-', '-', '-'],
  left: ['-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
}

describe('the acts on a file', () => {
  it.each(STATES.flatMap((state) => ACTS.map((act, i) => [state, act, TABLE[state][i]] as const)))(
    '%s, %s → %s',
    (state, act, to) => {
      const done = step(state, act)
      expect(done.ok ? done.value : '-').toBe(to)
      expect(mayStep(state, act)).toBe(to !== '-')
    },
  )

  it('never accept without an interview, whatever the order of acts (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 30 }), (acts) => {
        let state: State = 'received'
        let interviewed = false
        for (const act of acts) {
          const done = step(state, act)
          if (!done.ok) continue
          if (act === 'record-interview') interviewed = true
          if (act === 'accept') expect(interviewed).toBe(true)
          if (act === 'join') expect(['accepted', 'waiting', 'withdrawn']).toContain(state)
          if (act === 'join' || act === 'wait') expect(interviewed).toBe(true)
          state = done.value
        }
      }),
    )
  })

  it('leave one main act in each state that awaits staff', () => {
    for (const state of STATES) expect(mainAct(state) !== null).toBe(isOpen(state) || state === 'accepted')
  })
})
