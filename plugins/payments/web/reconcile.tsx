import { taskHref } from '@/collections/tasks/web/access'
import { civilDate, isCivilDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { page, type Reply, type RouteContext, redirect, route } from '@/hooks'
import { DataTable, DateInput, DateText, FilterBar, Notice, Page, PageHeading, PostButton, Stack } from '@/ui'
import { type Days, EARLIEST, latestDay } from '../domain/period'
import type { Reconciliation } from '../domain/reconcile'
import { texts } from '../i18n'
import { lastReconciling, startReconciling } from '../service/reconcileTask'
import { canTake, reconcileWithStripe, takeFromStripe } from '../service/reconcileWithStripe'
import { stripeOf } from '../service/stripeOf'
import { LongComparison } from './longComparison'
import { handlesPayments, OFFICE, RECONCILE, reconcileHref } from './paths'
import { Sums } from './reconcileSums'

/** The days the address says; this month up to today where it says none. */
export function daysOf({ url, now, app }: RouteContext): Days {
  const today = civilDate(now, app.settings.timeZone)
  const from = url.searchParams.get('du')
  const to = url.searchParams.get('au')
  return {
    from: isCivilDate(from) ? from : `${today.slice(0, 8)}01`,
    to: isCivilDate(to) ? to : today,
  }
}

/** The field a refusal belongs to. */
const FIELDS: Partial<Record<string, 'du' | 'au'>> = {
  'payments.too-early': 'du',
  'payments.too-late': 'au',
  'payments.period': 'au',
}

/**
 * What Stripe says against what we say, over some days; each difference with what to do. What is more than somebody waits
 * for is a long act: begun, followed, and shown here once it is done.
 */
export const reconcileRoute = route({
  path: RECONCILE,
  access: handlesPayments,
  get: async (ctx) => {
    const t = texts(ctx.lang)
    const r = t.reconcile
    const days = daysOf(ctx)
    const online = stripeOf(ctx.app) !== null
    const compared = online ? await reconcileWithStripe(ctx.app, days) : null
    const tooLong = compared?.ok === false && compared.reason === 'payments.long'
    const field = compared?.ok === false && FIELDS[compared.reason]
    const error = (name: string) =>
      compared?.ok === false && field === name ? { error: ctx.reason(compared) } : {}
    const last = latestDay(civilDate(ctx.now, ctx.app.settings.timeZone))
    const long = tooLong
      ? await LongComparison({ ctx, days, last: await lastReconciling(ctx.app, days) })
      : null
    return page({
      title: r.title,
      layout: 'extranet',
      current: OFFICE,
      status: !compared || compared.ok || tooLong ? 200 : field ? 422 : 503,
      breadcrumbs: [{ label: t.office.title, href: OFFICE }, { label: r.title }],
      view: (
        <Page>
          <Stack>
            <PageHeading title={r.title} lead={r.lead} />
            {!online && <Notice>{r.offline}</Notice>}
            {online && (
              <FilterBar action={RECONCILE} values={{ du: days.from, au: days.to }} act={r.act}>
                <DateInput name="du" label={r.from} min={EARLIEST} max={last} {...error('du')} />
                <DateInput name="au" label={r.to} min={EARLIEST} max={last} {...error('au')} />
              </FilterBar>
            )}
            {compared && !compared.ok && !tooLong && !field && (
              <Notice kind="warning">{ctx.reason(compared)}</Notice>
            )}
            {long}
            {compared?.ok && <Outcome ctx={ctx} compared={compared.value} days={days} />}
          </Stack>
        </Page>
      ),
    })
  },
  post: async (ctx) => {
    const days = daysOf(ctx)
    const taken = await takeFromStripe(ctx.app, days)
    if (!taken.ok && taken.reason === 'payments.long') return begin(ctx, days)
    return redirect(
      reconcileHref(days),
      taken.ok
        ? { kind: 'success', text: texts(ctx.lang).reconcile.taken(taken.value) }
        : { kind: 'refusal', text: ctx.reason(taken) },
    )
  },
})

async function begin(ctx: RouteContext, days: Days): Promise<Reply> {
  if (!ctx.who) return { type: 'forbidden' }
  const begun = await startReconciling(ctx.app, days, ctx.who)
  return begun.ok
    ? redirect(taskHref(begun.value.task))
    : redirect(reconcileHref(days), { kind: 'refusal', text: ctx.reason(begun) })
}

function Outcome({ ctx, compared, days }: { ctx: RouteContext; compared: Reconciliation; days: Days }) {
  const r = texts(ctx.lang).reconcile
  const { differences, foreign, theirs, ours } = compared
  const money = (cents: number | null) => (cents === null ? '—' : formatCents(cents, ctx.lang))
  return (
    <>
      {differences.length === 0 ? (
        <Notice kind="tip" title={r.agree}>
          {r.agreeText(compared.compared)}
        </Notice>
      ) : (
        <>
          <DataTable
            caption={r.differ(differences.length)}
            rows={differences}
            rowKey={(d) => `${d.kind} ${d.checkout} ${d.at}`}
            columns={[
              { key: 'what', label: r.what, heading: true, cell: (d) => r.kinds[d.kind] },
              { key: 'on', label: r.on, cell: (d) => <DateText at={d.at} /> },
              { key: 'theirs', label: r.amount, figures: true, cell: (d) => money(d.theirs) },
              { key: 'ours', label: r.ours, figures: true, cell: (d) => money(d.ours) },
              { key: 'todo', label: r.todo, cell: (d) => r.todos[d.kind] },
            ]}
          />
          {differences.some(canTake) && (
            <PostButton kind="main" action={reconcileHref(days)}>
              {r.take}
            </PostButton>
          )}
        </>
      )}
      <Sums ctx={ctx} theirs={theirs} ours={ours} foreign={foreign} />
    </>
  )
}
