import { extranet, signedIn } from '@/core/access'
import { formatDate, formatMeeting } from '@/core/dates'
import { formatCents } from '@/core/money'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  DefinitionList,
  Disclosure,
  EmptyState,
  Heading,
  Notice,
  Page,
  PageHeading,
  Prose,
  Section,
  Stack,
  StateBlock,
  T,
} from '@/ui'
import { isMakeshift, isOver, lastDayOf } from '../domain/hold'
import { texts } from '../i18n'
import { lineTexts } from '../i18n/line'
import { onlineText } from '../i18n/online'
import { type File, readFile } from '../service/readFile'
import { readSettings } from '../service/readSettings'
import { applicationsOf } from '../service/rows'
import { history, STATE_KIND, stateWord } from './history'
import { LineActs, lineSentence, timeRanOut } from './line/mine'
import { type Online, PayOnline, readOnline } from './payOnline'
import { SlotPicker } from './slots/pick'

/** Where one's own application stands, as one sentence. */
function sentence(ctx: RouteContext, file: File, online: Online | null): string {
  const all = texts(ctx.lang)
  const t =
    file.application.kind === 'renewal' ? { ...all.mine.sentence, ...all.renewal.file } : all.mine.sentence
  const { application: a, seat, payment } = file
  const zone = ctx.app.settings.timeZone
  const inLine = lineSentence(ctx, file)
  if (inLine) return inLine
  if (a.state === 'received') return t.received
  if (a.state === 'interview-planned') {
    const when = formatMeeting(a.interviewAt ?? ctx.now, ctx.lang, zone)
    return a.interviewAt && new Date(a.interviewAt) < ctx.now ? t.plannedPast(when) : t.planned(when)
  }
  if (a.state === 'interviewed') return t.interviewed
  if (a.state === 'refused') return t.refused
  if (a.state === 'joined') return t.joined(file.membership?.seat ?? 0)
  if (payment || online?.state === 'paid') return t.paid
  if (seat?.heldUntil && !isOver(seat.heldUntil, ctx.now) && !isMakeshift(seat.heldUntil, a.decidedAt))
    return t.accepted(formatDate(lastDayOf(new Date(seat.heldUntil), zone), ctx.lang, zone))
  return t.acceptedNoSeatNeeded
}

/** Where the interview is, or the way in, right under the sentence. */
function BesideSentence({ ctx, file: { application: a } }: { ctx: RouteContext; file: File }) {
  const t = texts(ctx.lang).mine
  if (a.state === 'interview-planned' && a.interviewPlace)
    return (
      <p>
        <T>{t.place(a.interviewPlace)}</T>
      </p>
    )
  if (a.state !== 'joined' || !extranet(ctx.who)) return null
  return (
    <ButtonLink kind="main" href="/aujourdhui">
      {t.toExtranet}
    </ButtonLink>
  )
}

/** What the person may do now, under the sentence. */
async function NextAct({ ctx, file, online }: { ctx: RouteContext; file: File; online: Online | null }) {
  const t = texts(ctx.lang).mine
  const { application: a, season, payment } = file
  if (a.state === 'refused' && a.reason)
    return (
      <Section title={t.reason}>
        <Paragraphs text={a.reason} />
      </Section>
    )
  // Without the seat there is nothing to pay: first back in line.
  if (a.state !== 'accepted' || payment || timeRanOut(ctx, file) || !online || online.state === 'paid')
    return null
  const { howToPay } = await readSettings(ctx.app)
  const amount = formatCents(a.dueCents ?? season?.feeCents ?? 0, ctx.lang, { short: true })
  return (
    <>
      {a.reason && <Paragraphs text={a.reason} />}
      <Section title={t.pay(amount)}>
        <Stack>
          <PayOnline ctx={ctx} file={file} online={online} />
          {online.online && <Heading level={3}>{onlineText(ctx.lang).otherwise}</Heading>}
          <Paragraphs text={howToPay[ctx.lang]} />
        </Stack>
      </Section>
    </>
  )
}

function Paragraphs({ text }: { text: string }) {
  return (
    <Prose>
      {text.split(/\n\s*\n/).map((part) => (
        <p key={part.slice(0, 40)}>
          <T>{part}</T>
        </p>
      ))}
    </Prose>
  )
}

async function show(ctx: RouteContext, file: File): Promise<Reply> {
  const t = texts(ctx.lang)
  const { application: a, season } = file
  const heading = a.kind === 'renewal' ? t.renewal.file.title : t.mine.title
  const title = season ? (ctx.lang === 'en' ? season.titleEn : season.titleFr) : ''
  const f = t.form
  const online = await readOnline(ctx, file)
  const [next, line, picker] = await Promise.all([
    NextAct({ ctx, file, online }),
    LineActs({ ctx, file }),
    SlotPicker({ ctx, application: a }),
  ])
  return page({
    title: heading,
    layout: 'extranet',
    view: (
      <Page width="text">
        <PageHeading title={heading} kicker={title ? t.mine.season(title) : undefined} />
        <Stack>
          <StateBlock
            status={{
              kind: STATE_KIND[a.state],
              word: timeRanOut(ctx, file) ? lineTexts(ctx.lang).mine.lost : stateWord(a, ctx.lang),
            }}
            sentence={sentence(ctx, file, online)}
            action={<BesideSentence ctx={ctx} file={file} />}
            history={history(file, ctx.lang, ctx.now, ctx.app.settings.timeZone)}
            historyLabel={t.mine.history}
          />
          {next}
          {line}
          {picker}
          {a.state !== 'joined' && <Notice>{t.mine.writeUs}</Notice>}
          <Disclosure summary={t.mine.yourAnswers}>
            <DefinitionList
              items={[
                { term: f.name, value: a.name },
                { term: f.email, value: a.email },
                ...(a.phone ? [{ term: f.phone, value: a.phone }] : []),
                { term: f.activity, value: a.activity },
                { term: f.skills, value: a.skills },
                { term: f.motives, value: a.motives },
              ]}
            />
          </Disclosure>
        </Stack>
      </Page>
    ),
  })
}

/** One's own application only: it is found by who asks, never by what the address says. */
export const mineRoute = route({
  path: '/ma-candidature',
  access: signedIn,
  get: async (ctx) => {
    const [latest] = ctx.who ? await applicationsOf(ctx.app, ctx.who.id) : []
    if (latest) return show(ctx, await readFile(ctx.app, latest))
    const t = texts(ctx.lang).mine
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <Page width="text">
          <PageHeading title={t.title} />
          <EmptyState title={t.none} action={<ButtonLink href="/adhesion/candidature">{t.apply}</ButtonLink>}>
            {t.noneText}
          </EmptyState>
        </Page>
      ),
    })
  },
})
