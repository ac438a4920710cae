import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts } from '@/collections/members/service'
import { type CivilDate, civilDate, formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { ok, type Result, refuse } from '@/core/result'
import { type App, one } from '@/hooks'
import { REFUNDS } from '../../contract'
import { checkRefund } from '../../domain/departure'
import { type Actor, actorId, handlesPayments, mayAct, notOwn } from '../actor'
import { todayOf } from '../readCounter'
import { findPayment } from '../rows'
import { lookAgain, markGiven, onItsWay, recordRefundRow } from './refundByCard'
import { findDeparture, findRefund, type RefundRow } from './rows'

export type RefundByHand = {
  departure: string
  method: string
  on: CivilDate
  reference?: string | undefined
  by: Actor
}

/**
 * Notes that a fee was given back by hand, how and when. The refund's row decides, once for what is due; the departure's
 * mark and the mail follow. The same refund again is once (`already`).
 * Refusals: `staff.not-allowed`, `departure.unknown`, `application.own`, `refund.*`.
 */
export async function recordRefund(
  app: App,
  ask: RefundByHand,
): Promise<Result<{ departure: string; already: boolean }>> {
  const allowed = mayAct(ask.by, handlesPayments)
  if (!allowed.ok) return allowed
  const row = await findDeparture(app, ask.departure)
  if (!row) return refuse('departure.unknown')
  const foreign = notOwn(ask.by, row.person)
  if (!foreign.ok) return foreign
  const before = await findRefund(app, row)
  if (before) return again(before, ask)
  if (!row.payment || row.money !== 'by-hand') return refuse('refund.nothing-due')
  if (await onItsWay(app, row)) return refuse('refund.on-its-way')
  const askedOn = civilDate(new Date(row.askedAt), app.settings.timeZone)
  const method = checkRefund(ask, askedOn, todayOf(app))
  if (!method.ok) return method
  const made = await recordRefundRow(app, row, {
    method: method.value,
    givenOn: ask.on,
    reference: ask.reference?.trim() || null,
    by: actorId(ask.by),
  })
  const first = await findRefund(app, row)
  if (!first) throw new Error(`refund of ${row.payment} is there and cannot be read`)
  if (!made) return again(first, ask)
  await markGiven(app, first)
  return ok({ departure: row.id, already: false })
}

function again(first: RefundRow, ask: RefundByHand): Result<{ departure: string; already: boolean }> {
  const same = first.method === ask.method && first.givenOn === ask.on
  return same
    ? ok({ departure: first.departure, already: true })
    : refuse('refund.already-recorded', { on: first.givenOn })
}

/**
 * What follows from a refund: the departure says so; the person reads it, once. By card the departure's own mail says it;
 * else whoever makes receipts does, with the credit note, and we do where nobody makes any.
 */
export async function followRefund(app: App, { refund: id }: { refund: string }): Promise<void> {
  const refund = await one<RefundRow>(app, REFUNDS, { id: { equals: id } })
  if (!refund) return
  await markGiven(app, refund)
  // Another refund of the same payment may have failed while this one was noted.
  await lookAgain(app, refund.departure)
  if (refund.method === 'card') return
  // Those who make receipts add a credit note, under the payment as they know it.
  const paid = await findPayment(app, refund.payment)
  await app.emit('money.returned', refund.id, {
    refund: refund.id,
    payment: paid?.checkout ?? refund.payment,
    cents: refund.cents,
    method: refund.method,
    returnedOn: refund.givenOn,
  })
  const papers = await app.call('payments.about', { ref: refund.payment })
  if (papers.ok || papers.reason !== 'service.absent') return
  const contact = (await readContacts(app, [refund.person])).get(refund.person)
  if (!contact) return
  await queueMail(app, {
    key: `membership.refunded:${refund.id}`,
    to: contact.email,
    person: refund.person,
    lang: contact.lang,
    template: 'membership.refunded',
    data: {
      name: contact.name,
      amount: formatCents(refund.cents, contact.lang, { short: true }),
      method: refund.method,
      on: formatDate(refund.givenOn, contact.lang),
      url: `${app.settings.publicUrl}/adhesion`,
    },
  })
}
