import { MINUTE } from '@/core/clock'
import { type App, compareAndSet } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS } from '../contract'
import { askStripe } from './askStripe'
import { type CheckoutRow, many, type RefundRow } from './rows'
import { sendRefund } from './sendRefund'
import { problemOf, stripeOf } from './stripeOf'

/** As many as a run asks Stripe about. */
const BATCH = 50
const GRACE_MS = 2 * MINUTE

/**
 * Pages whose time is over, and of which no news came (a webhook that was lost, or never set up): Stripe is asked.
 * Those that Stripe never made are closed.
 */
export async function lookAfterCheckouts(app: App, cut?: AbortSignal): Promise<void> {
  if (!stripeOf(app)) return
  const over = new Date(app.clock.now().getTime() - GRACE_MS).toISOString()
  const late = await many<CheckoutRow>(
    app,
    CHECKOUTS,
    { and: [{ state: { in: ['new', 'open', 'processing'] } }, { expiresAt: { less_than: over } }] },
    { sort: 'updatedAt', limit: BATCH },
  )
  for (const row of late) {
    if (cut?.aborted) return
    if (row.sessionId) {
      const seen = await askStripe(app, row)
      // To the end of the line: one that stays open must not keep the others waiting.
      if (seen.state === row.state) await compareAndSet(app, CHECKOUTS, { id: { equals: row.id } }, {})
    } else
      await compareAndSet(
        app,
        CHECKOUTS,
        { and: [{ id: { equals: row.id } }, { state: { equals: 'new' } }] },
        { state: 'expired' },
      )
  }
}

/** Refunds that were asked and are not done: what the deliveries have not done, this does. */
export async function sendRefunds(app: App, cut?: AbortSignal): Promise<void> {
  if (!stripeOf(app)) return
  const aWhileAgo = new Date(app.clock.now().getTime() - MINUTE).toISOString()
  const late = await many<RefundRow>(
    app,
    CARD_REFUNDS,
    { and: [{ state: { in: ['asked', 'sent'] } }, { updatedAt: { less_than: aWhileAgo } }] },
    { sort: 'updatedAt', limit: BATCH },
  )
  for (const row of late) {
    if (cut?.aborted) return
    try {
      await sendRefund(app, row.id)
    } catch (error) {
      const problem = problemOf(error)
      app.log.warn({ refund: row.id, ...(problem ?? { err: error }) }, 'a refund is tried again later')
    }
    await compareAndSet(app, CARD_REFUNDS, { id: { equals: row.id } }, {})
  }
}
