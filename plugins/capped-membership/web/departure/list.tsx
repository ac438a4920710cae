import { seesPeople } from '@/collections/members/access'
import { formatCents } from '@/core/money'
import { page, route } from '@/hooks'
import {
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  Stack,
  StatusTag,
  Tabs,
} from '@/ui'
import type { MoneyState } from '../../contract'
import { departureTexts } from '../../i18n/departure'
import { handlesFiles } from '../../service/actor'
import { listDepartures } from '../../service/departure/readDeparture'
import { PEOPLE } from '../officeAccess'
import { DEPARTURES_PAGE, departureHref, MONEY_KIND } from './places'

const VIEWS = { due: 'by-hand', card: 'by-card', refunded: 'refunded', all: 'all' } as const satisfies Record<
  string,
  MoneyState | 'all'
>
const NAMES = ['due', 'card', 'refunded', 'all'] as const
type View = (typeof NAMES)[number]

const href = (view: View, page = 1): string => {
  const terms = new URLSearchParams()
  if (view !== 'due') terms.set('argent', view)
  if (page > 1) terms.set('page', String(page))
  const said = terms.toString()
  return said ? `${DEPARTURES_PAGE}?${said}` : DEPARTURES_PAGE
}

/** `/bureau/departs`: who has left, and whose money is still to be given back. */
export const departureListRoute = route({
  path: DEPARTURES_PAGE,
  access: handlesFiles,
  get: async (ctx) => {
    const t = departureTexts(ctx.lang)
    const o = t.office
    const view = NAMES.find((v) => v === ctx.url.searchParams.get('argent')) ?? 'due'
    const n = Number(ctx.url.searchParams.get('page') ?? 1)
    const at = Number.isSafeInteger(n) && n > 0 ? Math.min(n, 10_000) : 1
    const { rows, total, pages } = await listDepartures(ctx.app, { money: VIEWS[view], page: at })
    return page({
      title: o.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading title={o.title} lead={o.lead} />
            <Tabs
              label={o.tabs}
              tabs={NAMES.map((name) => ({
                href: href(name),
                label: o.views[name],
                current: name === view,
                ...(name === view ? { count: total } : {}),
              }))}
            />
            {rows.length === 0 ? (
              <EmptyState
                title={o.empty}
                action={seesPeople(ctx.who) && <ButtonLink href={PEOPLE}>{o.emptyAct}</ButtonLink>}
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
                    cell: (row) => <a href={departureHref(row.id)}>{row.name}</a>,
                  },
                  { key: 'at', label: o.askedAt, cell: (row) => <DateText at={row.askedAt} as="date" /> },
                  { key: 'channel', label: o.channel, cell: (row) => t.channels[row.channel] },
                  {
                    key: 'amount',
                    label: o.amount,
                    figures: true,
                    cell: (row) => formatCents(row.cents, ctx.lang, { short: true }),
                  },
                  {
                    key: 'money',
                    label: o.state,
                    cell: (row) => <StatusTag kind={MONEY_KIND[row.money]}>{t.money[row.money]}</StatusTag>,
                  },
                ]}
              />
            )}
            <Pagination page={at} pages={pages} href={(p) => href(view, p)} />
          </Stack>
        </Page>
      ),
    })
  },
})
