import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { stands } from '../domain/refund'
import { findCheckout, type RefundRow, refundsOf } from './rows'

/** What was paid on a page and what of it went back; `asked` counts what is on its way. Refusal: `payments.unknown`. */
export async function returnedOf(
  app: App,
  { checkout }: { checkout: string },
): Promise<Result<{ paid: number; done: number; asked: number }>> {
  const row = await findCheckout(app, checkout)
  if (!row) return refuse('payments.unknown')
  const refunds = await refundsOf(app, checkout)
  const sum = (counts: (state: RefundRow['state']) => boolean) =>
    refunds.reduce((all, { cents, state }) => all + (counts(state) ? cents : 0), 0)
  return ok({
    paid: row.state === 'paid' ? (row.paidCents ?? row.cents) : 0,
    done: sum((state) => state === 'done'),
    asked: sum(stands),
  })
}
