import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '@/core/ids'
import type { Cents } from '@/core/money'
import { searchKey } from '@/core/text'
import { type App, insertOnce, settingsOf } from '@/hooks'
import { RECEIPTS } from '../contract'
import { receiptKey, yearOf } from '../domain/receipt'
import { findReceiptOf, many, type ReceiptRow } from './rows'

export type NewReceipt = Pick<
  ReceiptRow,
  | 'kind'
  | 'payment'
  | 'of'
  | 'person'
  | 'name'
  | 'cents'
  | 'method'
  | 'onDay'
  | 'labelFr'
  | 'labelEn'
  | 'heading'
> & { reference?: string | null; issuer?: string }

const WAIT_MS = 20

/**
 * Numbers a payment or a refund, once each. The row is the number: it is inserted with the next one after the last
 * that is there, under two unique keys (the number, the payment). Where another was faster, the last is read again.
 * So there is never a number without its row, never a row without the one before it, whoever dies when; nothing is
 * reserved, hence nothing is lost (docs/adr/0013).
 */
export async function issueReceipt(app: App, receipt: NewReceipt): Promise<ReceiptRow>
/**
 * The same of a credit note, of no more than `left` says; null where that is nothing. It is asked between reading the last
 * number and taking the next, so that what another wrote meanwhile, of the same payment too, costs us the number, and we
 * ask again. (At the turn of the year, two of one payment in two series would not notice each other.)
 */
export async function issueReceipt(
  app: App,
  receipt: NewReceipt,
  left: () => Promise<Cents>,
): Promise<ReceiptRow | null>
export async function issueReceipt(
  app: App,
  receipt: NewReceipt,
  left?: () => Promise<Cents>,
): Promise<ReceiptRow | null> {
  const issuer = receipt.issuer ?? (await settingsOf(app, 'payments')).issuer
  // Ends: each failed attempt means that somebody else took that number, or that ours stands.
  for (let attempt = 0; ; attempt++) {
    const there = await findReceiptOf(app, receipt.payment)
    if (there) return there
    const now = app.clock.now()
    const year = yearOf(now, app.settings.timeZone)
    const n = (await lastNumber(app, year)) + 1
    const cents = left ? -Math.min(-receipt.cents, await left()) : receipt.cents
    if (left && cents >= 0) return null
    const row = {
      ...receipt,
      cents,
      id: newId(),
      key: receiptKey(year, n),
      year,
      n,
      issuer,
      searchKey: searchKey(receipt.name, receipt.reference),
      issuedAt: now.toISOString(),
    }
    if (await insertOnce(app, RECEIPTS, row)) return row
    // Those who came together go apart.
    await sleep(Math.random() * WAIT_MS * Math.min(attempt + 1, 10))
  }
}

async function lastNumber(app: App, year: number): Promise<number> {
  const [last] = await many<ReceiptRow>(app, RECEIPTS, { year: { equals: year } }, { sort: '-n', limit: 1 })
  return last?.n ?? 0
}
