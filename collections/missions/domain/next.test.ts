import { describe, expect, it } from 'vitest'
import { type Act, type Actor, actsOf, isDone, next } from './next'
import { STATES, type State } from './states'

const poster: Actor = { id: 'poster', verifies: false }
const staff: Actor = { id: 'staff', verifies: true }
const other: Actor = { id: 'other', verifies: false }
const at = (state: State) => ({ state, postedBy: 'poster' })

it.each<[State, Act, Actor, State]>([
  ['draft', 'submit', poster, 'to-verify'],
  ['draft', 'edit', poster, 'draft'],
  ['draft', 'withdraw', staff, 'withdrawn'],
  ['to-verify', 'publish', staff, 'published'],
  ['to-verify', 'return', staff, 'draft'],
  ['to-verify', 'edit', staff, 'to-verify'],
  ['to-verify', 'withdraw', poster, 'withdrawn'],
  ['published', 'close', poster, 'closed'],
  ['published', 'close', staff, 'closed'],
  ['published', 'edit', staff, 'published'],
])('%s, %s', (state, act, who, to) => {
  expect(next(at(state), act, who)).toEqual({ ok: true, value: { to } })
})

it.each<[State, Act, Actor, string]>([
  ['draft', 'submit', other, 'mission.not-yours'],
  ['draft', 'submit', staff, 'mission.not-yours'],
  ['draft', 'publish', staff, 'mission.not-now'],
  ['to-verify', 'publish', poster, 'mission.staff-only'],
  ['to-verify', 'publish', other, 'mission.not-yours'],
  ['to-verify', 'edit', poster, 'mission.staff-only'],
  ['published', 'submit', poster, 'mission.not-now'],
  ['published', 'return', staff, 'mission.not-now'],
  ['closed', 'withdraw', poster, 'mission.not-now'],
  ['withdrawn', 'publish', staff, 'mission.not-now'],
])('%s, %s is refused', (state, act, who, reason) => {
  expect(next(at(state), act, who)).toMatchObject({ ok: false, reason })
})

describe('what is offered', () => {
  it('to others: nothing, ever', () => {
    for (const state of STATES) expect(actsOf(at(state), other)).toEqual([])
  })
  it('to the poster and to staff', () => {
    expect(actsOf(at('draft'), poster)).toEqual(['submit', 'edit', 'withdraw'])
    expect(actsOf(at('to-verify'), poster)).toEqual(['withdraw'])
    expect(actsOf(at('to-verify'), staff)).toEqual(['publish', 'return', 'edit', 'withdraw'])
    expect(actsOf(at('closed'), staff)).toEqual([])
  })
})

it('an act done is known as done', () => {
  expect(isDone('published', 'publish')).toBe(true)
  expect(isDone('draft', 'publish')).toBe(false)
})
