import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts } from '@/collections/members/service'
import { type CivilDate, civilDate, formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { checkRefund } from '../../domain/departure'
import { type Actor, actorId, handlesPayments, mayAct, notOwn } from '../actor'
import { todayOf } from '../readCounter'
import { findPayment } from '../rows'
import { mark, recordRefundRow } from './refundByCard'
import { findDeparture, findRefund, type RefundRow } from './rows'

export type RefundByHand = {
  departure: string
  method: string
  on: CivilDate
  reference?: string | undefined
  by: Actor
}

/**
 * Notes that a fee was given back by hand, how and when. The refund's row decides, once a payment; the departure's mark and
 * the mail follow. The same refund again is once (`already`).
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
  const before = row.payment ? await findRefund(app, row.payment) : null
  if (before) return again(before, ask)
  if (!row.payment || row.money !== 'by-hand') return refuse('refund.nothing-due')
  const askedOn = civilDate(new Date(row.askedAt), app.settings.timeZone)
  const method = checkRefund(ask, askedOn, todayOf(app))
  if (!method.ok) return method
  const made = await recordRefundRow(app, row, {
    method: method.value,
    givenOn: ask.on,
    reference: ask.reference?.trim() || null,
    by: actorId(ask.by),
  })
  if (made) {
    await mark(app, row.id, 'refunded', null)
    return ok({ departure: row.id, already: false })
  }
  const first = await findRefund(app, row.payment)
  if (!first) throw new Error(`refund of ${row.payment} is there and cannot be read`)
  return again(first, ask)
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
export async function followRefund(app: App, { departure }: { departure: string }): Promise<void> {
  await mark(app, departure, 'refunded', null)
  const row = await findDeparture(app, departure)
  const refund = row?.payment ? await findRefund(app, row.payment) : null
  if (!row || !refund || refund.method === 'card') return
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
  const contact = (await readContacts(app, [row.person])).get(row.person)
  if (!contact) return
  await queueMail(app, {
    key: `membership.refunded:${refund.id}`,
    to: contact.email,
    person: row.person,
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
