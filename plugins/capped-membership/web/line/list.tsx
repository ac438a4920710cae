import { type App, page, route } from '@/hooks'
import {
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  FilterBar,
  Notice,
  Page,
  PageHeading,
  Pagination,
  Select,
  Stack,
  StatusTag,
  Tabs,
} from '@/ui'
import { LINE_STATES, type LineState } from '../../contract'
import { mayInvite, PRIORITY } from '../../domain/line'
import { currentSeason, phaseOf } from '../../domain/season'
import { lineTexts } from '../../i18n/line'
import { handlesApplications } from '../../service/actor'
import { countWaiting, LINE_PAGE, listLine } from '../../service/line/listLine'
import type { LineRow } from '../../service/line/rows'
import { todayOf } from '../../service/readCounter'
import { allSeasons, type SeasonRow } from '../../service/rows'
import { OFFICE } from '../officeAccess'
import { entryHref, LINE, LINE_KIND } from './places'

type Query = { season: string; state: LineState; page: number }

function queryOf(url: URL, season: string): Query {
  const state = LINE_STATES.find((s) => s === url.searchParams.get('etat')) ?? 'waiting'
  const n = Number(url.searchParams.get('page') ?? 1)
  return {
    season,
    state,
    page: Number.isSafeInteger(n) && n > 0 ? Math.min(n, 10_000) : 1,
  }
}

function href(query: Query, change: Partial<Query>): string {
  const q = { ...query, page: 1, ...change }
  const terms = new URLSearchParams({ saison: q.season })
  if (q.state !== 'waiting') terms.set('etat', q.state)
  if (q.page > 1) terms.set('page', String(q.page))
  return `${LINE}?${terms}`
}

/** `/bureau/liste-d-attente`: who waits for a seat of a season, in their turn, and what became of the others. */
export const lineListRoute = route({
  path: LINE,
  access: handlesApplications,
  get: async (ctx) => {
    const t = lineTexts(ctx.lang).office
    const seasons = await allSeasons(ctx.app)
    const today = todayOf(ctx.app)
    const query = queryOf(
      ctx.url,
      ctx.url.searchParams.get('saison') || (await seasonFirst(ctx.app, seasons)),
    )
    const season = seasons.find(({ id }) => id === query.season)
    const { rows, total, pages } = await listLine(ctx.app, query)
    const named = (s: SeasonRow) => (ctx.lang === 'en' ? s.titleEn : s.titleFr)
    const waits = query.state === 'waiting'
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading title={t.title} lead={t.lead} />
            {seasons.length > 1 && (
              <FilterBar action={LINE} hidden={{ etat: waits ? undefined : query.state }}>
                <Select
                  name="saison"
                  label={t.season}
                  empty={false}
                  value={query.season}
                  options={seasons.map((s) => ({ value: s.id, label: named(s) }))}
                />
              </FilterBar>
            )}
            <Tabs
              label={t.tabs}
              tabs={LINE_STATES.map((state) => ({
                href: href(query, { state }),
                label: t.views[state],
                current: state === query.state,
                ...(state === query.state ? { count: total } : {}),
              }))}
            />
            {season && total > 0 && waits && !mayInvite(phaseOf(season, today)) && <Notice>{t.over}</Notice>}
            {rows.length === 0 ? (
              <EmptyState
                title={season ? t.empty : t.noSeason}
                action={season && <ButtonLink href={OFFICE}>{t.emptyAct}</ButtonLink>}
              >
                {season ? t.emptyText : t.noSeasonText}
              </EmptyState>
            ) : (
              <DataTable
                caption={t.count(total)}
                rows={rows.map((row, i) => ({ ...row, turn: (query.page - 1) * LINE_PAGE + i + 1 }))}
                rowKey={(row) => row.id}
                columns={[
                  ...(waits
                    ? [
                        {
                          key: 'turn',
                          label: t.position,
                          figures: true,
                          cell: (row: LineRow & { turn: number }) => row.turn,
                        },
                      ]
                    : []),
                  {
                    key: 'name',
                    label: t.name,
                    heading: true,
                    cell: (row) => <a href={entryHref(row.id)}>{row.name}</a>,
                  },
                  {
                    key: 'state',
                    label: t.state,
                    cell: (row) => <StatusTag kind={LINE_KIND[row.state]}>{stateWord(row, t)}</StatusTag>,
                  },
                  { key: 'since', label: t.since, cell: (row) => <DateText at={row.since} /> },
                ]}
              />
            )}
            <Pagination page={query.page} pages={pages} href={(n) => href(query, { page: n })} />
          </Stack>
        </Page>
      ),
    })
  },
})

/** The season looked at first: the latest in which somebody waits; where nobody does, the one the public sees. */
async function seasonFirst(app: App, seasons: readonly SeasonRow[]): Promise<string> {
  const waiting = await countWaiting(app)
  const season =
    seasons.find(({ id }) => waiting.has(id)) ?? currentSeason(seasons, todayOf(app)) ?? seasons[0]
  return season?.id ?? ''
}

/** « attend une place, prioritaire ». */
export function stateWord(row: LineRow, t: ReturnType<typeof lineTexts>['office']): string {
  const word = t.states[row.state]
  if (row.state !== 'waiting' || row.priority === PRIORITY.none) return word
  return `${word}, ${row.priority === PRIORITY.unseated ? t.unseated : t.priority}`
}
