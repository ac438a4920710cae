import { formatDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { formatCents } from '@/core/money'
import { type App, settingsOf } from '@/hooks'
import { RECEIPTS } from '../contract'
import { numberText } from '../domain/receipt'
import { texts } from '../i18n'
import { findReceiptOf, many, type ReceiptRow } from './rows'

/** A receipt or a credit note, in words: the same for the page and for the PDF. */
export type Paper = {
  row: ReceiptRow
  title: string
  heading: string
  issuer: string[]
  whoseLabel: string
  facts: string[]
  lines: { term: string; value: string }[]
  mention: string
  /** The credit notes on a receipt; the receipt of a credit note. */
  others: ReceiptRow[]
}

export async function readPaper(app: App, row: ReceiptRow, lang: Lang): Promise<Paper> {
  const [others, settings] = await Promise.all([
    row.kind === 'receipt'
      ? many<ReceiptRow>(app, RECEIPTS, { of: { equals: row.payment } }, { sort: 'id', limit: 100 })
      : findReceiptOf(app, row.of ?? '').then((of) => (of ? [of] : [])),
    settingsOf(app, 'payments'),
  ])
  const t = texts(lang)
  const credit = row.kind === 'credit'
  const zone = app.settings.timeZone
  const day = (at: string) => formatDate(at, lang, zone)
  const of = credit && others[0] ? numberText(others[0]) : ''
  return {
    row,
    title: t.receipt.title(t.kinds[row.kind], numberText(row)),
    heading: credit ? t.receipt.creditOf(of) : t.receipt.receiptOf,
    issuer: row.issuer
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    whoseLabel: credit ? t.receipt.returned : t.receipt.received,
    facts: [t.receipt.number(numberText(row)), t.receipt.issuedOn(day(row.issuedAt))],
    lines: [
      { term: t.receipt.what, value: lang === 'en' ? row.labelEn : row.labelFr },
      { term: t.receipt.amount, value: formatCents(Math.abs(row.cents), lang) },
      { term: t.receipt.method, value: t.methods[row.method] },
      { term: credit ? t.receipt.returnedOn : t.receipt.receivedOn, value: day(row.onDay) },
      ...(row.reference ? [{ term: t.receipt.reference, value: row.reference }] : []),
      ...(credit
        ? []
        : others.map((c) => ({
            term: t.kinds.credit,
            value: t.receipt.credited(numberText(c), formatCents(-c.cents, lang)),
          }))),
    ],
    mention: lang === 'en' ? settings.mentionEn : settings.mentionFr,
    others,
  }
}
