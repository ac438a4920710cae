import { formatNumber } from '@/core/lang'
import {
  type FormState,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import {
  Actions,
  Button,
  ButtonLink,
  DefinitionList,
  Form,
  Notice,
  Page,
  PageHeading,
  Section,
  Stack,
  Timeline,
} from '@/ui'
import { checkEnds, checkNextSeason, nextSeasonOf } from '../../domain/rollover/nextSeason'
import { figureTexts } from '../../i18n/figures'
import { rolloverTexts } from '../../i18n/rollover'
import { todayOf } from '../../service/readCounter'
import { readRenewalSettings } from '../../service/renewal/readRenewalSettings'
import {
  type Rollover,
  type RolloverFigures,
  readRollover,
  readRolloverFigures,
} from '../../service/rollover/readRollover'
import { startRollover } from '../../service/rollover/startRollover'
import { managesSeasons, SEASONS_PATH, seasonHref } from '../officeAccess'
import { titleOf } from '../seasons/list'
import { rolloverEvents } from './events'
import {
  EndField,
  FIELD_OF,
  formFrom,
  NextSeasonFields,
  type NextSeasonForm,
  nextSeasonForm,
  seasonFrom,
} from './fields'
import { rolloverHref } from './paths'

type Props = { ctx: RouteContext; rollover: Rollover; figures: RolloverFigures }

const frame = (ctx: RouteContext, { from }: Rollover, title: string) => ({
  title,
  layout: 'extranet' as const,
  current: SEASONS_PATH,
  breadcrumbs: [
    { label: figureTexts(ctx.lang).title, href: SEASONS_PATH },
    { label: titleOf(from, ctx), href: seasonHref(from.id) },
    { label: title },
  ],
})

/** Where members stand, and the next season as it would be; or what became of the passage. */
async function show(ctx: RouteContext, rollover: Rollover, sent?: FormState): Promise<Reply> {
  const t = rolloverTexts(ctx.lang)
  const { from, next, seasons } = rollover
  const figures = await readRolloverFigures(ctx.app, from, next, seasons)
  const props = { ctx, rollover, figures }
  return page({
    ...frame(ctx, rollover, t.title),
    status: sent ? 422 : 200,
    view: (
      <Page width="text">
        <PageHeading title={t.title} kicker={titleOf(from, ctx)} lead={rollover.task ? undefined : t.lead} />
        <Figures {...props} />
        {rollover.task ? <Begun {...props} /> : <Settings {...props} sent={sent} />}
      </Page>
    ),
  })
}

function Figures({ ctx, figures }: Props) {
  const t = rolloverTexts(ctx.lang)
  const names = ['members', 'renewed', 'wanted', 'declined', 'unanswered', 'inGrace', 'wouldLose'] as const
  return (
    <Section title={t.figures}>
      <DefinitionList
        items={names.map((name) => ({ term: t[name], value: formatNumber(figures[name], ctx.lang) }))}
      />
    </Section>
  )
}

function Begun({ ctx, rollover: { next, task } }: Props) {
  const t = rolloverTexts(ctx.lang)
  return (
    <Stack>
      <Notice title={t.doneTitle}>{t.doneText}</Notice>
      <Actions>
        {task && <ButtonLink href={`/bureau/travaux/${task.id}`}>{t.follow}</ButtonLink>}
        {next && (
          <ButtonLink kind="quiet" href={seasonHref(next.id)}>
            {t.seeNext}
          </ButtonLink>
        )}
      </Actions>
    </Stack>
  )
}

function Settings({ ctx, rollover: { from, next }, sent }: Props & { sent: FormState | undefined }) {
  const t = rolloverTexts(ctx.lang)
  const first = formFrom(nextSeasonOf(from), ctx.lang, todayOf(ctx.app))
  return (
    <Section title={t.settings}>
      <Stack>
        {next && <Notice title={t.exists(titleOf(next, ctx))}>{t.existsText}</Notice>}
        <Form action={rolloverHref(from.id)} errors={sent?.errors ?? {}} values={sent?.values ?? {}}>
          {!from.endsOn && <EndField lang={ctx.lang} first={first} />}
          {!next && <NextSeasonFields lang={ctx.lang} first={first} />}
          <Button note={t.reviewNote}>{t.review}</Button>
        </Form>
      </Stack>
    </Section>
  )
}

/** What will be done, now and on its days, before it is. */
async function review(ctx: RouteContext, rollover: Rollover, form: NextSeasonForm): Promise<Reply> {
  const t = rolloverTexts(ctx.lang)
  const { from, next, seasons } = rollover
  const { make, ends } = seasonFrom(form, Boolean(from.staffTakesSeats))
  const [figures, settings] = await Promise.all([
    readRolloverFigures(ctx.app, from, next, seasons),
    readRenewalSettings(ctx.app),
  ])
  const into = next ?? make
  const title = t.reviewTitle(ctx.lang === 'en' ? into.titleEn : into.titleFr)
  const plan = { ctx, from, ends: from.endsOn || ends, next: into, made: !next, figures, settings }
  return page({
    ...frame(ctx, rollover, title),
    view: (
      <Page width="text">
        <PageHeading title={title} lead={t.reviewLead} />
        <Stack>
          <Timeline label={title} events={rolloverEvents(plan)} />
          <Form action={`${rolloverHref(from.id)}/lancer`} hidden={form}>
            <Actions>
              <Button note={next ? undefined : t.confirmNote}>{t.confirm}</Button>
              <ButtonLink kind="quiet" href={rolloverHref(from.id)}>
                {t.change}
              </ButtonLink>
            </Actions>
          </Form>
        </Stack>
      </Page>
    ),
  })
}

/** The same form again, with what is wrong beside its field. */
function refused(
  ctx: RouteContext,
  rollover: Rollover,
  state: FormState,
  refusal: { ok: false; reason: string; detail?: Readonly<Record<string, string | number>> },
): Promise<Reply> {
  const field = FIELD_OF[String(refusal.detail?.field ?? '')] ?? ''
  return show(ctx, rollover, withError(state, field, ctx.reason(refusal)))
}

/** What is wrong with the form, as far as can be said before anything is begun. */
function check({ from, next }: Rollover, form: NextSeasonForm) {
  const { make, ends } = seasonFrom(form, Boolean(from.staffTakesSeats))
  const before = { opensOn: from.opensOn, ends: from.endsOn || ends }
  return next ? checkEnds(before) : checkNextSeason(make, before)
}

/** The passage of the season in the address, where it may be spoken of. */
async function of(ctx: RouteContext, then: (rollover: Rollover) => Promise<Reply>): Promise<Reply> {
  const rollover = await readRollover(ctx.app, ctx.params.id ?? '')
  if (!rollover) return notFound()
  if (rollover.from.state !== 'draft') return then(rollover)
  const text = ctx.reason({ ok: false, reason: 'rollover.in-preparation' })
  return redirect(seasonHref(rollover.from.id), { kind: 'refusal', text })
}

/** `/bureau/saisons/:id/suivante`: looked at, reviewed, then begun once, and followed among the long acts. */
export const rolloverRoutes = [
  route({
    path: rolloverHref(':id'),
    access: managesSeasons,
    get: (ctx) => of(ctx, (rollover) => show(ctx, rollover)),
    post: (ctx) =>
      of(ctx, async (rollover) => {
        const form = await ctx.read(nextSeasonForm)
        if (!form.ok) return show(ctx, rollover, form.state)
        if (rollover.task) return redirect(rolloverHref(rollover.from.id))
        const checked = check(rollover, form.data)
        return checked.ok ? review(ctx, rollover, form.data) : refused(ctx, rollover, form.state, checked)
      }),
  }),
  route({
    path: `${rolloverHref(':id')}/lancer`,
    access: managesSeasons,
    get: async (ctx) => redirect(rolloverHref(ctx.params.id ?? '')),
    post: (ctx) =>
      of(ctx, async (rollover) => {
        const form = await ctx.read(nextSeasonForm)
        if (!form.ok || !ctx.who) return show(ctx, rollover, form.state)
        const { from } = rollover
        const said = seasonFrom(form.data, Boolean(from.staffTakesSeats))
        const begun = await startRollover(ctx.app, { from: from.id, ...said, by: ctx.who })
        if (!begun.ok) return refused(ctx, rollover, form.state, begun)
        const t = rolloverTexts(ctx.lang)
        return redirect(`/bureau/travaux/${begun.value.task}`, {
          kind: 'success',
          text: begun.value.already ? t.already : t.begun,
        })
      }),
  }),
]
