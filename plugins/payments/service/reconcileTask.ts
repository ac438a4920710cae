import { TASKS, type TaskState } from '@/collections/tasks/contract'
import { startTask } from '@/collections/tasks/service'
import type { LineRow } from '@/collections/tasks/service/rows'
import { daysBetween, formatDate } from '@/core/dates'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, many, type RefusedLine, type TaskKind } from '@/hooks'
import { cursorOf, further, placeOf, smaller, stepDays } from '../domain/longReconcile'
import type { Days } from '../domain/period'
import { DIFFERENCES, type Difference, type Reconciliation } from '../domain/reconcile'
import { texts } from '../i18n'
import { handlesPayments, reconcileHref } from '../web/paths'
import { compareDays, PAGES } from './compareDays'
import { mayCompare } from './reconcileWithStripe'
import { stripeOf } from './stripeOf'

const KIND = 'payments.reconcile'

/**
 * A comparison of any length, some days a step; fewer where Stripe has much to say, a single day whole. Its differences are
 * the lines of the act, its sums the figures. Throws while Stripe does not answer, so that the step is tried again.
 */
export const reconcileTask: TaskKind<typeof KIND> = {
  title: ({ from, to }, lang) =>
    texts(lang).reconcile.long.task(formatDate(from, lang), formatDate(to, lang)),
  counts: (lang) => texts(lang).reconcile.long.counts,
  lines: (lang) => texts(lang).reconcile.long.lines,
  access: handlesPayments,
  href: reconcileHref,
  step: async (app, { input, cursor }) => {
    const stripe = await stripeOf(app)
    if (!stripe) return refuse('payments.offline')
    const place = placeOf(cursor, input.from)
    const days = stepDays(place, input.to)
    const compared = await compareDays(app, stripe, days, place.days > 1 ? PAGES : Number.POSITIVE_INFINITY)
    if (!compared) return ok({ next: cursorOf(smaller(place)), done: 0 })
    const refused = compared.differences.map((d, n) => lineOf(d, place.found + n + 1))
    return ok({
      next: days.to >= input.to ? null : cursorOf(further(place, days, refused.length)),
      done: daysBetween(days.from, days.to) + 1,
      counts: figuresOf(compared),
      refused,
    })
  },
}

const figuresOf = ({ compared, theirs, ours, foreign }: Reconciliation): Record<string, number> => ({
  compared,
  theirsPaid: theirs.paid,
  theirsReturned: theirs.returned,
  oursPaid: ours.paid,
  oursReturned: ours.returned,
  foreign: foreign.count,
  foreignCents: foreign.cents,
})

const lineOf = ({ kind, checkout, theirs, ours, at }: Difference, line: number): RefusedLine => ({
  line,
  given: checkout,
  refusal: {
    ok: false,
    reason: `reconcile.${kind}`,
    detail: { at, ...(theirs === null ? {} : { theirs }), ...(ours === null ? {} : { ours }) },
  },
})

/** Begins a comparison of any length; asked twice within a minute it is one. Refusals: `payments.*`, `task.*`. */
export async function startReconciling(
  app: App,
  days: Days,
  by: Person,
): Promise<Result<{ task: string; already: boolean }>> {
  if (!stripeOf(app)) return refuse('payments.offline')
  const may = mayCompare(app, days)
  if (!may.ok) return may
  const minute = app.clock.now().toISOString().slice(0, 16)
  return startTask(app, {
    kind: KIND,
    input: inputOf(days),
    key: `${days.from} ${days.to} ${minute}`,
    total: daysBetween(days.from, days.to) + 1,
    by,
  })
}

/** As it is stored, and found again. */
const inputOf = ({ from, to }: Days) => ({ from, to })

export type LongReconciliation = {
  id: string
  state: TaskState
  counts: string
  refused: number
  endedAt?: string | null
}

/** The last comparison of just these days that was begun. */
export async function lastReconciling(app: App, days: Days): Promise<LongReconciliation | null> {
  const [last] = await many<LongReconciliation>(
    app,
    TASKS,
    { and: [{ kind: { equals: KIND } }, { input: { equals: JSON.stringify(inputOf(days)) } }] },
    { sort: '-id', limit: 1 },
  )
  return last ?? null
}

/** The figures of one that is done, as sums. */
export function sumsOf({ counts }: LongReconciliation): Omit<Reconciliation, 'differences'> {
  const said = JSON.parse(counts) as Record<string, number>
  const of = (name: string) => said[name] ?? 0
  return {
    compared: of('compared'),
    theirs: { paid: of('theirsPaid'), returned: of('theirsReturned') },
    ours: { paid: of('oursPaid'), returned: of('oursReturned') },
    foreign: { count: of('foreign'), cents: of('foreignCents') },
  }
}

/** A line of such an act, as the difference it stands for. */
export function differenceOf(
  line: LineRow,
): Pick<Difference, 'kind' | 'checkout' | 'theirs' | 'ours' | 'at'> & { id: string } {
  const { at, theirs = null, ours = null } = JSON.parse(line.detail ?? '{}') as Partial<Difference>
  const kind = DIFFERENCES.find((d) => line.reason === `reconcile.${d}`) ?? 'payment-unknown'
  return { id: line.id, kind, checkout: line.given ?? '', theirs, ours, at: at ?? '' }
}
