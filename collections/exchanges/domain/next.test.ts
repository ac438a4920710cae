import { describe, expect, it } from 'vitest'
import { type Act, type Actor, actsOf, isDone, next, type Subject } from './next'
import { STATES, type State } from './states'

const now = new Date('2026-11-20T10:00:00Z')
const marie: Actor = { id: 'marie', judge: false }
const paul: Actor = { id: 'paul', judge: false }
const other: Actor = { id: 'other', judge: false }
const staff: Actor = { id: 'staff', judge: true }

const subject = (state: State, more: Partial<Subject> = {}): Subject => ({
  state,
  owes: state === 'evaluated' ? 'post' : 'none',
  requester: 'marie',
  helper: 'paul',
  expiresAt: null,
  ...more,
})

describe('the life of an exchange', () => {
  const steps: [State, Act, Actor, State, string][] = [
    ['asked', 'accept', paul, 'asked', 'hold'],
    ['asked', 'decline', paul, 'declined', 'none'],
    ['asked', 'cancel', marie, 'cancelled', 'none'],
    ['accepted', 'deliver', paul, 'delivered', 'none'],
    ['accepted', 'cancel', marie, 'cancelled', 'void'],
    ['accepted', 'cancel', paul, 'cancelled', 'void'],
    ['delivered', 'approve', marie, 'evaluated', 'post'],
    ['delivered', 'approve', staff, 'evaluated', 'post'],
    ['delivered', 'dispute', marie, 'disputed', 'none'],
    ['delivered', 'dispute', staff, 'disputed', 'none'],
    ['disputed', 'approve', marie, 'evaluated', 'post'],
    ['disputed', 'approve', staff, 'evaluated', 'post'],
    ['disputed', 'release', staff, 'released', 'void'],
    ['evaluated', 'settle', 'system', 'settled', 'none'],
    ['evaluated', 'lose', 'system', 'released', 'none'],
  ]
  it.each(steps)('%s, %s', (from, act, who, to, owes) => {
    expect(next(subject(from), act, who, now)).toEqual({ ok: true, value: { to, owes } })
  })

  const refusals: [State, Act, Actor, string][] = [
    ['asked', 'accept', marie, 'exchange.not-your-turn'],
    ['asked', 'decline', marie, 'exchange.not-your-turn'],
    ['asked', 'cancel', paul, 'exchange.not-your-turn'],
    ['asked', 'accept', other, 'exchange.not-yours'],
    ['asked', 'accept', staff, 'exchange.not-your-turn'],
    ['asked', 'deliver', paul, 'exchange.too-early'],
    ['asked', 'approve', marie, 'exchange.too-early'],
    ['asked', 'confirm', paul, 'exchange.not-your-turn'],
    ['accepted', 'accept', paul, 'exchange.too-late'],
    ['accepted', 'deliver', marie, 'exchange.not-your-turn'],
    ['accepted', 'approve', marie, 'exchange.too-early'],
    ['accepted', 'cancel', staff, 'exchange.not-your-turn'],
    ['delivered', 'approve', paul, 'exchange.not-your-turn'],
    ['delivered', 'approve', { id: 'paul', judge: true }, 'exchange.own-counterpart'],
    ['delivered', 'approve', other, 'exchange.not-yours'],
    ['delivered', 'cancel', marie, 'exchange.too-late'],
    ['delivered', 'expire', 'system', 'exchange.too-late'],
    ['delivered', 'settle', 'system', 'exchange.too-early'],
    ['disputed', 'release', marie, 'exchange.not-your-turn'],
    ['disputed', 'release', paul, 'exchange.not-your-turn'],
    ['disputed', 'release', { id: 'paul', judge: true }, 'exchange.own-counterpart'],
    ['evaluated', 'dispute', marie, 'exchange.too-late'],
    ['settled', 'cancel', marie, 'exchange.too-late'],
    ['cancelled', 'accept', paul, 'exchange.too-late'],
  ]
  it.each(refusals)('%s, %s is refused', (from, act, who, reason) => {
    expect(next(subject(from), act, who, now)).toMatchObject({ ok: false, reason })
  })
})

describe('deadlines', () => {
  const past = { expiresAt: '2026-11-20T10:00:00Z' }
  const later = { expiresAt: '2026-11-20T10:00:01Z' }

  it('refuse people from their instant on, and let the program end the exchange', () => {
    expect(next(subject('asked', past), 'accept', paul, now)).toMatchObject({ reason: 'exchange.expired' })
    expect(next(subject('accepted', past), 'deliver', paul, now)).toMatchObject({
      reason: 'exchange.expired',
    })
    expect(next(subject('asked', past), 'expire', 'system', now)).toMatchObject({ value: { owes: 'none' } })
    expect(next(subject('accepted', past), 'expire', 'system', now)).toMatchObject({
      value: { owes: 'void' },
    })
  })

  it('do nothing before it', () => {
    expect(next(subject('asked', later), 'accept', paul, now).ok).toBe(true)
    expect(next(subject('asked', later), 'expire', 'system', now)).toMatchObject({
      reason: 'exchange.too-early',
    })
  })

  it('wait for an acceptance under way', () => {
    const accepting = subject('asked', { ...past, owes: 'hold' })
    expect(next(accepting, 'expire', 'system', now).ok).toBe(false)
    expect(next(accepting, 'confirm', 'system', now).ok).toBe(true)
  })
})

describe('an acceptance under way', () => {
  const accepting = subject('asked', { owes: 'hold' })

  it('can be cancelled by the requester, and the TS are then freed', () => {
    expect(next(accepting, 'cancel', marie, now)).toEqual({
      ok: true,
      value: { to: 'cancelled', owes: 'void' },
    })
  })
  it('cannot be declined any more', () => {
    expect(next(accepting, 'decline', paul, now)).toMatchObject({ reason: 'exchange.under-way' })
  })
  it('is confirmed only while it is under way', () => {
    expect(next(subject('asked'), 'confirm', 'system', now)).toMatchObject({ reason: 'exchange.too-late' })
  })
})

describe('what is offered', () => {
  it('to each, by state', () => {
    expect(actsOf(subject('asked'), paul, now)).toEqual(['accept', 'decline'])
    expect(actsOf(subject('asked'), marie, now)).toEqual(['cancel'])
    expect(actsOf(subject('asked', { owes: 'hold' }), paul, now)).toEqual([])
    expect(actsOf(subject('accepted'), paul, now)).toEqual(['deliver', 'cancel'])
    expect(actsOf(subject('delivered'), marie, now)).toEqual(['approve', 'dispute'])
    expect(actsOf(subject('delivered'), paul, now)).toEqual([])
    expect(actsOf(subject('disputed'), staff, now)).toEqual(['approve', 'release'])
    for (const state of STATES) expect(actsOf(subject(state), other, now)).toEqual([])
  })
})

it('a step taken is known as done', () => {
  expect(isDone(subject('delivered'), 'accept')).toBe(true)
  expect(isDone(subject('asked'), 'accept')).toBe(false)
  expect(isDone(subject('declined'), 'accept')).toBe(false)
  expect(isDone(subject('settled'), 'approve')).toBe(true)
  expect(isDone(subject('disputed'), 'approve')).toBe(false)
})
