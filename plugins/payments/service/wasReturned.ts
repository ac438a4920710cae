import type { App } from '@/hooks'
import { isReturned } from '../domain/refund'
import { type CheckoutRow, refundsOf } from './rows'

/** Was what was paid on this page given back, all of it, or is about to be? */
export const wasReturned = async (app: App, row: CheckoutRow): Promise<boolean> =>
  row.state === 'paid' && isReturned(row.paidCents ?? row.cents, await refundsOf(app, row.id))
