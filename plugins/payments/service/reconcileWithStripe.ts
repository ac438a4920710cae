import type Stripe from 'stripe'
import { civilDate } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { comparedAtOnce } from '../domain/longReconcile'
import { checkPeriod, type Days } from '../domain/period'
import type { Difference, Reconciliation } from '../domain/reconcile'
import { compareDays, PAGES } from './compareDays'
import { importRefunds } from './importRefunds'
import { findCheckout } from './rows'
import { settleSession } from './settleCheckout'
import { problemOf, stripeOf } from './stripeOf'

type Period = 'payments.period' | 'payments.too-early' | 'payments.too-late'
type Refusal = 'payments.offline' | 'payments.unreachable' | 'payments.long' | Period

/** May these days be compared today? */
export const mayCompare = (app: App, days: Days): Result<null, Period> =>
  checkPeriod(days, civilDate(app.clock.now(), app.settings.timeZone))

/**
 * What Stripe says of the days from the first to the last, both included, in the association's zone, against what we
 * say. Refusal `payments.long`: there is more of it than somebody waits for (reconcileTask.ts does it then).
 */
export async function reconcileWithStripe(app: App, days: Days): Promise<Result<Reconciliation, Refusal>> {
  const stripe = await stripeOf(app)
  if (!stripe) return refuse('payments.offline')
  const may = mayCompare(app, days)
  if (!may.ok) return may
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
