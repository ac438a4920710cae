import type Stripe from 'stripe'
import { type App, decide } from '@/hooks'
import { CHECKOUTS } from '../contract'
import { type CheckoutRow, findCheckout } from './rows'
import { settleSession } from './settleCheckout'
import { problemOf } from './stripeOf'

/**
 * Closes a page, so that nobody pays there any more; if it was paid just before, that is noted instead. False when
 * Stripe does not answer: then nothing is known, and nothing changes.
 */
export async function closePage(app: App, stripe: Stripe, row: CheckoutRow): Promise<boolean> {
  const { sessionId } = row
  if (!sessionId) {
    // A page may be in the making: whoever has it made finds the row closed, closes it, and gives its address to nobody
    // (startCheckout.ts). Were it paid all the same, the news is bound by our id.
    if (row.state !== 'new' || (await decide(app, CHECKOUTS, row, { state: 'expired' }, []))) return true
    // It was made just now.
    const now = await findCheckout(app, row.id)
    return now ? closePage(app, stripe, now) : true
  }
  try {
    await settleSession(app, row.id, await expire(stripe, sessionId))
    return true
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    app.log.warn({ checkout: row.id, ...problem }, 'a payment page could not be closed')
    return false
  }
}

async function expire(stripe: Stripe, sessionId: string): Promise<Stripe.Checkout.Session> {
  try {
    return await stripe.checkout.sessions.expire(sessionId)
  } catch (error) {
    // It is closed or paid already.
    if (problemOf(error)?.type !== 'StripeInvalidRequestError') throw error
    return stripe.checkout.sessions.retrieve(sessionId)
  }
}
