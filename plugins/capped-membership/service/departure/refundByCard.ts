import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { DEPARTURES, type MoneyState, REFUNDS, type RefundMethod } from '../../contract'
import { refundKey } from '../../domain/keys'
import { type DepartureRow, findDeparture, findRefund } from './rows'

/**
 * Asks whoever took the card payment to give it back. Given back: the refund is recorded. Refused, or nobody there to ask
 * (`service.absent`): staff gives it back by hand, and reads why. What throws is tried again later.
 */
export async function refundByCard(app: App, row: DepartureRow): Promise<MoneyState> {
  const { payment, cents } = row
  if (!payment) return row.money
  // Given back before a crash kept it from being marked: not asked again.
  if (!(await findRefund(app, payment))) {
    const done = await app.call('payments.refund', { ref: payment, cents, reason: 'departure' })
    if (!done.ok) return mark(app, row.id, 'by-hand', done.reason)
    await recordRefundRow(app, row, {
      method: 'card',
      givenOn: civilDate(app.clock.now(), app.settings.timeZone),
      reference: done.value.refund,
      by: 'system',
    })
  }
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
