import { describe, expect, it } from 'vitest'
import { checkRefund, MAX_ROUNDS, moneyDue, nextRound } from './departure'

describe('the money due', () => {
  it.each([
    ['no payment', null, 0, 'none'],
    ['a fee of nothing', { cents: 0, method: 'free' }, 0, 'none'],
    ['cash', { cents: 500, method: 'cash' }, 500, 'by-hand'],
    ['a cheque', { cents: 500, method: 'cheque' }, 500, 'by-hand'],
    ['a transfer', { cents: 750, method: 'transfer' }, 750, 'by-hand'],
    ['a card, or whatever else a plugin takes', { cents: 500, method: 'card' }, 500, 'by-card'],
  ])('%s', (_, payment, cents, money) => {
    expect(moneyDue(payment)).toEqual({ cents, money })
  })
})

describe('money given back by hand', () => {
  const given = (on: string, method = 'cash') => checkRefund({ method, on }, '2027-03-28', '2027-04-02')
  it.each([
    ['today', '2027-04-02', true],
    ['tomorrow', '2027-04-03', false],
    ['on the day of the wish', '2027-03-28', true],
    ['a month before it was noted', '2027-02-25', true],
    ['earlier than that', '2027-02-24', false],
    ['on a day there is not', '2027-02-30', false],
    ['on no day', 'hier', false],
  ])('%s', (_, on, fits) => {
    const checked = given(on)
    expect(checked.ok).toBe(fits)
    if (!checked.ok) expect(checked.reason).toBe('refund.wrong-date')
  })
  it('by a way that passes through hands only', () => {
    for (const method of ['cash', 'cheque', 'transfer'])
      expect(given('2027-04-01', method)).toMatchObject({ value: method })
    for (const method of ['card', 'free', ''])
      expect(given('2027-04-01', method)).toMatchObject({ reason: 'refund.wrong-method' })
  })
})

describe('applying again in the same season', () => {
  const file = (state: string, round = 1, mayReapply = false) => ({ state, round, mayReapply })
  it.each([
    ['without a file', [], 1],
    ['while a file is open', [file('received')], null],
    ['while one waits for a seat', [file('waiting')], null],
    ['as a member', [file('joined')], null],
    ['after a refusal', [file('refused')], null],
    ['after a refusal, where staff allows it', [file('refused', 1, true)], 2],
    ['after giving up', [file('withdrawn')], 2],
    ['after leaving', [file('left')], 2],
    ['after leaving twice', [file('left', 2), file('left')], 3],
    ['while the second file is open', [file('left'), file('interviewed', 2)], null],
    ['without end', [file('left', MAX_ROUNDS)], null],
  ])('%s', (_, files, round) => {
    expect(nextRound(files)).toBe(round)
  })
})
