import type { App } from '@/hooks'
import type { CheckoutState } from '../contract'
import { importRefunds } from './importRefunds'
import { noteDispute } from './noteDispute'
import { type CheckoutRow, type EventRow, findCheckout, findCheckoutByPayment, findEvent } from './rows'
import { settleCheckout, settleSession } from './settleCheckout'
import { settleRefund } from './settleRefund'
import { stripeOf } from './stripeOf'

/**
 * What follows from a piece of news, after the answer to Stripe. Throws while Stripe is needed and does not answer:
 * the delivery is tried again.
 */
export async function followEvent(app: App, id: string): Promise<void> {
  const event = await findEvent(app, id)
  if (!event) return
  const checkout = await checkoutOf(app, event)
  if (!checkout) {
    app.log.debug({ event: event.key, type: event.type }, 'news about a payment that is not ours')
    return
  }
  if (event.kind === 'session') return void (await settleCheckout(app, checkout.id, sessionHeard(event)))
  // Whatever else is said of a payment, it says that it was made: that may be the first we hear of it.
  await paidFirst(app, checkout)
  if (event.kind === 'dispute') return noteDispute(app, checkout.id, event)
  if (event.kind === 'refunds') return readRefunds(app, checkout, event)
  await settleRefund(app, checkout.id, {
    stripeId: event.object,
    status: event.status ?? null,
    cents: event.cents ?? 0,
    refund: event.refund ?? null,
    attempt: event.attempt ?? null,
  })
}

const sessionHeard = (event: EventRow) => ({
  sessionId: event.object,
  state: event.status as CheckoutState,
  cents: event.cents ?? null,
  paymentIntent: event.paymentIntent ?? null,
})

/** By our id, else by the payment; where the payment is not known yet, Stripe is asked what it bears. */
async function checkoutOf(app: App, event: EventRow): Promise<CheckoutRow | null> {
  if (event.checkout) return findCheckout(app, event.checkout)
  if (!event.paymentIntent) return null
  const known = await findCheckoutByPayment(app, event.paymentIntent)
  if (known) return known
  const stripe = await stripeOf(app)
  if (!stripe) return null
  const { metadata } = await stripe.paymentIntents.retrieve(event.paymentIntent)
  return metadata.checkout ? findCheckout(app, metadata.checkout) : null
}

async function paidFirst(app: App, row: CheckoutRow): Promise<void> {
  if (row.state === 'paid' || !row.sessionId) return
  const stripe = await stripeOf(app)
  if (!stripe) return
  const session = await stripe.checkout.sessions.retrieve(row.sessionId)
  await settleSession(app, row.id, session)
}

/** "Some of this charge was given back": which refunds there are, Stripe is asked. */
async function readRefunds(app: App, row: CheckoutRow, { paymentIntent }: EventRow): Promise<void> {
  const stripe = await stripeOf(app)
  if (!stripe || !paymentIntent) return
  await importRefunds(app, stripe, row.id, paymentIntent)
}
