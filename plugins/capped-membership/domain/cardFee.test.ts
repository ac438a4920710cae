import { expect, it } from 'vitest'
import { type Arrival, judgeArrival } from './cardFee'

const arrival = (more: Partial<Arrival>): Arrival => ({
  state: 'accepted',
  dueCents: 500,
  cents: 500,
  paidBy: null,
  checkout: 'a',
  ...more,
})

it.each<[string, Partial<Arrival>, string]>([
  ['the fee of an accepted file', {}, 'keep'],
  ['the same again, joined by it', { state: 'joined', paidBy: 'a' }, 'keep'],
  ['after a cheque', { paidBy: '' }, 'paid-twice'],
  ['after a cheque, joined by it', { state: 'joined', paidBy: '' }, 'paid-twice'],
  ['after another card', { paidBy: 'b' }, 'paid-twice'],
  ['for a file that is refused', { state: 'refused' }, 'not-accepted'],
  ['for a file not decided yet', { state: 'interviewed' }, 'not-accepted'],
  ['for no file', { state: null }, 'not-accepted'],
  ['a cent too little', { cents: 499 }, 'wrong-amount'],
  ['a cent too much', { cents: 501 }, 'wrong-amount'],
])('%s: %s', (_, more, expected) => expect(judgeArrival(arrival(more))).toBe(expected))
