import { newId } from '@/core/ids'
import { type App, decide, fact, insertDeciding, type NewFact } from '@/hooks'
import { CARD_REFUNDS } from '../contract'
import { foreignRefundKey } from '../domain/keys'
import { laterState, stateOf } from '../domain/refund'
import { type CheckoutRow, findCheckout, findRefund, findRefundByKey, type RefundRow } from './rows'

/** What is known of a refund at Stripe; `refund` and `attempt` are ours, where it bears them. */
export type RefundHeard = {
  stripeId: string | null
  status: string | null
  cents: number
  refund: string | null
  attempt: number | null
  failure?: string | null
}

/**
 * Takes note of news about a refund, in any order and however often. One that bears no id of ours was made at Stripe
 * by hand: it gets a row of its own. The row decides `payments.refunded` and `payments.refund-failed`, once an attempt.
 */
export async function settleRefund(app: App, checkout: string, heard: RefundHeard): Promise<void> {
  const to = stateOf(heard.status)
  for (;;) {
    const row = await rowOf(app, checkout, heard)
    if (!row) return
    // News of an attempt that was given up.
    if (heard.attempt !== null && heard.attempt !== row.attempt) return
    const state = laterState(row.state, to)
    if (state === row.state && (row.stripeId || !heard.stripeId)) return
    const change = {
      state,
      ...(heard.stripeId ? { stripeId: heard.stripeId } : {}),
      ...(heard.failure ? { failure: heard.failure } : {}),
      ...(state === 'done' && row.state !== 'done'
        ? { cents: heard.cents, doneAt: app.clock.now().toISOString() }
        : {}),
    }
    if (await decide(app, CARD_REFUNDS, row, change, factsOf(app, row, state, heard.cents))) return
  }
}

function factsOf(app: App, row: RefundRow, state: RefundRow['state'], cents: number): NewFact[] {
  if (state === row.state) return []
  const { id: refund, checkout, ref, person, attempt } = row
  const about = { refund, checkout, ref, person }
  if (state === 'done') return [fact(app, 'payments.refunded', `${refund}:${attempt}`, { ...about, cents })]
  return state === 'failed' ? [fact(app, 'payments.refund-failed', `${refund}:${attempt}`, about)] : []
}

async function rowOf(app: App, checkout: string, heard: RefundHeard): Promise<RefundRow | null> {
  if (heard.refund) {
    const ours = await findRefund(app, heard.refund)
    return ours?.checkout === checkout ? ours : null
  }
  if (!heard.stripeId) return null
  const key = foreignRefundKey(heard.stripeId)
  const there = await findRefundByKey(app, key)
  if (there) return there
  const paid = await findCheckout(app, checkout)
  if (paid) await insertDeciding(app, CARD_REFUNDS, byHand(paid, key, heard), [])
  return findRefundByKey(app, key)
}

const byHand = ({ id, ref, person }: CheckoutRow, key: string, { cents }: RefundHeard) => ({
  id: newId(),
  key,
  checkout: id,
  ref,
  person,
  cents,
  reason: 'at-stripe',
  askedBy: 'stripe',
  state: 'sent',
  attempt: 1,
})
