import { type App, compareAndSet } from '@/hooks'
import { CHECKOUTS } from '../contract'
import { type EventRow, findCheckout } from './rows'

/** Stripe's last words on a dispute: nothing comes after them. */
const ENDS = new Set(['won', 'lost', 'warning_closed', 'prevented'])

/**
 * The bank of whoever paid contests the payment: shown to staff, who answer at Stripe. Of news that comes in another
 * order, an end stays.
 */
export async function noteDispute(app: App, checkout: string, { status }: EventRow): Promise<void> {
  if (!status) return
  const row = await findCheckout(app, checkout)
  if (!row || row.dispute === status || (row.dispute && ENDS.has(row.dispute))) return
  await compareAndSet(
    app,
    CHECKOUTS,
    {
      and: [
        { id: { equals: checkout } },
        row.dispute ? { dispute: { equals: row.dispute } } : { dispute: { exists: false } },
      ],
    },
    { dispute: status },
  )
}
