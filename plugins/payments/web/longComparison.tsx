import { listLines } from '@/collections/tasks/service/rows'
import { taskHref } from '@/collections/tasks/web/access'
import { civilDate, formatDateTime } from '@/core/dates'
import { formatCents } from '@/core/money'
import type { RouteContext } from '@/hooks'
import { Actions, ButtonLink, DataTable, DateText, Notice, Pagination, PostButton, Stack } from '@/ui'
import type { Days } from '../domain/period'
import { texts } from '../i18n'
import { differenceOf, type LongReconciliation, sumsOf } from '../service/reconcileTask'
import { RECONCILE, reconcileHref } from './paths'
import { Sums } from './reconcileSums'

type Props = { ctx: RouteContext; days: Days; last: LongReconciliation | null }

/** A comparison that is done behind the page: how to begin it, where it is, what came of it. */
export async function LongComparison({ ctx, days, last }: Props) {
  const t = texts(ctx.lang).reconcile.long
  if (!last)
    return (
      <>
        <Notice title={t.title}>{t.text}</Notice>
        <Begin days={days}>{t.start}</Begin>
      </>
    )
  if (last.state === 'done') return Result({ ctx, days, last })
  const moving = last.state === 'waiting' || last.state === 'running'
  return (
    <>
      <Notice kind={moving ? 'info' : 'warning'}>
        {moving ? t.running : last.state === 'stopped' ? t.stopped : t.failed}
      </Notice>
      <Actions>
        <ButtonLink kind="main" href={taskHref(last.id)}>
          {t.follow}
        </ButtonLink>
      </Actions>
      {!moving && <Begin days={days}>{t.again}</Begin>}
    </>
  )
}

const Begin = ({ days, children }: { days: Days; children: string }) => (
  <PostButton kind="main" action={reconcileHref(days)}>
    {children}
  </PostButton>
)

async function Result({ ctx, days, last }: Props & { last: LongReconciliation }) {
  const r = texts(ctx.lang).reconcile
  const zone = ctx.app.settings.timeZone
  const said = Number(ctx.url.searchParams.get('page') ?? 1)
  const at = Number.isSafeInteger(said) && said > 0 ? Math.min(said, 10_000) : 1
  const { compared, ...sums } = sumsOf(last)
  const lines = last.refused > 0 ? await listLines(ctx.app, last.id, at) : null
  const money = (cents: number | null) => (cents === null ? '—' : formatCents(cents, ctx.lang))
  return (
    <Stack>
      {last.refused === 0 && (
        <Notice kind="tip" title={r.agree}>
          {r.agreeText(compared)}
        </Notice>
      )}
      {lines && (
        <>
          <DataTable
            caption={r.differ(last.refused)}
            rows={lines.rows.map(differenceOf)}
            rowKey={(d) => d.id}
            empty={r.long.kept}
            columns={[
              { key: 'what', label: r.what, heading: true, cell: (d) => r.kinds[d.kind] },
              { key: 'on', label: r.on, cell: (d) => <DateText at={d.at} /> },
              { key: 'theirs', label: r.amount, figures: true, cell: (d) => money(d.theirs) },
              { key: 'ours', label: r.ours, figures: true, cell: (d) => money(d.ours) },
              {
                key: 'todo',
                label: r.todo,
                cell: (d) => {
                  const day = civilDate(new Date(d.at), zone)
                  return <a href={reconcileHref({ from: day, to: day })}>{r.long.day}</a>
                },
              },
            ]}
          />
          <Pagination page={at} pages={lines.pages} href={(n) => `${reconcileHref(days)}&page=${n}`} />
          <Actions>
            <ButtonLink
              href={`${RECONCILE}.csv?du=${days.from}&au=${days.to}`}
              kind="quiet"
              download
              note={r.long.kept}
            >
              {r.long.csv}
            </ButtonLink>
          </Actions>
          <p className="soft">{r.long.dayHint}</p>
        </>
      )}
      <Sums ctx={ctx} {...sums} />
      {last.endedAt && <p className="soft">{r.long.asOf(formatDateTime(last.endedAt, ctx.lang, zone))}</p>}
      <Begin days={days}>{r.long.again}</Begin>
    </Stack>
  )
}
