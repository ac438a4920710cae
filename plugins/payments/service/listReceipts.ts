import type { Where } from 'payload'
import { listingOf, oneOf, words } from '@/core/listing'
import { searchKey } from '@/core/text'
import type { App } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS, RECEIPT_METHODS, RECEIPTS } from '../contract'
import { type CheckoutRow, many, type ReceiptRow, type RefundRow } from './rows'

export const PAGE_SIZE = 25
/** As many as a spreadsheet is given at once. */
export const EXPORTED = 10_000

export const VIEWS = ['receipt', 'credit', 'all', 'underway'] as const
export const listing = listingOf({
  vue: oneOf(VIEWS),
  q: words(),
  moyen: oneOf(['', ...RECEIPT_METHODS]),
  saison: words(60),
})
export type Asked = ReturnType<typeof listing.read>

export function whereOf({ vue, q, moyen, saison }: Asked): Where {
  const and: Where[] = []
  if (vue === 'receipt' || vue === 'credit') and.push({ kind: { equals: vue } })
  if (moyen) and.push({ method: { equals: moyen } })
  if (saison) and.push({ heading: { equals: saison } })
  for (const word of searchKey(q).split(' ').filter(Boolean)) and.push({ searchKey: { like: word } })
  return and.length ? { and } : {}
}

/** A page of receipts and credit notes, the newest first. */
export async function listReceipts(
  app: App,
  asked: Asked,
): Promise<{ rows: ReceiptRow[]; total: number; pages: number }> {
  const found = await app.payload.db.find<ReceiptRow>({
    collection: RECEIPTS,
    where: whereOf(asked),
    sort: '-id',
    limit: PAGE_SIZE,
    page: asked.page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}

/** What is not over: refunds that are not done, payments the bank looks at, disputes. The oldest first. */
export async function listUnderway(app: App): Promise<{ refunds: RefundRow[]; checkouts: CheckoutRow[] }> {
  const [refunds, checkouts] = await Promise.all([
    many<RefundRow>(
      app,
      CARD_REFUNDS,
      { state: { in: ['asked', 'sent', 'failed'] } },
      { sort: 'id', limit: 200 },
    ),
    many<CheckoutRow>(
      app,
      CHECKOUTS,
      { or: [{ state: { equals: 'processing' } }, { dispute: { in: OPEN_DISPUTES } }] },
      { sort: 'id', limit: 200 },
    ),
  ])
  return { refunds, checkouts }
}

/** Disputes that are not over (https://docs.stripe.com/api/disputes/object#dispute_object-status). */
const OPEN_DISPUTES = ['warning_needs_response', 'warning_under_review', 'needs_response', 'under_review']
