import { readPeople } from '@/collections/members/service'
import { pageNumber } from '@/core/listing'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import { DataTable, DateText, EmptyState, Page, PageHeading, Pagination } from '@/ui'
import { verifies } from '../access'
import { texts } from '../i18n'
import { findMissions } from '../store/missions'
import { missionHref } from './acts'

/** `/bureau/missions`: what staff has to verify, the oldest first. */
export const deskRoute = route({ path: '/bureau/missions', access: verifies, get: show })

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const found = await findMissions(
    ctx.app,
    { state: { equals: 'to-verify' } },
    { page: pageNumber(ctx.url.searchParams), sort: 'since' },
  )
  const people = await readPeople(
    ctx.app,
    found.rows.map((row) => row.postedBy),
  )
  return page({
    title: t.desk.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading title={t.desk.title} lead={t.desk.lead} />
        {found.rows.length === 0 ? (
          <EmptyState title={t.desk.empty}>{t.desk.emptyHint}</EmptyState>
        ) : (
          <DataTable
            caption={t.desk.title}
            captionHidden
            rows={found.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'mission',
                label: t.desk.mission,
                heading: true,
                cell: (row) => <a href={missionHref(row.id)}>{row.title}</a>,
              },
              { key: 'mode', label: t.list.mode, cell: (row) => t.modes[row.mode] },
              { key: 'by', label: t.desk.by, cell: (row) => people.get(row.postedBy)?.name ?? t.page.former },
              { key: 'since', label: t.desk.since, cell: (row) => <DateText at={row.since} /> },
            ]}
          />
        )}
        <Pagination page={found.page} pages={found.pages} href={(n) => `/bureau/missions?page=${n}`} />
      </Page>
    ),
  })
}
