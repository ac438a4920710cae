import type Stripe from 'stripe'
import { newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, insertDeciding } from '@/hooks'
import { CHECKOUTS, type Due } from '../contract'
import { nextStep, PAYABLE_MS } from '../domain/checkout'
import { checkoutKey } from '../domain/keys'
import { closePage } from './closePage'
import { type CheckoutRow, lastCheckout } from './rows'
import { settleSession } from './settleCheckout'
import { problemOf, stripeOf } from './stripeOf'
import { wasReturned } from './wasReturned'

export type Wish = Due & { email: string; lang: 'fr' | 'en'; returnTo: string }
type Page = { checkout: string; url: string }

/** Rounds before somebody who asks is told to try again: each was overtaken by another request for the same. */
const ROUNDS = 6

/**
 * The page on which somebody pays: the one open already, or a new one. Its row is written first, under the number of
 * the attempt, so that two at once get the same page; the request to Stripe bears the row's id as idempotency key, so
 * that a crash or a lost answer leads to the same page again.
 * Refusals: `payments.offline`, `payments.unreachable`, `payments.already-paid`, `payments.under-way`.
 */
export async function startCheckout(app: App, wish: Wish): Promise<Result<Page>> {
  const stripe = await stripeOf(app)
  if (!stripe) return refuse('payments.offline')
  for (let round = 0; round < ROUNDS; round++) {
    const last = await lastCheckout(app, wish.ref)
    const returned = last !== null && (await wasReturned(app, last))
    switch (nextStep(last && { ...last, returned }, wish.cents, app.clock.now())) {
      case 'paid':
        return refuse('payments.already-paid')
      case 'under-way':
        return refuse('payments.under-way')
      case 'use':
        if (last?.url) return ok({ checkout: last.id, url: last.url })
        break
      case 'replace':
        if (last && !(await closePage(app, stripe, last))) return refuse('payments.unreachable')
        continue
      case 'fresh':
        await note(app, wish, (last?.attempt ?? 0) + 1)
        continue
      default:
        break
    }
    if (!last) continue
    const made = await makePage(app, stripe, last, wish)
    if (made === 'again') continue
    return made ?? refuse('payments.unreachable')
  }
  return refuse('payments.unreachable')
}

/** The row of an attempt; whoever comes second finds it there. */
const note = (app: App, wish: Wish, attempt: number) =>
  insertDeciding(
    app,
    CHECKOUTS,
    {
      id: newId(),
      key: checkoutKey(wish.ref, attempt),
      ref: wish.ref,
      attempt,
      person: wish.person,
      cents: wish.cents,
      labelFr: wish.labelFr,
      labelEn: wish.labelEn,
      heading: wish.heading,
      lang: wish.lang,
      returnTo: wish.returnTo,
      state: 'new',
      expiresAt: new Date(app.clock.now().getTime() + PAYABLE_MS).toISOString(),
    },
    [],
  )

/** Has Stripe make the page; 'again' where this attempt cannot be gone on with. */
async function makePage(
  app: App,
  stripe: Stripe,
  row: CheckoutRow,
  wish: Wish,
): Promise<Result<Page> | 'again' | null> {
  try {
    const session = await stripe.checkout.sessions.create(paramsOf(app, row, wish.email), {
      idempotencyKey: `checkout:${row.id}`,
    })
    const settled = await settleSession(app, row.id, session)
    if (settled?.state === 'open' && session.url && session.status === 'open')
      return ok({ checkout: row.id, url: session.url })
    // Nothing is to be paid there any more, or something else: closed with us while it was made, it is closed at Stripe.
    // Or else it was made by an earlier request whose answer was lost, and closed since.
    if (settled && session.status === 'open') await closePage(app, stripe, settled)
    return 'again'
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    app.log.warn({ checkout: row.id, ...problem }, 'Stripe made no payment page')
    // Asked before with another address or language: that page, if there is one, is nobody's any more.
    if (problem.type !== 'StripeIdempotencyError') return null
    // Whoever has it made at this moment finds it closed.
    await decide(app, CHECKOUTS, row, { state: 'expired' }, [])
    return 'again'
  }
}

/** What Stripe is told: our ids in the metadata of the session and of its payment, by which all news is bound to us. */
function paramsOf({ settings }: App, row: CheckoutRow, email: string): Stripe.Checkout.SessionCreateParams {
  const back = `${settings.publicUrl}/paiement/retour/${row.id}`
  const metadata = { checkout: row.id, ref: row.ref }
  const label = row.lang === 'en' ? row.labelEn : row.labelFr
  return {
    mode: 'payment',
    locale: row.lang,
    // Answered at once: what is sold is not kept for days until a bank transfer comes.
    allowed_payment_method_types: ['card'],
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: row.cents, product_data: { name: label } },
      },
    ],
    customer_email: email,
    client_reference_id: row.id,
    metadata,
    payment_intent_data: { metadata, description: label },
    success_url: back,
    cancel_url: back,
    expires_at: Math.floor(new Date(row.expiresAt).getTime() / 1000),
  }
}
