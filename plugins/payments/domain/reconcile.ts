import type { Cents } from '@/core/money'
import type { State as RefundState } from './refund'

/** What Stripe says: a charge that succeeded; a refund. Instants are ISO texts. */
export type TheirPayment = { intent: string; cents: Cents; at: string; checkout: string | null }
export type TheirRefund = { id: string; intent: string; cents: Cents; at: string; state: RefundState }
/** What we say. */
export type OurPayment = {
  checkout: string
  intent: string | null
  cents: Cents
  at: string | null
  paid: boolean
}
export type OurRefund = {
  refund: string
  stripeId: string | null
  checkout: string
  cents: Cents
  at: string | null
  state: RefundState
}

export const DIFFERENCES = [
  'payment-unknown',
  'payment-missing',
  'payment-amount',
  'refund-unknown',
  'refund-missing',
  'refund-state',
] as const
export type Difference = {
  kind: (typeof DIFFERENCES)[number]
  checkout: string
  intent: string | null
  /** null: they, or we, say nothing. */
  theirs: Cents | null
  ours: Cents | null
  at: string
}

export type Sums = { paid: Cents; returned: Cents }
export type Reconciliation = {
  differences: Difference[]
  compared: number
  theirs: Sums
  ours: Sums
  /** Payments of the same account that are none of ours. */
  foreign: { count: number; cents: Cents }
}

/** Half-open, in instants. */
export type Period = { from: string; to: string }

/**
 * What Stripe says against what we say. Each side may know of things a little outside the period (a payment at
 * midnight is noted a second later): those serve to find the other half, and are not counted themselves.
 */
export function reconcile(
  theirs: { payments: readonly TheirPayment[]; refunds: readonly TheirRefund[] },
  ours: { payments: readonly OurPayment[]; refunds: readonly OurRefund[] },
  { from, to }: Period,
): Reconciliation {
  const within = (at: string | null): at is string => at !== null && at >= from && at < to
  const byId = new Map(ours.payments.map((p) => [p.checkout, p]))
  const byIntent = new Map(ours.payments.flatMap((p) => (p.intent ? [[p.intent, p] as const] : [])))
  const oursOf = (p: TheirPayment) =>
    byIntent.get(p.intent) ?? (p.checkout ? byId.get(p.checkout) : undefined)
  const differences: Difference[] = []
  const foreign = { count: 0, cents: 0 }
  const sums = { theirs: { paid: 0, returned: 0 }, ours: { paid: 0, returned: 0 } }
  let compared = 0

  const met = new Set<string>()
  const checkoutOf = new Map<string, string>()
  for (const they of theirs.payments) {
    const we = oursOf(they)
    if (we) {
      met.add(we.checkout)
      checkoutOf.set(they.intent, we.checkout)
    }
    if (!within(they.at)) continue
    if (!we) {
      foreign.count++
      foreign.cents += they.cents
      continue
    }
    compared++
    sums.theirs.paid += they.cents
    const about = { checkout: we.checkout, intent: they.intent, theirs: they.cents, at: they.at }
    if (!we.paid) differences.push({ kind: 'payment-unknown', ...about, ours: null })
    else if (we.cents !== they.cents) differences.push({ kind: 'payment-amount', ...about, ours: we.cents })
  }
  for (const we of ours.payments) {
    if (!we.paid || !within(we.at)) continue
    sums.ours.paid += we.cents
    if (met.has(we.checkout)) continue
    compared++
    differences.push({
      kind: 'payment-missing',
      checkout: we.checkout,
      intent: we.intent,
      theirs: null,
      ours: we.cents,
      at: we.at,
    })
  }

  const known = new Map(ours.refunds.flatMap((r) => (r.stripeId ? [[r.stripeId, r] as const] : [])))
  const metRefunds = new Set<string>()
  for (const they of theirs.refunds) {
    const we = known.get(they.id)
    if (we) metRefunds.add(we.refund)
    const checkout = we?.checkout ?? checkoutOf.get(they.intent) ?? byIntent.get(they.intent)?.checkout
    if (!checkout || !within(they.at)) continue
    compared++
    if (they.state !== 'failed') sums.theirs.returned += they.cents
    const about = { checkout, intent: they.intent, theirs: they.cents, at: they.at }
    if (!we) differences.push({ kind: 'refund-unknown', ...about, ours: null })
    else if (we.state !== they.state) differences.push({ kind: 'refund-state', ...about, ours: we.cents })
  }
  for (const we of ours.refunds) {
    if (we.state !== 'done' || !within(we.at) || we.cents === 0) continue
    sums.ours.returned += we.cents
    if (metRefunds.has(we.refund)) continue
    compared++
    differences.push({
      kind: 'refund-missing',
      checkout: we.checkout,
      intent: null,
      theirs: null,
      ours: we.cents,
      at: we.at,
    })
  }
  return { differences, compared, ...sums, foreign }
}
