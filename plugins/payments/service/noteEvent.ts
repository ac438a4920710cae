import type Stripe from 'stripe'
import { newId } from '@/core/ids'
import { type App, fact, insertDeciding } from '@/hooks'
import { PROVIDER_EVENTS } from '../contract'
import { stateOf } from '../domain/checkout'
import { type EventRow, findCheckout } from './rows'
import { idOf } from './settleCheckout'

type Noted = Pick<EventRow, 'kind' | 'object'> &
  Partial<Pick<EventRow, 'checkout' | 'status' | 'cents' | 'paymentIntent' | 'refund' | 'attempt'>>

/**
 * Notes a piece of news of Stripe's, once an event, and lets what follows from it be done after the answer, again and
 * again until it is. What is none of ours (no id of ours in its metadata, or one we do not know) is left out.
 * `ours` says which; an event noted before is `ours` too.
 */
export async function noteEvent(app: App, event: Stripe.Event): Promise<{ ours: boolean }> {
  const noted = digest(event)
  if (!noted || !(await isOurs(app, noted))) return { ours: false }
  const id = newId()
  await insertDeciding(
    app,
    PROVIDER_EVENTS,
    {
      id,
      key: event.id,
      type: event.type,
      happenedAt: new Date(event.created * 1000).toISOString(),
      ...noted,
    },
    [fact(app, 'payments.told', id, { event: id })],
  )
  return { ours: true }
}

/** By our id where the object bears one. Disputes and refunds made by hand do not: the payment tells, later. */
const isOurs = async (app: App, { checkout, paymentIntent }: Noted): Promise<boolean> =>
  checkout ? (await findCheckout(app, checkout)) !== null : Boolean(paymentIntent)

/** The little that matters of an event; null where it is not about what we do. */
function digest(event: Stripe.Event): Noted | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed': {
      const session = event.data.object
      const checkout = session.metadata?.checkout
      if (!checkout) return null
      return {
        kind: 'session',
        object: session.id,
        checkout,
        status: stateOf(session, event.type),
        cents: session.amount_total,
        paymentIntent: idOf(session.payment_intent),
      }
    }
    case 'charge.refunded': {
      const charge = event.data.object
      return {
        kind: 'refunds',
        object: charge.id,
        checkout: charge.metadata?.checkout ?? null,
        paymentIntent: idOf(charge.payment_intent),
      }
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated': {
      const refund = event.data.object
      const attempt = Number(refund.metadata?.attempt)
      return {
        kind: 'refund',
        object: refund.id,
        checkout: refund.metadata?.checkout ?? null,
        status: refund.status,
        cents: refund.amount,
        paymentIntent: idOf(refund.payment_intent),
        refund: refund.metadata?.refund ?? null,
        attempt: Number.isSafeInteger(attempt) ? attempt : null,
      }
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated': {
      const dispute = event.data.object
      return {
        kind: 'dispute',
        object: dispute.id,
        status: dispute.status,
        cents: dispute.amount,
        paymentIntent: idOf(dispute.payment_intent),
      }
    }
    default:
      return null
  }
}
