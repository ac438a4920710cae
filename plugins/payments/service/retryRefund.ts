import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import { CARD_REFUNDS } from '../contract'
import { findRefund } from './rows'

/** Tries a refund again that failed: a new attempt, of which old news says nothing. Refusals: `payments.*`. */
export async function retryRefund(
  app: App,
  id: string,
): Promise<Result<null, 'payments.unknown' | 'payments.not-failed'>> {
  for (;;) {
    const row = await findRefund(app, id)
    if (!row) return refuse('payments.unknown')
    if (row.state !== 'failed') return refuse('payments.not-failed')
    const attempt = row.attempt + 1
    const change = { state: 'asked', attempt, stripeId: null, failure: null, doneAt: null }
    const facts = [fact(app, 'payments.refund-asked', `${id}:${attempt}`, { refund: id })]
    if (await decide(app, CARD_REFUNDS, row, change, facts)) return ok(null)
  }
}
