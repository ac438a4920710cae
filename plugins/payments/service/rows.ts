import type { Where } from 'payload'
import type { CivilDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import type { Cents } from '@/core/money'
import { type App, type Deciding, many, one } from '@/hooks'
import {
  CARD_REFUNDS,
  CHECKOUTS,
  type CheckoutState,
  PROVIDER_EVENTS,
  RECEIPTS,
  type ReceiptKind,
  type ReceiptMethod,
  type RefundState,
} from '../contract'

export { many }

export type CheckoutRow = Deciding & {
  key: string
  ref: string
  attempt: number
  person: string
  cents: Cents
  labelFr: string
  labelEn: string
  heading: string
  lang: Lang
  returnTo: string
  state: CheckoutState
  sessionId?: string | null
  url?: string | null
  expiresAt: string
  paymentIntent?: string | null
  paidCents?: number | null
  paidAt?: string | null
  dispute?: string | null
  createdAt: string
}

export type RefundRow = Deciding & {
  key: string
  checkout: string
  ref: string
  person: string
  cents: Cents
  reason: string
  askedBy: string
  state: RefundState
  attempt: number
  stripeId?: string | null
  failure?: string | null
  doneAt?: string | null
  createdAt: string
  updatedAt: string
}

export type EventKind = 'session' | 'refund' | 'refunds' | 'dispute'
export type EventRow = Deciding & {
  key: string
  type: string
  kind: EventKind
  checkout?: string | null
  object: string
  status?: string | null
  cents?: number | null
  paymentIntent?: string | null
  refund?: string | null
  attempt?: number | null
  happenedAt: string
}

export type ReceiptRow = {
  id: string
  key: string
  year: number
  n: number
  kind: ReceiptKind
  payment: string
  of?: string | null
  person: string
  name: string
  searchKey?: string | null
  /** Less than zero on a credit note. */
  cents: Cents
  method: ReceiptMethod
  onDay: CivilDate
  labelFr: string
  labelEn: string
  heading: string
  reference?: string | null
  issuer: string
  issuedAt: string
}

const is = (field: string, value: string): Where => ({ [field]: { equals: value } })

export const findCheckout = (app: App, id: string) => one<CheckoutRow>(app, CHECKOUTS, is('id', id))
export const findCheckoutByPayment = (app: App, paymentIntent: string) =>
  one<CheckoutRow>(app, CHECKOUTS, is('paymentIntent', paymentIntent))
export const findEvent = (app: App, id: string) => one<EventRow>(app, PROVIDER_EVENTS, is('id', id))
export const findRefund = (app: App, id: string) => one<RefundRow>(app, CARD_REFUNDS, is('id', id))
export const findRefundByKey = (app: App, key: string) => one<RefundRow>(app, CARD_REFUNDS, is('key', key))
export const refundsOf = (app: App, checkout: string) =>
  many<RefundRow>(app, CARD_REFUNDS, is('checkout', checkout), { sort: 'id', limit: 100 })
export const findReceipt = (app: App, id: string) => one<ReceiptRow>(app, RECEIPTS, is('id', id))
export const findReceiptOf = (app: App, payment: string) =>
  one<ReceiptRow>(app, RECEIPTS, is('payment', payment))

/** The last attempt to pay something. */
export const lastCheckout = async (app: App, ref: string): Promise<CheckoutRow | null> =>
  (await many<CheckoutRow>(app, CHECKOUTS, is('ref', ref), { sort: '-attempt', limit: 1 }))[0] ?? null
