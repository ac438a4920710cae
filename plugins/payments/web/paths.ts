import { staffFor } from '@/core/access'

export const RECEIPTS_PATH = '/recus'
export const receiptHref = (id: string): string => `${RECEIPTS_PATH}/${id}`
export const OFFICE = '/bureau/paiements'
export const RECONCILE = `${OFFICE}/rapprochement`
export const handlesPayments = staffFor('payments')
