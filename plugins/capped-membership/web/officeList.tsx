import { page, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  SearchBox,
  Stack,
  StatusTag,
  Tabs,
} from '@/ui'
import { APPLICATION_STATES } from '../contract'
import { texts } from '../i18n'
import { exportTexts } from '../i18n/exports'
import { handlesApplications } from '../service/actor'
import { type ListQuery, listApplications } from '../service/listApplications'
import { near, STATE_KIND } from './history'
import { EXPORTS, fileHref, OFFICE, officeAccess } from './officeAccess'

export const VIEWS = ['todo', ...APPLICATION_STATES, 'all'] as const

/** What the address of the list asks for; the export reads it alike. */
export function queryOf(url: URL): ListQuery {
  const state = VIEWS.find((v) => v === url.searchParams.get('etat')) ?? 'todo'
  const page = Number(url.searchParams.get('page') ?? 1)
  return {
    state,
    q: (url.searchParams.get('q') ?? '').slice(0, 100),
    season: url.searchParams.get('saison') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  }
}

/** The address of the list with some of its terms changed; terms that say nothing are left out. */
function href(query: ListQuery, change: Partial<ListQuery>, path = OFFICE): string {
  const q = { ...query, page: 1, ...change }
  const terms = new URLSearchParams()
  if (q.state !== 'todo') terms.set('etat', q.state)
  if (q.q) terms.set('q', q.q)
  if (q.season) terms.set('saison', q.season)
  if (q.page > 1) terms.set('page', String(q.page))
  const said = terms.toString()
  return said ? `${path}?${said}` : path
}

export const officeListRoute = route({
  path: OFFICE,
  access: officeAccess,
  get: async (ctx) => {
    const t = texts(ctx.lang)
    const o = t.office
    const query = queryOf(ctx.url)
    const { rows, total, pages } = await listApplications(ctx.app, query)
    const label = (view: (typeof VIEWS)[number]) =>
      view === 'todo' ? o.todo : view === 'all' ? o.all : o.views[view]
    return page({
      title: o.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading title={o.title} lead={o.lead} />
            <Tabs
              label={o.tabs}
              tabs={VIEWS.map((view) => ({
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
              }}
            />
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
                    cell: (row) => <StatusTag kind={STATE_KIND[row.state]}>{t.states[row.state]}</StatusTag>,
                  },
                  {
                    key: 'next',
                    label: o.next,
                    cell: (row) =>
                      row.state === 'interview-planned' &&
                      row.interviewAt &&
                      new Date(row.interviewAt) > ctx.now
                        ? o.due(near(row.interviewAt, ctx.now, ctx.lang))
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
