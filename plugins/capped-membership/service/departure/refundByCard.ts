import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Cents } from '@/core/money'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { DEPARTURES, type MoneyState, REFUNDS, type RefundMethod } from '../../contract'
import { applicationOfFee, refundKey } from '../../domain/keys'
import { findFee, findPayment } from '../rows'
import { type DepartureRow, departuresOf, findDeparture, findRefund } from './rows'

type Heard = { refund: string; state: 'asked' | 'sent' | 'done' | 'failed' }

/**
 * Asks whoever took the card payment to give it back. What they answer later is told by facts (`returnedByCard`,
 * `notReturnedByCard`); refused, failed, or nobody there to ask (`service.absent`): staff gives it back by hand, and
 * reads why. Asked again it is the same refund. What throws is tried again later. `told`: news that brings us here, which
 * hold where nobody can be asked any more.
 */
export async function refundByCard(app: App, row: DepartureRow, told?: Heard): Promise<MoneyState> {
  const { payment, askedBy: by } = row
  if (!payment) return row.money
  // Given back before a crash kept it from being marked: not asked again.
  if (await findRefund(app, payment)) return mark(app, row.id, 'refunded', null)
  const checkout = (await findPayment(app, payment))?.checkout
  if (!checkout) return mark(app, row.id, 'by-hand', 'payments.unknown')
  const asked = await app.call('payments.refund', { checkout, reason: 'departure', by })
  if (asked.ok) return settle(app, row, checkout, asked.value)
  return told ? settle(app, row, checkout, told) : mark(app, row.id, 'by-hand', asked.reason)
}

type Told = { ref: string; checkout: string; refund: string }

/** Some of the money, or all of it, is back on the card: asked for here, or by staff at the card's provider. */
export const returnedByCard = (app: App, told: Told) => hear(app, told, 'done')

/** A refund did not arrive, though it may have been counted as given. */
export const notReturnedByCard = (app: App, told: Told) => hear(app, told, 'failed')

async function hear(app: App, told: Told, state: Heard['state']): Promise<void> {
  const row = await departureOfCheckout(app, told)
  if (!row || row.money === 'refunded') return
  const { refund } = told
  // One that is on its way may not have been asked for yet: what is known by now counts what was.
  if (row.money === 'by-card') await refundByCard(app, row, { refund, state })
  else await settle(app, row, told.checkout, { refund, state })
}

/**
 * Where the money stands, by what went back of the payment in all: given back, on its way, or for staff to give by hand as
 * much as is missing.
 */
async function settle(
  app: App,
  row: DepartureRow,
  checkout: string,
  { refund, state }: Heard,
): Promise<MoneyState> {
  const back = await app.call('payments.returned', { checkout })
  const { paid, done, asked } = back.ok
    ? back.value
    : { paid: row.cents, done: state === 'done' ? row.cents : 0, asked: 0 }
  if (done >= paid) return row.money === 'none' ? row.money : noteReturned(app, row, refund)
  const onItsWay = asked > done || state === 'asked' || state === 'sent'
  return onItsWay ? row.money : mark(app, row.id, 'by-hand', 'payments.refund-failed', paid - done)
}

async function departureOfCheckout(app: App, { ref, checkout }: Told): Promise<DepartureRow | null> {
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

/**
 * Says on the departure where its money stands, and how much is due where that has changed; what is given back stays given
 * back.
 */
export async function mark(
  app: App,
  departure: string,
  money: MoneyState,
  why: string | null,
  due?: Cents,
): Promise<MoneyState> {
  for (;;) {
    const row = await findDeparture(app, departure)
    if (!row || row.money === 'refunded') return row?.money ?? money
    const cents = due ?? row.cents
    if (row.money === money && row.cents === cents) return money
    if (await decide(app, DEPARTURES, row, { money, moneyWhy: why, cents }, [])) return money
  }
}
