import { z } from 'zod'
import { seesPeople } from '@/collections/members/access'
import { or } from '@/core/access'
import { addDays, formatDate } from '@/core/dates'
import { listingOf, oneOf, words } from '@/core/listing'
import { page, type RouteContext, redirect, route } from '@/hooks'
import {
  ButtonLink,
  Confirm,
  DataTable,
  DateText,
  EmptyState,
  Notice,
  Page,
  PageHeading,
  Pagination,
  SearchBox,
  Stack,
  type StatusKind,
  StatusTag,
  T,
  Tabs,
} from '@/ui'
import { APPLICATIONS, RENEWAL_STATES, type RenewalState } from '../../contract'
import { keptUntil, renewalPhase } from '../../domain/renewal'
import { texts } from '../../i18n'
import { renewalActTexts } from '../../i18n/renewal/acts'
import { handlesFiles } from '../../service/actor'
import { todayOf } from '../../service/readCounter'
import { closeSeason, closesSeasons } from '../../service/renewal/closeSeason'
import { groupRenewals, listRenewals } from '../../service/renewal/listRenewals'
import { fileKeyOf, type RenewalRow } from '../../service/renewal/renewalRows'
import { type ApplicationRow, allSeasons, many, type SeasonRow } from '../../service/rows'
import { fileHref, PEOPLE } from '../officeAccess'
import { RENEWALS_OFFICE, renewForHref } from './places'

/** Those who decide on files or take the money, and those who set seasons and may close one here. */
export const renewalsAccess = or(handlesFiles, closesSeasons)

const listing = listingOf({ saison: words(64), reponse: oneOf(['', ...RENEWAL_STATES]), q: words() })

const KIND: Record<RenewalState, StatusKind> = {
  offered: 'waiting',
  wanted: 'held',
  renewed: 'done',
  declined: 'closed',
  left: 'closed',
}

const titleOf = (ctx: RouteContext, season: SeasonRow) =>
  ctx.lang === 'en' ? season.titleEn : season.titleFr

function phaseSentence(ctx: RouteContext, season: SeasonRow): string {
  const t = texts(ctx.lang).renewal.office
  const phase = renewalPhase(season, todayOf(ctx.app))
  if (phase === 'before') return t.before(formatDate(season.renewalOpensOn ?? '', ctx.lang))
  if (phase === 'kept') return t.kept(formatDate(addDays(keptUntil(season), -1), ctx.lang))
  return phase === 'closed' ? t.closed : t.over
}

function CloseSeason({ ctx, season }: { ctx: RouteContext; season: SeasonRow }) {
  const t = texts(ctx.lang).renewal.office.close
  if (!closesSeasons(ctx.who) || season.state === 'closed') return null
  return (
    <Confirm
      label={t.label}
      question={t.question(titleOf(ctx, season))}
      consequence={t.consequence}
      confirm={t.confirm}
      action={`${RENEWALS_OFFICE}/clore`}
      hidden={{ saison: season.id }}
    />
  )
}

