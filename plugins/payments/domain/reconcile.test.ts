import { expect, it } from 'vitest'
import { type OurPayment, type OurRefund, reconcile, type TheirPayment, type TheirRefund } from './reconcile'

const PERIOD = { from: '2027-01-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z' }
const IN = '2027-01-15T10:00:00.000Z'

const they = (more: Partial<TheirPayment> = {}): TheirPayment => ({
  intent: 'pi_1',
  cents: 500,
  at: IN,
  checkout: 'c1',
  ...more,
})
const we = (more: Partial<OurPayment> = {}): OurPayment => ({
  checkout: 'c1',
  intent: 'pi_1',
  cents: 500,
  at: IN,
  paid: true,
  ...more,
})
const theirRefund = (more: Partial<TheirRefund> = {}): TheirRefund => ({
  id: 're_1',
  intent: 'pi_1',
  cents: 500,
  at: IN,
  state: 'done',
  ...more,
})
const ourRefund = (more: Partial<OurRefund> = {}): OurRefund => ({
  refund: 'r1',
  stripeId: 're_1',
  checkout: 'c1',
  cents: 500,
  at: IN,
  state: 'done',
  ...more,
})

type Case = {
  payments?: [TheirPayment[], OurPayment[]]
  refunds?: [TheirRefund[], OurRefund[]]
  kinds: string[]
  compared?: number
  foreign?: number
}
it.each<[string, Case]>([
  ['both say the same', { payments: [[they()], [we()]], kinds: [], compared: 1 }],
  ['nothing at all', { kinds: [], compared: 0 }],
  [
    'paid there, open here',
    { payments: [[they()], [we({ paid: false, at: null, intent: null })]], kinds: ['payment-unknown'] },
  ],
  ['paid here, not there', { payments: [[], [we()]], kinds: ['payment-missing'] }],
  ['other amounts', { payments: [[they({ cents: 501 })], [we()]], kinds: ['payment-amount'] }],
  [
    'somebody else’s',
    {
      payments: [[they({ checkout: null, intent: 'pi_2' })], [we()]],
      kinds: ['payment-missing'],
      foreign: 1,
    },
  ],
  [
    'somebody else’s with an id like ours',
    { payments: [[they({ checkout: 'c9', intent: 'pi_9' })], []], kinds: [], foreign: 1 },
  ],
  [
    'paid a second before midnight, noted after',
    {
      payments: [[they({ at: '2026-12-31T23:59:59.000Z' })], [we({ at: '2027-01-01T00:00:01.000Z' })]],
      kinds: [],
    },
  ],
  [
    'paid before the end, noted after it',
    {
      payments: [[they({ at: '2027-01-31T23:59:59.999Z' })], [we({ at: '2027-02-01T00:00:00.000Z' })]],
      kinds: [],
      compared: 1,
    },
  ],
  [
    'outside on both sides',
    { payments: [[they({ at: PERIOD.to })], [we({ at: PERIOD.to })]], kinds: [], compared: 0 },
  ],
  [
    'given back on both sides',
    { payments: [[they()], [we()]], refunds: [[theirRefund()], [ourRefund()]], kinds: [], compared: 2 },
  ],
  [
    'given back there by hand',
    { payments: [[they()], [we()]], refunds: [[theirRefund()], []], kinds: ['refund-unknown'] },
  ],
  [
    'given back here, not there',
    { payments: [[they()], [we()]], refunds: [[], [ourRefund()]], kinds: ['refund-missing'] },
  ],
  [
    'waits here, done there',
    {
      payments: [[they()], [we()]],
      refunds: [[theirRefund()], [ourRefund({ state: 'sent', at: null })]],
      kinds: ['refund-state'],
    },
  ],
  [
    'done here, failed there',
    {
      payments: [[they()], [we()]],
      refunds: [[theirRefund({ state: 'failed' })], [ourRefund()]],
      kinds: ['refund-state'],
    },
  ],
  [
    'nothing was left to give back',
    { payments: [[they()], [we()]], refunds: [[], [ourRefund({ stripeId: null, cents: 0 })]], kinds: [] },
  ],
  ['somebody else’s refund', { refunds: [[theirRefund({ intent: 'pi_9' })], []], kinds: [], compared: 0 }],
])('%s', (_, { payments = [[], []], refunds = [[], []], kinds, compared, foreign = 0 }) => {
  const found = reconcile(
    { payments: payments[0], refunds: refunds[0] },
    { payments: payments[1], refunds: refunds[1] },
    PERIOD,
  )
  expect(found.differences.map((d) => d.kind)).toEqual(kinds)
  if (compared !== undefined) expect(found.compared).toBe(compared)
  expect(found.foreign.count).toBe(foreign)
})

it('sums up each side', () => {
  const found = reconcile(
    {
      payments: [they(), they({ intent: 'pi_2', checkout: 'c2', cents: 700 })],
      refunds: [theirRefund({ cents: 200 })],
    },
    {
      payments: [we(), we({ checkout: 'c2', intent: 'pi_2', cents: 600 })],
      refunds: [ourRefund({ cents: 100 })],
    },
    PERIOD,
  )
  expect(found).toMatchObject({ theirs: { paid: 1200, returned: 200 }, ours: { paid: 1100, returned: 100 } })
})
