import { type App, exportRows } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS, RECEIPTS } from '../contract'

/** A person's online payments, refunds to their card, receipts. */
export async function exportPayments(app: App, person: string): Promise<Record<string, unknown>> {
  const of = { person: { equals: person } }
  return {
    checkouts: await exportRows(app, CHECKOUTS, of, { secret: ['url'] }),
    refunds: await exportRows(app, CARD_REFUNDS, of),
    receipts: await exportRows(app, RECEIPTS, of),
  }
}
