import { pageNumber } from '@/core/listing'
import { page, redirect, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  FilterBar,
  Page,
  PageHeading,
  Pagination,
  SearchBox,
  Select,
  Stack,
  StatusTag,
  Tabs,
} from '@/ui'
import { APPLICATION_STATES } from '../contract'
import { texts } from '../i18n'
import { applicationTexts } from '../i18n/applications'
import { exportTexts } from '../i18n/exports'
import { handlesApplications, handlesFiles } from '../service/actor'
import { type ListQuery, listApplications, SORTS, usualSort } from '../service/listApplications'
import { allSeasons } from '../service/rows'
import { near, STATE_KIND, stateWord } from './history'
import { EXPORTS, fileHref, OFFICE } from './officeAccess'
import { SLOTS_OFFICE } from './slots/office'

export const VIEWS = ['todo', ...APPLICATION_STATES, 'all', 'unseated'] as const

/** What the address of the list asks for; the export reads it alike. */
export function queryOf(url: URL): ListQuery {
  const state = VIEWS.find((v) => v === url.searchParams.get('etat')) ?? 'todo'
  const sort = SORTS.find((s) => s === url.searchParams.get('tri'))
  return {
    state,
    q: (url.searchParams.get('q') ?? '').slice(0, 100),
    season: (url.searchParams.get('saison') ?? '').slice(0, 64),
    sort: sort ?? usualSort(state),
    page: pageNumber(url.searchParams),
  }
}

/** The address of the list with some of its terms changed; terms that say nothing are left out. */
function href(query: ListQuery, change: Partial<ListQuery>, path = OFFICE): string {
  // Another view has its own usual order.
  const kept = change.state && query.sort === usualSort(query.state) ? usualSort(change.state) : query.sort
  const q = { ...query, page: 1, sort: kept, ...change }
  const terms = new URLSearchParams()
  if (q.state !== 'todo') terms.set('etat', q.state)
  if (q.q) terms.set('q', q.q)
  if (q.season) terms.set('saison', q.season)
  if (q.sort !== usualSort(q.state)) terms.set('tri', q.sort)
  if (q.page > 1) terms.set('page', String(q.page))
  const said = terms.toString()
  return said ? `${path}?${said}` : path
}

export const officeListRoute = route({
  path: OFFICE,
  access: handlesFiles,
  get: async (ctx) => {
    const t = texts(ctx.lang)
    const o = t.office
    const { queue } = applicationTexts(ctx.lang)
    const query = queryOf(ctx.url)
    const [{ rows, total, pages }, seasons] = await Promise.all([
      listApplications(ctx.app, query),
      allSeasons(ctx.app),
    ])
    if (rows.length === 0 && total > 0) return redirect(href(query, { page: pages }))
    const label = (view: (typeof VIEWS)[number]) =>
      view === 'todo' || view === 'all' || view === 'unseated' ? o[view] : o.views[view]
    return page({
      title: o.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading
              title={o.title}
              lead={o.lead}
              action={
                handlesApplications(ctx.who) && <ButtonLink href={SLOTS_OFFICE}>{queue.slots}</ButtonLink>
              }
            />
            <Tabs
              label={o.tabs}
              tabs={VIEWS.filter((view) => view !== 'unseated' || view === query.state).map((view) => ({
                href: href(query, { state: view }),
                label: label(view),
                current: view === query.state,
                ...(view === query.state ? { count: total } : {}),
              }))}
            />
            <SearchBox
              action={OFFICE}
              value={query.q}
              label={o.search}
              hidden={{
                etat: query.state === 'todo' ? undefined : query.state,
                saison: query.season || undefined,
                tri: query.sort === usualSort(query.state) ? undefined : query.sort,
              }}
            />
            <FilterBar
              folded
              label={queue.narrow}
              action={href(query, { season: '', sort: usualSort(query.state) })}
              hidden={{
                etat: query.state === 'todo' ? undefined : query.state,
                q: query.q || undefined,
              }}
              values={{ saison: query.season, tri: query.sort }}
              active={[query.season, query.sort !== usualSort(query.state)].filter(Boolean).length}
            >
              <Select
                name="saison"
                label={o.season}
                empty={queue.anySeason}
                options={seasons.map((season) => ({
                  value: season.id,
                  label: ctx.lang === 'en' ? season.titleEn : season.titleFr,
                }))}
              />
              <Select
                name="tri"
                label={queue.sort}
                empty={false}
                options={SORTS.map((value) => ({ value, label: queue.sorts[value] }))}
              />
            </FilterBar>
            {rows.length === 0 ? (
              <EmptyState
                title={o.empty}
                action={
                  query.state !== 'all' && <ButtonLink href={`${OFFICE}?etat=all`}>{o.emptyAct}</ButtonLink>
                }
              >
                {o.emptyText}
              </EmptyState>
            ) : (
              <DataTable
                caption={o.count(total)}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'name',
                    label: o.name,
                    heading: true,
                    cell: (row) => <a href={fileHref(row.id)}>{row.name}</a>,
                  },
                  { key: 'activity', label: o.activity, cell: (row) => row.activity },
                  {
                    key: 'state',
                    label: o.state,
                    cell: (row) => (
                      <StatusTag kind={STATE_KIND[row.state]}>{stateWord(row, ctx.lang)}</StatusTag>
                    ),
                  },
                  {
                    key: 'next',
                    label: o.next,
                    cell: (row) =>
                      row.state === 'interview-planned' &&
                      row.interviewAt &&
                      new Date(row.interviewAt) > ctx.now
                        ? o.due(near(row.interviewAt, ctx.now, ctx.lang, ctx.app.settings.timeZone))
                        : o.act[row.state],
                  },
                  { key: 'since', label: o.since, cell: (row) => <DateText at={row.createdAt} /> },
                ]}
              />
            )}
            {rows.length > 0 && handlesApplications(ctx.who) && (
              <Actions>
                <ButtonLink
                  href={href(query, {}, EXPORTS.applications)}
                  kind="quiet"
                  download
                  note={exportTexts(ctx.lang).sameFilter}
                >
                  {exportTexts(ctx.lang).act}
                </ButtonLink>
              </Actions>
            )}
            <Pagination page={query.page} pages={pages} href={(n) => href(query, { page: n })} />
          </Stack>
        </Page>
      ),
    })
  },
})
