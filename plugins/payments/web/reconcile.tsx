import { addDays, civilDate, isCivilDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { page, type RouteContext, redirect, route } from '@/hooks'
import {
  DataTable,
  DateInput,
  DateText,
  FilterBar,
  Notice,
  Page,
  PageHeading,
  PostButton,
  Section,
  Stack,
} from '@/ui'
import { texts } from '../i18n'
import {
  type Compared,
  canTake,
  MOST,
  reconcileWithStripe,
  takeFromStripe,
} from '../service/reconcileWithStripe'
import { stripeOf } from '../service/stripeOf'
import { handlesPayments, OFFICE, RECONCILE } from './paths'

type Days = { from: string; to: string }

/** The days the address says; this month up to today where it says none. */
function daysOf({ url, now, app }: RouteContext): Days {
  const today = civilDate(now, app.settings.timeZone)
  const from = url.searchParams.get('du')
  const to = url.searchParams.get('au')
  return {
    from: isCivilDate(from) ? from : `${today.slice(0, 8)}01`,
    to: isCivilDate(to) ? to : today,
  }
}

const hrefOf = ({ from, to }: Days) => `${RECONCILE}?du=${from}&au=${to}`

/** What Stripe says against what we say, over some days; each difference with what to do. */
export const reconcileRoute = route({
  path: RECONCILE,
  access: handlesPayments,
  get: async (ctx) => {
    const t = texts(ctx.lang)
    const r = t.reconcile
    const days = daysOf(ctx)
    const online = stripeOf(ctx.app) !== null
    const compared = online ? await reconcileWithStripe(ctx.app, days) : null
    return page({
      title: r.title,
      layout: 'extranet',
      current: OFFICE,
      status: compared && !compared.ok ? (compared.reason === 'payments.period' ? 422 : 503) : 200,
      breadcrumbs: [{ label: t.office.title, href: OFFICE }, { label: r.title }],
      view: (
        <Page>
          <Stack>
            <PageHeading title={r.title} lead={r.lead} />
            {!online && <Notice>{r.offline}</Notice>}
            {online && (
              <FilterBar action={RECONCILE} values={{ du: days.from, au: days.to }} act={r.act}>
                <DateInput
                  name="du"
                  label={r.from}
                  max={addDays(civilDate(ctx.now, ctx.app.settings.timeZone), 1)}
                />
                <DateInput name="au" label={r.to} />
              </FilterBar>
            )}
            {compared && !compared.ok && <Notice kind="warning">{ctx.reason(compared)}</Notice>}
            {compared?.ok && <Outcome ctx={ctx} compared={compared.value} days={days} />}
          </Stack>
        </Page>
      ),
    })
  },
  post: async (ctx) => {
    const days = daysOf(ctx)
    const taken = await takeFromStripe(ctx.app, days)
    return redirect(
      hrefOf(days),
      taken.ok
        ? { kind: 'success', text: texts(ctx.lang).reconcile.taken(taken.value) }
        : { kind: 'refusal', text: ctx.reason(taken) },
    )
  },
})

function Outcome({ ctx, compared, days }: { ctx: RouteContext; compared: Compared; days: Days }) {
  const r = texts(ctx.lang).reconcile
  const { differences, foreign, theirs, ours, partial } = compared
  const money = (cents: number | null) => (cents === null ? '—' : formatCents(cents, ctx.lang))
  return (
    <>
      {partial && <Notice kind="warning">{r.partial(MOST)}</Notice>}
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
            <PostButton kind="main" action={hrefOf(days)}>
              {r.take}
            </PostButton>
          )}
        </>
      )}
      <Section title={r.sums}>
        <DataTable
          caption={r.sums}
          captionHidden
          rows={[
            { key: 'paid', label: r.paid, theirs: theirs.paid, ours: ours.paid },
            { key: 'returned', label: r.returned, theirs: theirs.returned, ours: ours.returned },
          ]}
          rowKey={(row) => row.key}
          columns={[
            { key: 'label', label: r.sums, labelHidden: true, heading: true, cell: (row) => row.label },
            { key: 'theirs', label: r.stripe, figures: true, cell: (row) => money(row.theirs) },
            { key: 'ours', label: r.us, figures: true, cell: (row) => money(row.ours) },
          ]}
        />
        {foreign.count > 0 && <p>{r.foreign(foreign.count, money(foreign.cents))}</p>}
      </Section>
    </>
  )
}
