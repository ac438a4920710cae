import type { Where } from 'payload'
import { readPeople } from '@/collections/members/service'
import { staffFor } from '@/core/access'
import { DAY } from '@/core/clock'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import { DataTable, DateText, EmptyState, Page, PageHeading, Section, StatusTag, TsAmount } from '@/ui'
import { SILENCE_AFTER } from '../domain/terms'
import { type Texts, texts } from '../i18n'
import { stateNames } from '../i18n/states'
import { type ExchangeRow, findExchanges } from '../store/exchanges'
import { exchangeHref } from './actRoutes'
import { statusKind } from './sentence'

/** `/bureau/entraide`: what staff has to judge. */
export const deskRoute = route({ path: '/bureau/entraide', access: staffFor('moderation'), get: show })

/** Disputed, or delivered long ago and still not evaluated. */
export const toReview = (now: Date): Where => ({
  or: [
    { state: { equals: 'disputed' } },
    {
      and: [
        { state: { equals: 'delivered' } },
        { since: { less_than: new Date(now.getTime() - SILENCE_AFTER).toISOString() } },
      ],
    },
  ],
})

/** Decided, but the ledger has not followed within minutes. */
const stuck = (now: Date): Where => ({
  and: [
    { owes: { not_equals: 'none' } },
    { updatedAt: { less_than: new Date(now.getTime() - 5 * 60_000).toISOString() } },
  ],
})

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const [review, owing] = await Promise.all([
    findExchanges(ctx.app, toReview(ctx.now), { limit: 200, sort: 'since' }),
    findExchanges(ctx.app, stuck(ctx.now), { limit: 50, sort: 'updatedAt' }),
  ])
  const people = await readPeople(
    ctx.app,
    [...review, ...owing].flatMap((row) => [row.requester, row.helper]),
  )
  const nameOf = (person: string) => people.get(person)?.name ?? t.facts.unknown
  const names = stateNames(ctx.lang)
  const disputed = review.filter((row) => row.state === 'disputed')
  const silent = review.filter((row) => row.state !== 'disputed')
  const table = (caption: string, rows: ExchangeRow[]) => (
    <Review caption={caption} rows={rows} t={t} nameOf={nameOf} stateName={(row) => names[row.state]} />
  )
  return page({
    title: t.desk.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading title={t.desk.title} lead={t.desk.lead} />
        {review.length + owing.length === 0 && (
          <EmptyState title={t.desk.empty}>{t.desk.emptyHint}</EmptyState>
        )}
        {disputed.length > 0 && <Section title={t.desk.disputed}>{table(t.desk.disputed, disputed)}</Section>}
        {silent.length > 0 && (
          <Section title={t.desk.silent(SILENCE_AFTER / DAY)}>{table(t.desk.caption, silent)}</Section>
        )}
        {owing.length > 0 && (
          <Section title={t.desk.owing} lead={t.desk.owingLead}>
            {table(t.desk.owing, owing)}
          </Section>
        )}
      </Page>
    ),
  })
}

function Review(props: {
  caption: string
  rows: ExchangeRow[]
  t: Texts
  nameOf: (person: string) => string
  stateName: (row: ExchangeRow) => string
}) {
  const { t, nameOf } = props
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t.list.subject,
          heading: true,
          cell: (row) => <a href={exchangeHref(row.id)}>{row.title}</a>,
        },
        {
          key: 'state',
          label: t.list.state,
          cell: (row) => <StatusTag kind={statusKind(row.state)}>{props.stateName(row)}</StatusTag>,
        },
        {
          key: 'between',
          label: t.desk.between,
          cell: (row) => `${nameOf(row.requester)} → ${nameOf(row.helper)}`,
        },
        { key: 'rating', label: t.desk.rating, figures: true, cell: (row) => row.rating ?? '–' },
        { key: 'cost', label: t.list.cost, figures: true, cell: (row) => <TsAmount amount={row.amount} /> },
        { key: 'since', label: t.list.since, cell: (row) => <DateText at={row.since} /> },
      ]}
    />
  )
}
