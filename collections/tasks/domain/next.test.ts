import { describe, expect, it } from 'vitest'
import { type Act, addCounts, retryAfterMs, type State, step } from './next'

const STATES: State[] = ['waiting', 'running', 'stopped', 'done', 'failed']

describe('a long act', () => {
  it.each<[Act, Partial<Record<State, State>>]>([
    ['begin', { waiting: 'running' }],
    ['stop', { waiting: 'stopped', running: 'stopped' }],
    ['resume', { stopped: 'waiting', failed: 'waiting' }],
    ['end', { running: 'done' }],
    ['fail', { waiting: 'failed', running: 'failed' }],
  ])('%s leads from %j, and from nowhere else', (act, leads) => {
    for (const state of STATES) {
      const to = step(state, act)
      if (leads[state]) expect(to).toEqual({ ok: true, value: leads[state] })
      else expect(to).toMatchObject({ reason: 'task.wrong-state', detail: { state } })
    }
  })

  it('tries a step again four times, ever later', () => {
    expect([1, 2, 3, 4, 5].map(retryAfterMs)).toEqual([2_000, 10_000, 60_000, 300_000, null])
  })

  it('adds the figures of its steps', () => {
    expect(addCounts({ made: 2 }, { made: 1, already: 3 })).toEqual({ made: 3, already: 3 })
  })
})
