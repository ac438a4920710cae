import type Stripe from 'stripe'
import type { App } from '@/hooks'
import { findCheckout, findRefund, type RefundRow } from './rows'
import { settleRefund } from './settleRefund'
import { problemOf, stripeOf } from './stripeOf'

/**
 * Has Stripe give the money back. Before it asks it looks whether it asked before: an idempotency key is forgotten
 * after a day, the refund is not. Throws while Stripe does not answer: it is tried again.
 */
export async function sendRefund(app: App, id: string): Promise<void> {
  const row = await findRefund(app, id)
  if (row?.state !== 'asked' && row?.state !== 'sent') return
  const [stripe, checkout] = [await stripeOf(app), await findCheckout(app, row.checkout)]
  if (!stripe) throw new Error('a refund waits for the key of Stripe')
  if (!checkout?.paymentIntent) throw new Error(`no payment at Stripe for checkout ${row.checkout}`)
  const there = await earlier(stripe, row, checkout.paymentIntent)
  if (there) return settle(app, row, there)
  try {
    const made = await stripe.refunds.create(
      {
        payment_intent: checkout.paymentIntent,
        reason: 'requested_by_customer',
        metadata: { checkout: row.checkout, ref: row.ref, refund: row.id, attempt: String(row.attempt) },
      },
      { idempotencyKey: `refund:${row.id}:${row.attempt}` },
    )
    await settle(app, row, made)
  } catch (error) {
    const problem = problemOf(error)
    if (problem?.type !== 'StripeInvalidRequestError') throw error
    // Given back at Stripe by hand meanwhile: nothing is left to give. Else staff has to look.
    const covered = problem.code === 'charge_already_refunded'
    app.log.warn({ refund: id, ...problem }, 'Stripe did not take a refund')
    await settleRefund(app, row.checkout, {
      stripeId: row.stripeId ?? null,
      status: covered ? 'succeeded' : 'failed',
      cents: 0,
      refund: row.id,
      attempt: row.attempt,
      failure: problem.code || problem.type,
    })
  }
}

const settle = (app: App, row: RefundRow, refund: Stripe.Refund) =>
  settleRefund(app, row.checkout, {
    stripeId: refund.id,
    status: refund.status,
    cents: refund.amount,
    refund: row.id,
    attempt: row.attempt,
    failure: refund.failure_reason ?? null,
  })

/** The refund this very attempt made, if its answer was lost. */
async function earlier(
  stripe: Stripe,
  row: RefundRow,
  paymentIntent: string,
): Promise<Stripe.Refund | undefined> {
  const { data } = await stripe.refunds.list({ payment_intent: paymentIntent, limit: 100 })
  return data.find(({ metadata }) => metadata?.refund === row.id && metadata.attempt === String(row.attempt))
}