export const renewalsOfficeRoute = route({
  path: RENEWALS_OFFICE,
  access: renewalsAccess,
  get: async (ctx) => {
    const t = texts(ctx.lang).renewal.office
    const { renewFor } = renewalActTexts(ctx.lang)
    const seasons = (await allSeasons(ctx.app)).filter((season) => season.renews && season.renewalOpensOn)
    const query = listing.read(ctx.url.searchParams)
    const season = seasons.find((s) => s.id === query.saison) ?? seasons[0]
    const frame = { title: t.title, layout: 'extranet' } as const
    if (!season)
      return page({
        ...frame,
        view: (
          <Page>
            <PageHeading title={t.title} lead={t.lead} />
            <EmptyState
              title={t.none}
              action={
                closesSeasons(ctx.who) && (
                  <ButtonLink href="/admin/collections/seasons">{t.noneAct}</ButtonLink>
                )
              }
            >
              {t.noneText}
            </EmptyState>
          </Page>
        ),
      })
    const { reponse: state, q, page: at } = query
    const [list, countsOf] = await Promise.all([
      listRenewals(ctx.app, { season: season.id, state, q, page: at }),
      groupRenewals(ctx.app),
    ])
    const counts = countsOf(season.id)
    const files = handlesFiles(ctx.who) ? await filesOf(ctx, list.rows) : new Map<string, string>()
    const address = (change: Partial<typeof query>) =>
      listing.href(RENEWALS_OFFICE, {
        ...query,
        saison: season === seasons[0] ? '' : season.id,
        page: 1,
        ...change,
      })
    const everybody = Object.values(counts).reduce((sum, n) => sum + n, 0)
    return page({
      ...frame,
      view: (
        <Page>
          <Stack>
            <PageHeading title={t.title} lead={t.lead} kicker={titleOf(ctx, season)} />
            {seasons.length > 1 && (
              <Tabs
                label={t.season}
                tabs={seasons.map((s) => ({
                  href: listing.href(RENEWALS_OFFICE, { saison: s === seasons[0] ? '' : s.id }),
                  label: titleOf(ctx, s),
                  current: s === season,
                }))}
              />
            )}
            <Notice>
              <T>{`${phaseSentence(ctx, season)} ${t.summary(counts)}`}</T>
            </Notice>
            <Tabs
              label={t.tabs}
              tabs={(['', ...RENEWAL_STATES] as const).map((value) => ({
                href: address({ reponse: value }),
                label: value === '' ? t.all : t.views[value],
                count: value === '' ? everybody : counts[value],
                current: value === state,
              }))}
            />
            <SearchBox
              action={RENEWALS_OFFICE}
              value={q}
              label={t.search}
              hidden={listing.hidden(query, 'q')}
            />
            {list.rows.length === 0 ? (
              <EmptyState
                title={t.empty}
                action={
                  (state || q) && <ButtonLink href={address({ reponse: '', q: '' })}>{t.emptyAct}</ButtonLink>
                }
              >
                {t.emptyText}
              </EmptyState>
            ) : (
              <DataTable
                caption={t.caption(list.total)}
                rows={list.rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'name',
                    label: t.name,
                    heading: true,
                    cell: (row) => {
                      const file = files.get(fileKeyOf(row))
                      if (file) return <a href={fileHref(file)}>{row.name}</a>
                      return seesPeople(ctx.who) ? (
                        <a href={`${PEOPLE}/${row.person}`}>{row.name}</a>
                      ) : (
                        row.name
                      )
                    },
                  },
                  {
                    key: 'answer',
                    label: t.answer,
                    cell: (row) => <StatusTag kind={KIND[row.state]}>{t.states[row.state]}</StatusTag>,
                  },
                  {
                    key: 'at',
                    label: t.answered,
                    cell: (row) => (row.askedAt ? <DateText at={row.askedAt} /> : t.unanswered),
                  },
                  ...(mayRenewFor(ctx, season)
                    ? [{ key: 'act', label: renewFor.what, cell: (row: RenewalRow) => act(ctx, row) }]
                    : []),
                ]}
              />
            )}
            <Pagination page={at} pages={list.pages} href={(n) => address({ page: n })} />
            <CloseSeason ctx={ctx} season={season} />
          </Stack>
        </Page>
      ),
    })
  },
})

/** The files to pay, by key: one query for a page. */
async function filesOf(ctx: RouteContext, rows: readonly RenewalRow[]): Promise<Map<string, string>> {
  const keys = rows.filter((row) => row.state === 'wanted' || row.state === 'renewed').map(fileKeyOf)
  if (keys.length === 0) return new Map()
  const files = await many<ApplicationRow>(ctx.app, APPLICATIONS, { key: { in: keys } })
  return new Map(files.map((file) => [file.key, file.id]))
}

/** Do those who ask renew for members, and is this season open to it? */
const mayRenewFor = (ctx: RouteContext, season: SeasonRow): boolean =>
  handlesFiles(ctx.who) && ['kept', 'open'].includes(renewalPhase(season, todayOf(ctx.app)))

/** The way to renew for who has not answered, or has declined. */
function act(ctx: RouteContext, { state, person, name }: RenewalRow) {
  if ((state !== 'offered' && state !== 'declined') || person === ctx.who?.id) return null
  const t = renewalActTexts(ctx.lang).renewFor
  return (
    <a href={renewForHref(person)}>
      {t.short}
      <span className="visually-hidden"> ({name})</span>
    </a>
  )
}

const schema = z.object({ saison: z.string().min(1, 'season.unknown').max(64) })

export const closeSeasonRoute = route({
  path: `${RENEWALS_OFFICE}/clore`,
  access: closesSeasons,
  get: async () => redirect(RENEWALS_OFFICE),
  post: async (ctx) => {
    const form = await ctx.read(schema)
    if (!ctx.who || !form.ok) return redirect(RENEWALS_OFFICE)
    const back = listing.href(RENEWALS_OFFICE, { saison: form.data.saison })
    const done = await closeSeason(ctx.app, { season: form.data.saison, by: ctx.who })
    if (!done.ok) return redirect(back, { kind: 'refusal', text: ctx.reason(done) })
    return redirect(back, { kind: 'success', text: texts(ctx.lang).renewal.office.close.done })
  },
})
