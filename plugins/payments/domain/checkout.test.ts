import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '@/core/clock'
import { laterState, nextStep, PAYABLE_MS, type State, stateOf } from './checkout'

const STATES: State[] = ['new', 'open', 'processing', 'expired', 'failed', 'paid']
const NOW = new Date('2027-01-15T10:00:00Z')

describe('news', () => {
  it('in any order, however often, leads to the same', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...STATES), { minLength: 1 })
          .chain((news) =>
            fc.tuple(fc.constant(news), fc.shuffledSubarray(news, { minLength: news.length })),
          ),
        ([news, shuffled]) => {
          const end = (list: State[]) => list.reduce(laterState, 'new')
          expect(end([...shuffled, ...news])).toBe(end(news))
        },
      ),
    )
  })

  it('paid is the last word', () => {
    for (const heard of STATES) expect(laterState('paid', heard)).toBe('paid')
  })

  it.each([
    ['open', 'unpaid', '', 'open'],
    ['complete', 'paid', 'checkout.session.completed', 'paid'],
    ['complete', 'no_payment_required', '', 'paid'],
    ['complete', 'unpaid', 'checkout.session.completed', 'processing'],
    ['complete', 'paid', 'checkout.session.async_payment_succeeded', 'paid'],
    ['complete', 'unpaid', 'checkout.session.async_payment_failed', 'failed'],
    // Read again after the failure, another way of paying had worked.
    ['complete', 'paid', 'checkout.session.async_payment_failed', 'paid'],
    ['expired', 'unpaid', 'checkout.session.expired', 'expired'],
    [null, 'unpaid', '', 'open'],
  ])('%s, %s by %s: %s', (status, payment_status, event, expected) => {
    expect(stateOf({ status, payment_status }, event)).toBe(expected)
  })
})

describe('who wants to pay', () => {
  const last = (state: State, leftMs: number, more = {}) => ({
    state,
    cents: 500,
    returned: false,
    expiresAt: new Date(NOW.getTime() + leftMs).toISOString(),
    ...more,
  })
  const step = (state: State, leftMs: number, more = {}) => nextStep(last(state, leftMs, more), 500, NOW)

  it('for the first time gets a page', () => expect(nextStep(null, 500, NOW)).toBe('fresh'))

  it.each<[State, number, string]>([
    ['open', 5 * MINUTE, 'use'],
    ['open', 5 * MINUTE - 1, 'replace'],
    ['open', -1, 'replace'],
    ['new', PAYABLE_MS, 'resume'],
    ['new', 30 * MINUTE + 15 * SECOND, 'resume'],
    ['new', 30 * MINUTE + 15 * SECOND - 1, 'replace'],
    ['processing', -MINUTE, 'under-way'],
    ['paid', -MINUTE, 'paid'],
    ['expired', -MINUTE, 'fresh'],
    ['failed', -MINUTE, 'fresh'],
  ])('after %s with %i ms left: %s', (state, left, expected) => {
    expect(step(state, left)).toBe(expected)
  })

  it('gets another page where the amount has changed, or after a refund', () => {
    expect(step('open', PAYABLE_MS, { cents: 400 })).toBe('replace')
    expect(step('new', PAYABLE_MS, { cents: 400 })).toBe('replace')
    expect(step('paid', 0, { returned: true })).toBe('fresh')
  })
})
