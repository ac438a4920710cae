import type Stripe from 'stripe'
import { DAY } from '@/core/clock'
import { addDays, type CivilDate, isCivilDate, startOfDay } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS } from '../contract'
import {
  type Difference,
  type Period,
  type Reconciliation,
  reconcile,
  type TheirPayment,
  type TheirRefund,
} from '../domain/reconcile'
import { stateOf } from '../domain/refund'
import { importRefunds } from './importRefunds'
import { type CheckoutRow, findCheckout, many, type RefundRow } from './rows'
import { idOf, settleSession } from './settleCheckout'
import { problemOf, stripeOf } from './stripeOf'

/** Stripe lists a hundred at a time; more pages than this no page of ours waits for. */
const PAGE = 100
const PAGES = 10
export const MOST = PAGE * PAGES
const MOST_DAYS = 92

export type Compared = Reconciliation & {
  /** Stripe had more than could be read: only the last are compared. */ partial: boolean
}
type Refusal = 'payments.offline' | 'payments.unreachable' | 'payments.period'

/**
 * What Stripe says of the days from the first to the last, both included, in the association's zone, against what we
 * say. Reads a bounded number of pages.
 */
export async function reconcileWithStripe(
  app: App,
  days: { from: CivilDate; to: CivilDate },
): Promise<Result<Compared, Refusal>> {
  const stripe = await stripeOf(app)
  if (!stripe) return refuse('payments.offline')
  const { from, to } = days
  if (!isCivilDate(from) || !isCivilDate(to) || from > to || addDays(from, MOST_DAYS) <= to)
    return refuse('payments.period')
  const zone = app.settings.timeZone
  const [start, end] = [startOfDay(from, zone), startOfDay(addDays(to, 1), zone)]
  try {
    return ok(await compare(app, stripe, start, end))
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    app.log.warn(problem, 'Stripe could not be asked what it says')
    return refuse('payments.unreachable')
  }
}

async function compare(app: App, stripe: Stripe, start: Date, end: Date): Promise<Compared> {
  // A day more on each side: what happened at midnight was noted a moment later.
  const created = { gte: seconds(start.getTime() - DAY), lt: seconds(end.getTime() + DAY) }
  const [charges, refunds] = await Promise.all([
    readAll((after) => stripe.charges.list({ created, limit: PAGE, ...after })),
    readAll((after) => stripe.refunds.list({ created, limit: PAGE, ...after })),
  ])
  const payments = charges.found.flatMap(paymentOf)
  const returned = refunds.found.flatMap(refundOf)
  const oldest = Math.max(start.getTime(), ...[charges, refunds].map((r) => (r.more ? r.oldest * 1000 : 0)))
  const period = { from: new Date(oldest).toISOString(), to: end.toISOString() }
  const ours = await readOurs(app, payments, returned, period)
  return {
    ...reconcile({ payments, refunds: returned }, ours, period),
    partial: charges.more || refunds.more,
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000)
const iso = (created: number): string => new Date(created * 1000).toISOString()

/** All pages, newest first, up to a bound. */
async function readAll<T extends { id: string; created: number }>(
  page: (after: { starting_after?: string }) => Promise<{ data: T[]; has_more: boolean }>,
): Promise<{ found: T[]; more: boolean; oldest: number }> {
  const found: T[] = []
  let more = true
  for (let i = 0; i < PAGES && more; i++) {
    const last = found.at(-1)
    const read = await page(last ? { starting_after: last.id } : {})
    found.push(...read.data)
    more = read.has_more && read.data.length > 0
  }
  return { found, more, oldest: found.at(-1)?.created ?? 0 }
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
  const intents = [...new Set([...payments.map((p) => p.intent), ...refunds.map((r) => r.intent)])]
  const [checkouts, ourRefunds] = await Promise.all([
    many<CheckoutRow>(app, CHECKOUTS, {
      or: [during('paidAt'), { id: { in: named } }, { paymentIntent: { in: intents } }],
    }),
    many<RefundRow>(app, CARD_REFUNDS, {
      or: [during('doneAt'), { stripeId: { in: refunds.map((r) => r.id) } }],
    }),
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

/** As text, whichever database gave it. */
const iso8601 = (at: string | Date | null | undefined): string | null =>
  at ? new Date(at).toISOString() : null

const TAKEN: readonly Difference['kind'][] = ['payment-unknown', 'refund-unknown', 'refund-state']
export const canTake = ({ kind }: Difference): boolean => TAKEN.includes(kind)

/** Takes over what Stripe says of the differences of a period; how many. What follows is as if its news had come. */
export async function takeFromStripe(
  app: App,
  days: { from: CivilDate; to: CivilDate },
): Promise<Result<number, Refusal>> {
  const compared = await reconcileWithStripe(app, days)
  if (!compared.ok) return compared
  const stripe = await stripeOf(app)
  if (!stripe) return refuse('payments.offline')
  let taken = 0
  try {
    for (const difference of compared.value.differences.filter(canTake)) {
      await take(app, stripe, difference)
      taken++
    }
  } catch (error) {
    if (!problemOf(error)) throw error
    return refuse('payments.unreachable')
  }
  return ok(taken)
}

async function take(app: App, stripe: Stripe, { kind, checkout, intent }: Difference): Promise<void> {
  if (!intent) return
  if (kind !== 'payment-unknown') return importRefunds(app, stripe, checkout, intent)
  const row = await findCheckout(app, checkout)
  const session = row?.sessionId
    ? await stripe.checkout.sessions.retrieve(row.sessionId)
    : (await stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 })).data[0]
  if (session) await settleSession(app, checkout, session)
}
