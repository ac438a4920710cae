import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Cents } from '@/core/money'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { DEPARTURES, type MoneyState, REFUNDS, type RefundMethod } from '../../contract'
import { applicationOfFee } from '../../domain/keys'
import { findFee, findPayment } from '../rows'
import {
  type DepartureRow,
  departuresOf,
  dueKey,
  findDeparture,
  findRefund,
  type RefundRow,
  refundsOf,
} from './rows'

/** `cents`: of how much, where that was said. */
type Heard = { refund: string; state: 'asked' | 'sent' | 'done' | 'failed' | 'replaced'; cents?: Cents }

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
  const given = await findRefund(app, row)
  if (given) return markGiven(app, given)
  const checkout = (await findPayment(app, payment))?.checkout
  if (!checkout) return toHand(app, row.id, 'payments.unknown')
  const asked = await app.call('payments.refund', { checkout, reason: 'departure', by })
  if (asked.ok) return settle(app, row.id, checkout, asked.value)
  return told ? settle(app, row.id, checkout, told) : toHand(app, row.id, asked.reason)
}

type Told = { ref: string; checkout: string; refund: string; cents?: Cents }

/** Some of the money, or all of it, is back on the card: asked for here, or by staff at the card's provider. */
export const returnedByCard = (app: App, told: Told) => hear(app, told, 'done')

/** A refund did not arrive, though it may have been counted, and noted here, as given: what is missing is due again. */
export const notReturnedByCard = (app: App, told: Told) => hear(app, told, 'failed')

async function hear(app: App, told: Told, state: Heard['state']): Promise<void> {
  const row = await departureOfCheckout(app, told)
  if (!row) return
  const heard = { refund: told.refund, state, ...(told.cents === undefined ? {} : { cents: told.cents }) }
  // One that is on its way may not have been asked for yet: what is known by now counts what was.
  if (row.money === 'by-card') await refundByCard(app, row, heard)
  else await settle(app, row.id, told.checkout, heard)
}

/** Is some of what was noted as given back missing by now? Then it is due again. */
export async function lookAgain(app: App, departure: string): Promise<void> {
  const row = await findDeparture(app, departure)
  const checkout = row?.payment ? (await findPayment(app, row.payment))?.checkout : null
  if (row?.money === 'refunded' && checkout) await settle(app, departure, checkout)
}

/**
 * Where the money stands, by what went back of the payment in all: given back, on its way, or for staff to give by hand as
 * much as is missing. What is given back stays given back, unless it failed: then what is missing is due in another round.
 */
async function settle(app: App, departure: string, checkout: string, heard?: Heard): Promise<MoneyState> {
  // Ends: each failed attempt means that others noted something.
  for (;;) {
    const row = await findDeparture(app, departure)
    if (!row) return 'none'
    const refunds = await refundsOf(app, departure)
    const given = refunds.find(({ key }) => key === dueKey(row))
    if (given && row.money !== 'refunded') {
      await markGiven(app, given)
      continue
    }
    const { missing, asked } = await missingOf(app, row, checkout, { refunds, given, heard })
    const again = row.money === 'refunded'
    // What is on its way may still arrive; should it fail, that is news again.
    if (again && missing - asked <= 0) return row.money
    if (missing <= 0) return row.money === 'none' ? row.money : noteReturned(app, row, heard?.refund ?? null)
    if (!again && (asked > 0 || heard?.state === 'asked' || heard?.state === 'sent')) return row.money
    const change = {
      money: 'by-hand' as const,
      moneyWhy: 'payments.refund-failed',
      cents: again ? missing - asked : missing,
      ...(again ? { round: (row.round ?? 1) + 1 } : {}),
    }
    if (row.money === change.money && row.cents === change.cents) return row.money
    if (await decide(app, DEPARTURES, row, change, [])) return change.money
  }
}

/** Is some of what is due of a departure on its way to the card, tried again since? Who gives it by hand gives it twice. */
export async function onItsWay(app: App, row: DepartureRow): Promise<boolean> {
  const checkout = row.payment ? (await findPayment(app, row.payment))?.checkout : null
  if (!checkout) return false
  const { missing, asked } = await missingOf(app, row, checkout, {
    refunds: await refundsOf(app, row.id),
    given: undefined,
    heard: undefined,
  })
  return missing - asked < row.cents
}

type Known = { refunds: readonly RefundRow[]; given: RefundRow | undefined; heard: Heard | undefined }

/**
 * What of a payment is not with the person, by card or by hand (`asked`: how much of it is on its way). Where nobody
 * answers any more, the news is all that is known of what is due; that of a part, told twice, must not count twice, and
 * counts for nothing.
 */
async function missingOf(
  app: App,
  row: DepartureRow,
  checkout: string,
  { refunds, given, heard }: Known,
): Promise<{ missing: Cents; asked: Cents }> {
  const back = await app.call('payments.returned', { checkout })
  if (back.ok) {
    const byHand = refunds.reduce((sum, { method, cents }) => sum + (method === 'card' ? 0 : cents), 0)
    const { paid, done, asked } = back.value
    return { missing: paid - done - byHand, asked: asked - done }
  }
  if (row.money === 'refunded') {
    const failed = heard?.state === 'failed' && given?.method === 'card'
    return { missing: failed ? row.cents : 0, asked: 0 }
  }
  const all = heard?.state === 'done' && (heard.cents ?? row.cents) >= row.cents
  return { missing: all ? 0 : row.cents, asked: 0 }
}

async function departureOfCheckout(app: App, { ref, checkout }: Told): Promise<DepartureRow | null> {
  const application = applicationOfFee(ref)
  const fee = application ? await findFee(app, application) : null
  if (!fee || fee.checkout !== checkout) return null
  return (await departuresOf(app, fee.person)).find((row) => row.payment === fee.id) ?? null
}

async function noteReturned(app: App, row: DepartureRow, refund: string | null): Promise<MoneyState> {
  await recordRefundRow(app, row, {
    method: 'card',
    givenOn: civilDate(app.clock.now(), app.settings.timeZone),
    reference: refund,
    by: 'system',
  })
  const given = await findRefund(app, row)
  if (!given) throw new Error(`refund of ${row.payment} is there and cannot be read`)
  return markGiven(app, given)
}

/** The evidence that what is due was given back; null when it is there already. */
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
      key: dueKey(row),
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

/** Says on the departure that what is due was given back, and how much; what is due in a later round stays due. */
export async function markGiven(app: App, { departure, key, cents }: RefundRow): Promise<MoneyState> {
  for (;;) {
    const row = await findDeparture(app, departure)
    if (!row || row.money === 'refunded' || key !== dueKey(row)) return row?.money ?? 'refunded'
    const change = { money: 'refunded' as const, moneyWhy: null, cents }
    if (await decide(app, DEPARTURES, row, change, [])) return change.money
  }
}

/** It cannot be asked for: staff gives it back by hand, and reads why. */
async function toHand(app: App, departure: string, moneyWhy: string): Promise<MoneyState> {
  for (;;) {
    const row = await findDeparture(app, departure)
    if (row?.money !== 'by-card') return row?.money ?? 'by-hand'
    if (await decide(app, DEPARTURES, row, { money: 'by-hand', moneyWhy }, [])) return 'by-hand'
  }
}
