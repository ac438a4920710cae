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

/** Money that went back for the payment of a receipt, and the credit note of it. */
export type Credited = Omit<Actions['money.returned'], 'payment'> & {
  of: ReceiptRow
  note: ReceiptRow | null
}

/** A refund to a card has its credit note, and the payment its receipt before it. */
export async function creditForRefund(app: App, refund: string): Promise<Credited | null> {
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
export async function creditForHand(app: App, data: Actions['money.returned']): Promise<Credited> {
  const of = (await findReceiptOf(app, data.payment)) ?? (await receiptForCheckout(app, data.payment))
  if (!of) throw new Error(`payment ${data.payment} has no receipt yet`)
  const { refund, cents, method, returnedOn } = data
  return credit(app, of, { refund, cents, method, returnedOn, reference: null })
}

/** Up to what was paid: money that was said to have gone back and did not arrive has its credit note already. */
async function credit(
  app: App,
  of: ReceiptRow,
  { reference, ...back }: Omit<Credited, 'of' | 'note'> & { reference: string | null },
): Promise<Credited> {
  const left = async () => {
    const notes = await many<ReceiptRow>(app, RECEIPTS, { of: { equals: of.payment } })
    return notes.reduce((sum, note) => sum + note.cents, of.cents)
  }
  const { payment, person, name, labelFr, labelEn, heading } = of
  const note = await issueReceipt(
    app,
    {
      kind: 'credit',
      payment: back.refund,
      of: payment,
      person,
      name,
      cents: -back.cents,
      method: back.method,
      onDay: back.returnedOn,
      labelFr,
      labelEn,
      heading,
      reference,
    },
    left,
  )
  return { ...back, of, note }
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

/** Tells the person how much went back, once: with its credit note, or without where that says less or is missing. */
export async function mailCredit(app: App, credited: Credited | null): Promise<void> {
  if (!credited) return
  const { note, of, refund, cents, method, returnedOn } = credited
  if (note?.cents === -cents) return mailReceipt(app, note)
  const contact = (await readContacts(app, [of.person])).get(of.person)
  if (!contact) return
  await queueMail(app, {
    key: `returned:${refund}`,
    to: contact.email,
    person: of.person,
    lang: contact.lang,
    template: 'payments.returned',
    data: {
      name: contact.name,
      amount: formatCents(cents, contact.lang),
      label: contact.lang === 'en' ? of.labelEn : of.labelFr,
      url: `${app.settings.publicUrl}/recus`,
      method,
      on: formatDate(returnedOn, contact.lang),
    },
  })
}
