import { formatDate } from '@/core/dates'
import { notFound, page, type RouteContext, route } from '@/hooks'
import {
  Actions,
  BarPlot,
  ButtonLink,
  LinePlot,
  Page,
  PageHeading,
  SeasonFigure,
  Section,
  StatusTag,
  T,
} from '@/ui'
import { STAGES } from '../../domain/figures/funnel'
import { thinned } from '../../domain/figures/seatDays'
import { phaseOf } from '../../domain/season'
import { endingWords, figureTexts, refusalWords } from '../../i18n/figures'
import { rolloverTexts } from '../../i18n/rollover'
import { handlesApplications, handlesFiles, handlesPayments } from '../../service/actor'
import { readSeasonFigures, type SeasonFigures } from '../../service/figures/readSeasonFigures'
import { counterOf, todayOf } from '../../service/readCounter'
import { findSeason, type SeasonRow } from '../../service/rows'
import { EXPORTS, managesSeasons, OFFICE, SEASONS_PATH, seasonHref, seesSeasons } from '../officeAccess'
import { rolloverHref } from '../rollover/paths'
import { PHASE_KIND, titleOf, whenOf } from './list'

/** Beyond, points of a plot lie closer than they can be told apart. */
const MOST_POINTS = 100

type Props = { ctx: RouteContext; season: SeasonRow; figures: SeasonFigures }

/** `/bureau/saisons/:id`: seats over time, how far applications come, why some end. */
export const seasonRoute = route({
  path: seasonHref(':id'),
  access: seesSeasons,
  get: async (ctx) => {
    const season = await findSeason(ctx.app, ctx.params.id ?? '')
    if (!season) return notFound()
    const t = figureTexts(ctx.lang)
    const phase = phaseOf(season, todayOf(ctx.app))
    const [{ counter }, figures] = await Promise.all([
      counterOf(ctx.app, season, phase),
      readSeasonFigures(ctx.app, season),
    ])
    const props = { ctx, season, figures }
    return page({
      title: titleOf(season, ctx),
      layout: 'extranet',
      current: SEASONS_PATH,
      breadcrumbs: [{ label: t.title, href: SEASONS_PATH }, { label: titleOf(season, ctx) }],
      view: (
        <Page>
          <PageHeading
            kicker={<StatusTag kind={PHASE_KIND[phase]}>{t.phases[phase]}</StatusTag>}
            title={titleOf(season, ctx)}
            lead={whenOf(season, phase, ctx)}
            action={managesSeasons(ctx.who) && <Changes {...props} />}
          />
          <SeasonFigure lang={ctx.lang} seats={counter.cap} taken={counter.taken} held={counter.held} />
          <Links {...props} />
          <SeatsPlot {...props} />
          <FunnelPlot {...props} />
          <ReasonsPlot
            title={t.refusals}
            none={t.noRefusals}
            given={figures.refusals}
            words={refusalWords(ctx.lang)}
            ctx={ctx}
          />
          <ReasonsPlot
            title={t.endings}
            none={t.noEndings}
            given={figures.endings}
            words={endingWords(ctx.lang)}
            ctx={ctx}
          />
        </Page>
      ),
    })
  },
})

/** What its keepers do with it. */
function Changes({ ctx, season }: Props) {
  return (
    <Actions>
      <ButtonLink href={`/admin/collections/seasons/${season.id}`}>{figureTexts(ctx.lang).edit}</ButtonLink>
      {season.state !== 'draft' && (
        <ButtonLink href={rolloverHref(season.id)}>{rolloverTexts(ctx.lang).act}</ButtonLink>
      )}
    </Actions>
  )
}

/** What else there is of this season, as far as it is for who asks. */
function Links({ ctx, season }: Props) {
  const t = figureTexts(ctx.lang)
  const of = `saison=${encodeURIComponent(season.id)}`
  const applications = handlesApplications(ctx.who)
  return (
    <Section title={t.exports}>
      <Actions>
        {handlesFiles(ctx.who) && <ButtonLink href={`${OFFICE}?etat=all&${of}`}>{t.files}</ButtonLink>}
        {applications && (
          <>
            <ButtonLink href={`${EXPORTS.applications}?etat=all&${of}`} kind="quiet" download>
              {t.exportApplications}
            </ButtonLink>
            <ButtonLink href={`${EXPORTS.members}?${of}`} kind="quiet" download>
              {t.exportMembers}
            </ButtonLink>
          </>
        )}
        {handlesPayments(ctx.who) && (
          <ButtonLink href={`${EXPORTS.payments}?${of}`} kind="quiet" download>
            {t.exportPayments}
          </ButtonLink>
        )}
      </Actions>
    </Section>
  )
}

function SeatsPlot({ ctx, season, figures }: Props) {
  const t = figureTexts(ctx.lang)
  const days = thinned(figures.days, MOST_POINTS)
  const some = figures.days.some((d) => d.taken > 0 || d.held > 0)
  return (
    <Section title={t.seats} lead={some && seatsLead(ctx, season, figures)}>
      {some ? (
        <LinePlot
          title={t.seats}
          titleHidden
          points={days.map((d) => formatDate(d.day, ctx.lang))}
          lines={[
            // In the colours of the seats above.
            { label: t.taken, values: days.map((d) => d.taken) },
            { label: t.held, values: days.map((d) => d.held), marked: true },
            { label: t.free, values: days.map((d) => d.free) },
          ]}
        />
      ) : (
        <p>
          <T>{t.noSeats}</T>
        </p>
      )}
    </Section>
  )
}

/** What the lines tell, and of how many seats: one number, or each with its day. */
function seatsLead(ctx: RouteContext, season: SeasonRow, { days, caps }: SeasonFigures): string {
  const t = figureTexts(ctx.lang)
  const [first, ...later] = caps
  const from = days[0]?.day ?? ''
  const date = (day: string) => formatDate(day, ctx.lang)
  return [
    t.seatsLead,
    caps.length < 2 && t.seatsOf(first?.cap ?? season.cap),
    first && first.from > from && t.capUnknown(date(first.from)),
    caps.length > 1 &&
      t.capChanged(first?.cap ?? 0, later.map((c) => t.capFrom(c.cap, date(c.from))).join(', ')),
  ]
    .filter(Boolean)
    .join(' ')
}

function FunnelPlot({ ctx, figures }: Props) {
  const t = figureTexts(ctx.lang)
  const all = figures.funnel.received
  return (
    <Section title={t.funnel} lead={t.funnelLead}>
      {all > 0 ? (
        <BarPlot
          title={t.funnel}
          titleHidden
          heads={[t.stage, t.people]}
          format={(count) => t.share(count, Math.round((count / all) * 100))}
          bars={STAGES.map((stage) => ({
            label: t.stages[stage],
            value: figures.funnel[stage],
            marked: stage === 'joined',
          }))}
        />
      ) : (
        <p>
          <T>{t.noFiles}</T>
        </p>
      )}
    </Section>
  )
}

type ReasonsProps = {
  ctx: RouteContext
  title: string
  none: string
  given: SeasonFigures['refusals']
  words: Readonly<Record<string, string>>
}

function ReasonsPlot({ ctx, title, none, given, words }: ReasonsProps) {
  const t = figureTexts(ctx.lang)
  return (
    <Section title={title}>
      {given.length > 0 ? (
        <BarPlot
          title={title}
          titleHidden
          heads={[t.reason, t.count]}
          bars={given.map(({ code, n }) => ({ label: code ? (words[code] ?? code) : t.noReason, value: n }))}
        />
      ) : (
        <p>
          <T>{none}</T>
        </p>
      )}
    </Section>
  )
}
