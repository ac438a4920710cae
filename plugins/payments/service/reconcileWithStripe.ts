import type Stripe from 'stripe'
import { DAY } from '@/core/clock'
import { addDays, type CivilDate, isCivilDate, startOfDay } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS } from '../contract'
import { comparedAtOnce } from '../domain/longReconcile'
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
export const PAGES = 10
/** Ids that one question to the database names. */
const NAMED = 500

export type Days = { from: CivilDate; to: CivilDate }
type Refusal = 'payments.offline' | 'payments.unreachable' | 'payments.period' | 'payments.long'

export const isPeriod = ({ from, to }: Days): boolean => isCivilDate(from) && isCivilDate(to) && from <= to

/**
 * What Stripe says of the days from the first to the last, both included, in the association's zone, against what we
 * say. Refusal `payments.long`: there is more of it than somebody waits for (reconcileTask.ts does it then).
 */
export async function reconcileWithStripe(app: App, days: Days): Promise<Result<Reconciliation, Refusal>> {
  const stripe = await stripeOf(app)
  if (!stripe) return refuse('payments.offline')
  if (!isPeriod(days)) return refuse('payments.period')
  if (!comparedAtOnce(days)) return refuse('payments.long')
  try {
    const compared = await compareDays(app, stripe, days, PAGES)
    return compared ? ok(compared) : refuse('payments.long')
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    app.log.warn(problem, 'Stripe could not be asked what it says')
    return refuse('payments.unreachable')
  }
}

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

/** What we noted days after it came to pass (Stripe was not heard, a bank was slow) is not missing: Stripe is asked by name. */
async function withoutLate(
  stripe: Stripe,
  differences: readonly Difference[],
  ours: Awaited<ReturnType<typeof readOurs>>,
): Promise<Difference[]> {
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

const TAKEN: readonly Difference['kind'][] = ['payment-unknown', 'refund-unknown', 'refund-state']
export const canTake = ({ kind }: Difference): boolean => TAKEN.includes(kind)

/** Takes over what Stripe says of the differences of a period; how many. What follows is as if its news had come. */
export async function takeFromStripe(app: App, days: Days): Promise<Result<number, Refusal>> {
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
