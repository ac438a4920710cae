import type Stripe from 'stripe'
import type { App } from '@/hooks'
import { settleRefund } from './settleRefund'

/** Takes note of every refund Stripe knows of a payment. */
export async function importRefunds(
  app: App,
  stripe: Stripe,
  checkout: string,
  paymentIntent: string,
): Promise<void> {
  const { data } = await stripe.refunds.list({ payment_intent: paymentIntent, limit: 100 })
  for (const refund of data) {
    const attempt = Number(refund.metadata?.attempt)
    await settleRefund(app, checkout, {
      stripeId: refund.id,
      status: refund.status,
      cents: refund.amount,
      refund: refund.metadata?.refund ?? null,
      attempt: Number.isSafeInteger(attempt) ? attempt : null,
      failure: refund.failure_reason ?? null,
    })
  }
}
