import type { App } from '@/hooks'
import type { CheckoutRow } from './rows'
import { settleSession } from './settleCheckout'
import { problemOf, stripeOf } from './stripeOf'

/** Somebody comes back before the news does: asks Stripe. The row as it was, where Stripe does not answer. */
export async function askStripe(app: App, row: CheckoutRow): Promise<CheckoutRow> {
  const stripe = await stripeOf(app)
  if (!stripe || !row.sessionId || row.state === 'paid') return row
  try {
    const session = await stripe.checkout.sessions.retrieve(row.sessionId)
    return (await settleSession(app, row.id, session)) ?? row
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    app.log.warn({ checkout: row.id, ...problem }, 'Stripe could not be asked about a payment')
    return row
  }
}
