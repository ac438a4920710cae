import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts } from '@/collections/members/service'
import { civilDate, formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import type { Actions, App } from '@/hooks'
import { RECEIPTS } from '../contract'
import { numberText } from '../domain/receipt'
import { issueReceipt } from './issueReceipt'
import { findCheckout, findReceiptOf, findRefund, many, type ReceiptRow } from './rows'

/** A payment by card has its receipt; again it is the same. */
export async function receiptForCheckout(app: App, checkout: string): Promise<ReceiptRow | null> {
  const there = await findReceiptOf(app, checkout)
  if (there) return there
  const row = await findCheckout(app, checkout)
  if (row?.state !== 'paid' || !row.paidAt) return null
  return issueReceipt(app, {
    kind: 'receipt',
    payment: row.id,
    person: row.person,
    name: await nameOf(app, row.person),
    cents: row.paidCents ?? row.cents,
    method: 'card',
    onDay: civilDate(new Date(row.paidAt), app.settings.timeZone),
    labelFr: row.labelFr,
    labelEn: row.labelEn,
    heading: row.heading,
    reference: row.paymentIntent ?? null,
  })
}

/** A payment by hand has its receipt. */
export async function receiptForHand(app: App, data: Actions['money.received']): Promise<ReceiptRow> {
  const { payment, person, cents, method, receivedOn, labelFr, labelEn, heading, reference } = data
  return issueReceipt(app, {
    kind: 'receipt',
    payment,
    person,
    name: await nameOf(app, person),
    cents,
    method,
    onDay: receivedOn,
    labelFr,
    labelEn,
    heading,
    reference: reference ?? null,
  })
}

/** A refund to a card has its credit note, and the payment its receipt before it. */
export async function creditForRefund(app: App, refund: string): Promise<ReceiptRow | null> {
  const row = await findRefund(app, refund)
  // Nothing was left to give back: what was, has its credit notes.
  if (!row?.doneAt || row.cents === 0) return null
  const of = await receiptForCheckout(app, row.checkout)
  if (!of) throw new Error(`refund ${refund}: its payment has no receipt yet`)
  return credit(app, of, {
    refund: row.id,
    cents: row.cents,
    method: 'card',
    returnedOn: civilDate(new Date(row.doneAt), app.settings.timeZone),
    reference: row.stripeId ?? null,
  })
}

/** What was given back by hand has its credit note. Throws until the payment has its receipt: tried again. */
export async function creditForHand(app: App, data: Actions['money.returned']): Promise<ReceiptRow | null> {
  const of = (await findReceiptOf(app, data.payment)) ?? (await receiptForCheckout(app, data.payment))
  if (!of) throw new Error(`payment ${data.payment} has no receipt yet`)
  return credit(app, of, { ...data, reference: null })
}

/** Up to what was paid: money that was said to have gone back and did not arrive has its credit note already. */
async function credit(
  app: App,
  of: ReceiptRow,
  {
    refund,
    cents,
    method,
    returnedOn,
    reference,
  }: Omit<Actions['money.returned'], 'payment'> & { reference: string | null },
): Promise<ReceiptRow | null> {
  const there = await findReceiptOf(app, refund)
  if (there) return there
  const notes = await many<ReceiptRow>(app, RECEIPTS, { of: { equals: of.payment } })
  const left = notes.reduce((sum, note) => sum + note.cents, of.cents)
  if (left <= 0) return null
  return issueReceipt(app, {
    kind: 'credit',
    payment: refund,
    of: of.payment,
    person: of.person,
    name: of.name,
    cents: -Math.min(cents, left),
    method,
    onDay: returnedOn,
    labelFr: of.labelFr,
    labelEn: of.labelEn,
    heading: of.heading,
    reference,
  })
}

async function nameOf(app: App, person: string): Promise<string> {
  const name = (await readContacts(app, [person])).get(person)?.name
  return name || person
}

/** Tells the person, with the page on which the paper is. */
export async function mailReceipt(app: App, row: ReceiptRow | null): Promise<void> {
  const contact = row && (await readContacts(app, [row.person])).get(row.person)
  if (!row || !contact) return
  await queueMail(app, {
    key: `receipt:${row.id}`,
    to: contact.email,
    person: row.person,
    lang: contact.lang,
    template: row.kind === 'credit' ? 'payments.credit' : 'payments.receipt',
    data: {
      name: contact.name,
      number: numberText(row),
      amount: formatCents(Math.abs(row.cents), contact.lang),
      label: contact.lang === 'en' ? row.labelEn : row.labelFr,
      url: `${app.settings.publicUrl}/recus/${row.id}`,
      method: row.method,
      on: formatDate(row.onDay, contact.lang),
    },
  })
}
