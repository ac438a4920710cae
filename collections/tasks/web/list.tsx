import type { Lang } from '@/core/lang'
import { listingOf } from '@/core/listing'
import { type App, page, route, saidBy } from '@/hooks'
import { DataTable, DateText, EmptyState, Page, PageHeading, Pagination, Stack, StatusTag } from '@/ui'
import { texts } from '../i18n'
import { kindOf, kindsOf, listTasks, mayDo, type TaskRow } from '../service/rows'
import { mayFollow, TASKS_PATH, taskHref } from './access'
import { progressText, STATE_KIND } from './progress'

const listing = listingOf({})

/** `/bureau/travaux`: the long acts that are for who asks, the latest first. */
export const listRoute = route({
  path: TASKS_PATH,
  access: mayFollow,
  get: async (ctx) => {
    const { app, lang, who } = ctx
    const t = texts(lang)
    const asked = listing.read(ctx.url.searchParams)
    const kinds = kindsOf(app).filter((name) => mayDo(app, name, who))
    const { rows, total, pages } = await listTasks(app, { kinds, page: asked.page })
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading title={t.title} lead={t.lead} />
            {rows.length === 0 ? (
              <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
            ) : (
              <DataTable
                caption={t.list(total)}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'what',
                    label: t.what,
                    heading: true,
                    cell: (row) => <a href={taskHref(row.id)}>{titleOf(app, row, lang)}</a>,
                  },
                  {
                    key: 'state',
                    label: t.state,
                    cell: (row) => <StatusTag kind={STATE_KIND[row.state]}>{t.states[row.state]}</StatusTag>,
                  },
                  { key: 'progress', label: t.progress, cell: (row) => progressText(row, lang) },
                  { key: 'refused', label: t.refused, figures: true, cell: (row) => row.refused },
                  { key: 'begun', label: t.begun, cell: (row) => <DateText at={row.createdAt} /> },
                ]}
              />
            )}
            <Pagination
              page={asked.page}
              pages={pages}
              href={(n) => listing.href(TASKS_PATH, { ...asked, page: n })}
            />
          </Stack>
        </Page>
      ),
    })
  },
})

/** In the words of the module whose act it is; its name, where they throw. */
function titleOf(app: App, row: TaskRow, lang: Lang): string {
  const found = kindOf(app, row.kind)
  if (!found) return row.kind
  const { module, kind } = found
  const input = JSON.parse(row.input) as never
  return saidBy(app, { module, kind: 'job', name: row.kind }, () => kind.title(input, lang), row.kind)
}
