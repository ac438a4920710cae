import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { DEPARTURES, type MoneyState, REFUNDS, type RefundMethod } from '../../contract'
import { applicationOfFee, refundKey } from '../../domain/keys'
import { findFee, findPayment } from '../rows'
import { type DepartureRow, departuresOf, findDeparture, findRefund } from './rows'

/**
 * Asks whoever took the card payment to give it back. What they answer later is told by facts (`returnedByCard`,
 * `notReturnedByCard`); refused, failed, or nobody there to ask (`service.absent`): staff gives it back by hand, and
 * reads why. Asked again it is the same refund. What throws is tried again later.
 */
export async function refundByCard(app: App, row: DepartureRow): Promise<MoneyState> {
  const { payment, askedBy: by } = row
  if (!payment) return row.money
  // Given back before a crash kept it from being marked: not asked again.
  if (await findRefund(app, payment)) return mark(app, row.id, 'refunded', null)
  const checkout = (await findPayment(app, payment))?.checkout
  if (!checkout) return mark(app, row.id, 'by-hand', 'payments.unknown')
  const asked = await app.call('payments.refund', { checkout, reason: 'departure', by })
  if (!asked.ok) return mark(app, row.id, 'by-hand', asked.reason)
  const { refund, state } = asked.value
  if (state === 'done') return noteReturned(app, row, refund)
  return state === 'failed' ? mark(app, row.id, 'by-hand', 'payments.refund-failed') : 'by-card'
}

/**
 * The card has its money: the refund is recorded, once. Of a payment given back for another reason, or of which a part went
 * back only (staff may do so at the card's provider): nothing to do.
 */
export async function returnedByCard(app: App, told: { ref: string; checkout: string; refund: string }) {
  const row = await departureOfCheckout(app, told)
  if (!row) return
  const back = await app.call('payments.returned', { checkout: told.checkout })
  if (!back.ok || back.value.done >= back.value.paid) await noteReturned(app, row, told.refund)
}

/** The money did not arrive: staff gives it back by hand. */
export async function notReturnedByCard(app: App, told: { ref: string; checkout: string }) {
  const row = await departureOfCheckout(app, told)
  if (row) await mark(app, row.id, 'by-hand', 'payments.refund-failed')
}

async function departureOfCheckout(
  app: App,
  { ref, checkout }: { ref: string; checkout: string },
): Promise<DepartureRow | null> {
  const application = applicationOfFee(ref)
  const fee = application ? await findFee(app, application) : null
  if (!fee || fee.checkout !== checkout) return null
  return (await departuresOf(app, fee.person)).find((row) => row.payment === fee.id) ?? null
}

async function noteReturned(app: App, row: DepartureRow, refund: string): Promise<MoneyState> {
  await recordRefundRow(app, row, {
    method: 'card',
    givenOn: civilDate(app.clock.now(), app.settings.timeZone),
    reference: refund,
    by: 'system',
  })
  return mark(app, row.id, 'refunded', null)
}

/** The evidence that a payment was given back; null when it is there already. */
export async function recordRefundRow(
  app: App,
  row: DepartureRow,
  given: { method: RefundMethod; givenOn: string; reference: string | null; by: string },
): Promise<string | null> {
  const id = newId()
  return insertDeciding(
    app,
    REFUNDS,
    {
      id,
      key: refundKey(row.payment ?? ''),
      departure: row.id,
      payment: row.payment,
      person: row.person,
      season: row.season,
      cents: row.cents,
      method: given.method,
      givenOn: given.givenOn,
      reference: given.reference,
      recordedBy: given.by,
      recordedAt: app.clock.now().toISOString(),
    },
    [
      fact(app, 'refund.recorded', id, {
        refund: id,
        departure: row.id,
        person: row.person,
        cents: row.cents,
      }),
    ],
  )
}

/** Says on the departure where its money stands; what is given back stays given back. */
export async function mark(
  app: App,
  departure: string,
  money: MoneyState,
  why: string | null,
): Promise<MoneyState> {
  for (;;) {
    const row = await findDeparture(app, departure)
    if (!row || row.money === 'refunded' || row.money === money) return row?.money ?? money
    if (await decide(app, DEPARTURES, row, { money, moneyWhy: why }, [])) return money
  }
}
