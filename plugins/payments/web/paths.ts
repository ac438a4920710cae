import { staffFor } from '@/core/access'

export const RECEIPTS_PATH = '/recus'
export const receiptHref = (id: string): string => `${RECEIPTS_PATH}/${id}`
export const OFFICE = '/bureau/paiements'
export const RECONCILE = `${OFFICE}/rapprochement`
/** The comparison of some days, both included. */
export const reconcileHref = ({ from, to }: { from: string; to: string }): string =>
  `${RECONCILE}?du=${from}&au=${to}`
export const handlesPayments = staffFor('payments')
