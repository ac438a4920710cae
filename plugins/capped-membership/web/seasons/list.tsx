import { staffFor } from '@/core/access'
import { formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { page, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  PageHeading,
  SeasonFigure,
  Stack,
  StatusTag,
} from '@/ui'
import { phaseOf, type SeasonPhase } from '../../domain/season'
import { NO_SEATS } from '../../domain/seats'
import { figureTexts } from '../../i18n/figures'
import { importTexts } from '../../i18n/imports'
import { countAllSeats } from '../../service/figures/groups'
import { importsMembers } from '../../service/imports/access'
import { todayOf } from '../../service/readCounter'
import { allSeasons, type SeasonRow } from '../../service/rows'
import { IMPORT_PATH } from '../imports/paths'
import { officeAccess, SEASONS_PATH, seasonHref } from '../officeAccess'

export const PHASE_KIND = { hidden: 'draft', upcoming: 'waiting', open: 'open', closed: 'closed' } as const
export const managesSeasons = staffFor('settings')

export const titleOf = (season: SeasonRow, ctx: RouteContext): string =>
  ctx.lang === 'en' ? season.titleEn : season.titleFr

/** When it opens or since when it runs, and what it costs. */
export function whenOf(season: SeasonRow, phase: SeasonPhase, { lang }: RouteContext): string {
  const t = figureTexts(lang)
  const from = formatDate(season.opensOn, lang)
  const dates =
    phase === 'upcoming'
      ? t.upcoming(from)
      : t.dates(from, season.closesOn ? formatDate(season.closesOn, lang) : '')
  return `${dates}, ${t.fee(formatCents(season.feeCents, lang, { short: true }))}`
}

/** `/bureau/saisons`: every season with its figure. */
export const seasonsRoute = route({
  path: SEASONS_PATH,
  access: officeAccess,
  get: async (ctx) => {
    const t = figureTexts(ctx.lang)
    const [seasons, seats] = await Promise.all([allSeasons(ctx.app), countAllSeats(ctx.app)])
    const today = todayOf(ctx.app)
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading
              title={t.title}
              lead={t.lead}
              action={
                seasons.length > 0 &&
                importsMembers(ctx.who) && (
                  <ButtonLink href={IMPORT_PATH}>{importTexts(ctx.lang).act}</ButtonLink>
                )
              }
            />
            {seasons.length === 0 ? (
              <EmptyState
                title={t.empty}
                action={
                  managesSeasons(ctx.who) && (
                    <ButtonLink kind="main" href="/admin/collections/seasons/create">
                      {t.emptyAct}
                    </ButtonLink>
                  )
                }
              >
                {t.emptyText}
              </EmptyState>
            ) : (
              <CardList label={t.title}>
                {seasons.map((season) => {
                  const phase = phaseOf(season, today)
                  const counts = seats.get(season.id) ?? NO_SEATS
                  return (
                    <Card
                      key={season.id}
                      as="li"
                      level={2}
                      title={titleOf(season, ctx)}
                      href={seasonHref(season.id)}
                      marked={phase === 'open'}
                      top={<StatusTag kind={PHASE_KIND[phase]}>{t.phases[phase]}</StatusTag>}
                      foot={whenOf(season, phase, ctx)}
                    >
                      <SeasonFigure
                        lang={ctx.lang}
                        seats={season.cap}
                        taken={counts.confirmed}
                        held={counts.held}
                        size="small"
                      />
                    </Card>
                  )
                })}
              </CardList>
            )}
          </Stack>
        </Page>
      ),
    })
  },
})
