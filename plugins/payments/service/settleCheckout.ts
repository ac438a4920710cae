import type Stripe from 'stripe'
import type { App } from '@/hooks'
import { decide, decided, fact } from '@/hooks'
import { CHECKOUTS, type CheckoutState } from '../contract'
import { laterState, stateOf } from '../domain/checkout'
import { type CheckoutRow, findCheckout } from './rows'

/** What is known of a session, from its event or from Stripe's answer. */
export type Heard = {
  sessionId: string
  state: CheckoutState
  cents: number | null
  paymentIntent: string | null
  url?: string | null
}

export const heardOf = (session: Stripe.Checkout.Session, event = ''): Heard => ({
  sessionId: session.id,
  state: stateOf(session, event),
  cents: session.amount_total,
  paymentIntent: idOf(session.payment_intent),
  url: session.url,
})

export const idOf = (ref: string | { id: string } | null | undefined): string | null =>
  typeof ref === 'object' && ref !== null ? ref.id : (ref ?? null)

/** Takes note of what Stripe says of a session of ours. */
export const settleSession = (app: App, checkout: string, session: Stripe.Checkout.Session) =>
  settleCheckout(app, checkout, heardOf(session))

/**
 * Takes note of news about a page, from a webhook, from the page somebody comes back to, from a job: all of them end
 * the same, in any order and however often. The row decides `payments.paid`, once.
 * Returns the row as it is then; null where it is none of ours.
 */
export async function settleCheckout(app: App, id: string, heard: Heard): Promise<CheckoutRow | null> {
  // Ends: each failed attempt means that other news was noted, and news only ever goes up.
  for (;;) {
    const row = await findCheckout(app, id)
    if (!row) return null
    if (row.sessionId && row.sessionId !== heard.sessionId) {
      app.log.warn(
        { checkout: id, session: heard.sessionId },
        'news of a session that is not the one we made',
      )
      return row
    }
    const state = laterState(row.state, heard.state)
    if (state === row.state && row.sessionId) return row
    const paid = state === 'paid' && row.state !== 'paid'
    const cents = heard.cents ?? row.cents
    const change = {
      state,
      sessionId: heard.sessionId,
      ...(heard.url ? { url: heard.url } : {}),
      ...(heard.paymentIntent ? { paymentIntent: heard.paymentIntent } : {}),
      ...(paid ? { paidCents: cents, paidAt: app.clock.now().toISOString() } : {}),
    }
    const told = { checkout: row.id, ref: row.ref, person: row.person, cents }
    const facts = paid ? [fact(app, 'payments.paid', row.id, told)] : []
    if (await decide(app, CHECKOUTS, row, change, facts)) return decided(row, change, facts)
  }
}
