import type Stripe from 'stripe'
import { DAY } from '@/core/clock'
import { addDays, startOfDay } from '@/core/dates'
import type { App } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS } from '../contract'
import type { Days } from '../domain/period'
import {
  type Difference,
  type Period,
  type Reconciliation,
  reconcile,
  type TheirPayment,
  type TheirRefund,
} from '../domain/reconcile'
import { stateOf } from '../domain/refund'
import { type CheckoutRow, many, type RefundRow } from './rows'
import { idOf } from './settleCheckout'
import { problemOf } from './stripeOf'

/** Stripe lists a hundred at a time; more pages than this no page of ours waits for. */
const PAGE = 100
export const PAGES = 10
/** Ids that one question to the database names. */
const NAMED = 500

/** The comparison itself; null where Stripe has more than so many pages of it. Throws while Stripe does not answer. */
export async function compareDays(
  app: App,
  stripe: Stripe,
  { from, to }: Days,
  pages: number,
): Promise<Reconciliation | null> {
  const zone = app.settings.timeZone
  const [start, end] = [startOfDay(from, zone), startOfDay(addDays(to, 1), zone)]
  // A day more on each side: what happened at midnight was noted a moment later.
  const created = { gte: seconds(start.getTime() - DAY), lt: seconds(end.getTime() + DAY) }
  const charges = await readAll(pages, (after) => stripe.charges.list({ created, limit: PAGE, ...after }))
  const refunds = await readAll(pages, (after) => stripe.refunds.list({ created, limit: PAGE, ...after }))
  if (!charges || !refunds) return null
  const payments = charges.flatMap(paymentOf)
  const returned = refunds.flatMap(refundOf)
  const period = { from: start.toISOString(), to: end.toISOString() }
  const ours = await readOurs(app, payments, returned, period)
  const compared = reconcile({ payments, refunds: returned }, ours, period)
  return { ...compared, differences: await withoutLate(stripe, compared.differences, ours) }
}

const seconds = (ms: number): number => Math.floor(ms / 1000)
const iso = (created: number): string => new Date(created * 1000).toISOString()

/** All pages, newest first; null where there are more than so many. */
async function readAll<T extends { id: string }>(
  pages: number,
  page: (after: { starting_after?: string }) => Promise<{ data: T[]; has_more: boolean }>,
): Promise<T[] | null> {
  const found: T[] = []
  for (let i = 0; i < pages; i++) {
    const last = found.at(-1)
    const { data, has_more } = await page(last ? { starting_after: last.id } : {})
    found.push(...data)
    if (!has_more || data.length === 0) return found
  }
  return null
}

/** Where more than this is missing it is no matter of lateness: another account, a test key. */
const LOOKED_UP = 30

/** What we noted days after it came to pass (Stripe was not heard, a bank was slow) is not missing: Stripe is asked by name. */
async function withoutLate(
  stripe: Stripe,
  differences: readonly Difference[],
  ours: Awaited<ReturnType<typeof readOurs>>,
): Promise<Difference[]> {
  const missing = differences.filter(({ kind }) => kind === 'payment-missing' || kind === 'refund-missing')
  if (missing.length > LOOKED_UP) return [...differences]
  const left: Difference[] = []
  for (const d of differences) {
    const refund =
      d.kind === 'refund-missing' &&
      ours.refunds.find((r) => r.checkout === d.checkout && r.at === d.at && r.cents === d.ours)?.stripeId
    const there =
      d.kind === 'payment-missing' && d.intent
        ? await amountOf(stripe.paymentIntents.retrieve(d.intent).then((i) => i.amount_received))
        : refund
          ? await amountOf(stripe.refunds.retrieve(refund).then((r) => r.amount))
          : null
    if (there === null || there !== d.ours) left.push(d)
  }
  return left
}

/** null: Stripe knows nothing under that name. */
async function amountOf(asked: Promise<number>): Promise<number | null> {
  try {
    return await asked
  } catch (error) {
    if (problemOf(error)?.code === 'resource_missing') return null
    throw error
  }
}

const paymentOf = (charge: Stripe.Charge): TheirPayment[] => {
  const intent = idOf(charge.payment_intent)
  if (!charge.paid || charge.status !== 'succeeded' || !intent) return []
  const { amount: cents, created, metadata } = charge
  return [{ intent, cents, at: iso(created), checkout: metadata.checkout ?? null }]
}

const refundOf = (refund: Stripe.Refund): TheirRefund[] => {
  const intent = idOf(refund.payment_intent)
  const { id, amount: cents, created, status } = refund
  return intent ? [{ id, intent, cents, at: iso(created), state: stateOf(status) }] : []
}

/** Ours of the period, and those that Stripe's are about. */
async function readOurs(
  app: App,
  payments: readonly TheirPayment[],
  refunds: readonly TheirRefund[],
  { from, to }: Period,
) {
  const during = (field: string) => ({
    and: [{ [field]: { greater_than_equal: from } }, { [field]: { less_than: to } }],
  })
  const named = payments.flatMap((p) => (p.checkout ? [p.checkout] : []))
  const intents = [...payments.map((p) => p.intent), ...refunds.map((r) => r.intent)]
  const byName = async <T extends { id: string }>(
    slug: typeof CHECKOUTS | typeof CARD_REFUNDS,
    by: string,
    ids: string[],
  ) =>
    (
      await Promise.all(parts([...new Set(ids)]).map((some) => many<T>(app, slug, { [by]: { in: some } })))
    ).flat()
  const checkouts = once([
    ...(await many<CheckoutRow>(app, CHECKOUTS, during('paidAt'))),
    ...(await byName<CheckoutRow>(CHECKOUTS, 'id', named)),
    ...(await byName<CheckoutRow>(CHECKOUTS, 'paymentIntent', intents)),
  ])
  const ourRefunds = once([
    ...(await many<RefundRow>(app, CARD_REFUNDS, during('doneAt'))),
    ...(await byName<RefundRow>(
      CARD_REFUNDS,
      'stripeId',
      refunds.map((r) => r.id),
    )),
  ])
  return {
    payments: checkouts.map((row) => ({
      checkout: row.id,
      intent: row.paymentIntent ?? null,
      cents: row.paidCents ?? row.cents,
      at: iso8601(row.paidAt),
      paid: row.state === 'paid',
    })),
    refunds: ourRefunds.map((row) => ({
      refund: row.id,
      stripeId: row.stripeId ?? null,
      checkout: row.checkout,
      cents: row.cents,
      at: iso8601(row.doneAt),
      state: row.state,
    })),
  }
}

const parts = (ids: string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / NAMED) }, (_, n) => ids.slice(n * NAMED, (n + 1) * NAMED))

const once = <T extends { id: string }>(rows: T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/** As text, whichever database gave it. */
const iso8601 = (at: string | Date | null | undefined): string | null =>
  at ? new Date(at).toISOString() : null
