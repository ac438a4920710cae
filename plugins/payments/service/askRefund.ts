import { newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'
import { type App, fact, insertDeciding } from '@/hooks'
import { CARD_REFUNDS, type RefundState } from '../contract'
import { refundKey } from '../domain/keys'
import { stands } from '../domain/refund'
import { findCheckout, findRefundByKey, type RefundRow, refundsOf } from './rows'

/**
 * Gives a payment by card back, all that was not given back yet. One row a payment decides it; Stripe is asked
 * afterwards, by the delivery of the fact and by a job, until it has answered. Asked again it is the same refund.
 * Refusals: `payments.unknown`, `payments.not-paid`.
 */
export async function askRefund(
  app: App,
  ask: { checkout: string; reason: string; by: string },
): Promise<Result<{ refund: string; state: RefundState }>> {
  const key = refundKey(ask.checkout)
  const before = await findRefundByKey(app, key)
  if (before) return ok({ refund: before.id, state: before.state })
  const row = await findCheckout(app, ask.checkout)
  if (!row) return refuse('payments.unknown')
  if (row.state !== 'paid') return refuse('payments.not-paid')
  const given = sumOf(await refundsOf(app, row.id))
  const id = newId()
  const made = await insertDeciding(
    app,
    CARD_REFUNDS,
    {
      id,
      key,
      checkout: row.id,
      ref: row.ref,
      person: row.person,
      // What was given back at Stripe is not given twice; the answer says how much it was in the end.
      cents: Math.max(0, (row.paidCents ?? row.cents) - given),
      reason: ask.reason,
      askedBy: ask.by,
      state: 'asked',
      attempt: 1,
    },
    [fact(app, 'payments.refund-asked', `${id}:1`, { refund: id })],
  )
  if (made) return ok({ refund: made, state: 'asked' })
  const first = await findRefundByKey(app, key)
  if (!first) throw new Error(`refund ${key} is there and cannot be read`)
  return ok({ refund: first.id, state: first.state })
}

const sumOf = (refunds: readonly RefundRow[]): number =>
  refunds.reduce((sum, { cents, state }) => sum + (stands(state) ? cents : 0), 0)
