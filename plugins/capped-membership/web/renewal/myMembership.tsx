import { z } from 'zod'
import { signedIn } from '@/core/access'
import { formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { page, type Reply, type RouteContext, redirect, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  Confirm,
  DataTable,
  DateText,
  EmptyState,
  Page,
  PageHeading,
  PostButton,
  Section,
  Stack,
  StateBlock,
  type StatusKind,
  T,
} from '@/ui'
import { isOver, lastDayOf } from '../../domain/hold'
import { lastDayOfGrace, lastDayOfSeason } from '../../domain/seasonTurn'
import { texts } from '../../i18n'
import { renewalActTexts } from '../../i18n/renewal/acts'
import { MINE } from '../../service/links'
import { declineRenewal } from '../../service/renewal/declineRenewal'
import {
  type Held,
  type MyMembership,
  type Offer,
  readMyMembership,
} from '../../service/renewal/readMyMembership'
import { roundOf } from '../../service/renewal/renewalRows'
import { renewMembership } from '../../service/renewal/renewMembership'
import { takeBackRenewal } from '../../service/renewal/takeBackRenewal'
import { TAKE_BACK, TakeBack } from './takeBack'

const FILE = '/ma-candidature'

type Words = ReturnType<typeof texts>['renewal']['mine']
const titleOf = (ctx: RouteContext, season: { titleFr: string; titleEn: string }) =>
  ctx.lang === 'en' ? season.titleEn : season.titleFr

/** Where the membership stands, as one sentence with its mark. */
function standing(
  ctx: RouteContext,
  mine: MyMembership,
  t: Words,
): { kind: StatusKind; word: string; text: string } {
  const { current, graceDays } = mine
  const until = current && lastDayOfSeason(current.season)
  if (mine.standing === 'suspended') return { kind: 'alert', word: t.status.suspended, text: t.suspended }
  if (current?.state === 'current')
    return {
      kind: 'done',
      word: t.status.active,
      text: t.active(titleOf(ctx, current.season), until ? formatDate(until, ctx.lang) : ''),
    }
  if (current?.season.endsOn && (mine.standing === 'grace' || mine.standing === 'active'))
    return {
      kind: 'waiting',
      word: t.status.grace,
      text: t.grace(formatDate(lastDayOfGrace(current.season.endsOn, graceDays), ctx.lang)),
    }
  return { kind: 'closed', word: t.status.lapsed, text: t.lapsed }
}

/** The next season: what has been answered, and what may be. */
function NextSeason({ ctx, offer, t }: { ctx: RouteContext; offer: Offer; t: Words }) {
  const { season, phase, renewal, paid } = offer
  const title = titleOf(ctx, season)
  const say = (text: string) => (
    <p>
      <T>{text}</T>
    </p>
  )
  if (paid) return <Section title={title}>{say(t.renewed(paid.seat))}</Section>
  if (renewal?.state === 'wanted')
    return (
      <Section title={title}>
        <Stack tight>
          {say(t.wanted)}
          <Actions>
            <ButtonLink kind="main" href={FILE}>
              {t.pay}
            </ButtonLink>
          </Actions>
          <TakeBack ctx={ctx} season={season} round={roundOf(renewal)} />
        </Stack>
      </Section>
    )
  if (phase === 'closed') return <Section title={title}>{say(t.closed)}</Section>
  if (phase === 'before')
    return <Section title={title}>{say(t.before(formatDate(season.renewalOpensOn ?? '', ctx.lang)))}</Section>
  const declined = renewal?.state === 'declined'
  return (
    <Section title={title}>
      <Stack tight>
        {say(declined ? t.declined : kept(ctx, offer, t))}
        <Actions>
          <PostButton
            kind={declined ? 'secondary' : 'main'}
            action={`${MINE}/renouveler`}
            hidden={{ saison: season.id }}
            note={
              season.feeCents > 0
                ? t.renewNote(formatCents(season.feeCents, ctx.lang, { short: true }))
                : t.renewFree
            }
          >
            {t.renew}
          </PostButton>
        </Actions>
        {!declined && (
          <Confirm
            label={t.decline}
            question={t.declineQuestion(title)}
            consequence={t.declineConsequence}
            confirm={t.declineConfirm}
            action={`${MINE}/decliner`}
            hidden={{ saison: season.id }}
          />
        )}
      </Stack>
    </Section>
  )
}

function kept(ctx: RouteContext, { seat, seatNeeded, phase }: Offer, t: Words): string {
  if (seat?.heldUntil && !isOver(seat.heldUntil, ctx.now))
    return t.kept(formatDate(lastDayOf(new Date(seat.heldUntil), ctx.app.settings.timeZone), ctx.lang))
  return !seatNeeded || (phase === 'kept' && !seat) ? t.noSeatNeeded : t.notKept
}

function History({ ctx, rows, t }: { ctx: RouteContext; rows: readonly Held[]; t: Words }) {
  return (
    <Section title={t.history}>
      <DataTable
        caption={t.caption}
        captionHidden
        rows={rows}
        rowKey={({ row }) => row.id}
        columns={[
          { key: 'season', label: t.season, heading: true, cell: ({ season }) => titleOf(ctx, season) },
          { key: 'seat', label: t.seat, cell: ({ row }) => (row.seat > 0 ? t.seatNo(row.seat) : t.noSeat) },
          { key: 'since', label: t.since, cell: ({ row }) => <DateText at={row.since} as="date" /> },
          {
            key: 'until',
            label: t.until,
            cell: ({ row, season }) => {
              const last = row.endedAt ?? lastDayOfSeason(season)
              return last ? <DateText at={last} as="date" /> : '—'
            },
          },
          { key: 'state', label: t.state, cell: ({ state }) => t.states[state] },
        ]}
      />
    </Section>
  )
}

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang).renewal.mine
  if (!ctx.who) return { type: 'forbidden' }
  const mine = await readMyMembership(ctx.app, ctx.who)
  const now = standing(ctx, mine, t)
  const back = mine.standing === 'lapsed' || mine.standing === 'left'
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page width="text">
        <PageHeading title={t.title} />
        {mine.memberships.length === 0 ? (
          <EmptyState title={t.none} action={<ButtonLink href="/adhesion">{t.about}</ButtonLink>}>
            {t.noneText}
          </EmptyState>
        ) : (
          <Stack>
            <StateBlock
              status={{ kind: now.kind, word: now.word }}
              sentence={now.text}
              action={back && !mine.offer && <ButtonLink href="/adhesion">{t.apply}</ButtonLink>}
            />
            {mine.offer && <NextSeason ctx={ctx} offer={mine.offer} t={t} />}
            <History ctx={ctx} rows={mine.memberships} t={t} />
          </Stack>
        )}
      </Page>
    ),
  })
}

/** One's own membership: whose it is says the sign-in. Whoever has lapsed still finds what they had. */
export const myMembershipRoute = route({ path: MINE, access: signedIn, get: show })

const schema = z.object({ saison: z.string().min(1, 'season.unknown').max(64) })

export const renewRoute = route({
  path: `${MINE}/renouveler`,
  access: signedIn,
  get: async () => redirect(MINE),
  post: async (ctx) => {
    const form = await ctx.read(schema)
    if (!ctx.who || !form.ok) return redirect(MINE)
    const done = await renewMembership(ctx.app, { person: ctx.who.id, season: form.data.saison })
    const t = texts(ctx.lang).renewal.mine
    if (!done.ok) {
      // Staff is told otherwise: it can make room.
      const text = done.reason === 'seat.none-left' ? t.noneLeft : ctx.reason(done)
      return redirect(MINE, { kind: 'refusal', text })
    }
    return redirect(
      FILE,
      done.value.already ? { kind: 'info', text: t.doneAlready } : { kind: 'success', text: t.doneRenew },
    )
  },
})

export const declineRoute = route({
  path: `${MINE}/decliner`,
  access: signedIn,
  get: async () => redirect(MINE),
  post: async (ctx) => {
    const form = await ctx.read(schema)
    if (!ctx.who || !form.ok) return redirect(MINE)
    const done = await declineRenewal(ctx.app, { person: ctx.who.id, season: form.data.saison })
    if (!done.ok) return redirect(MINE, { kind: 'refusal', text: ctx.reason(done) })
    return redirect(MINE, { kind: 'success', text: texts(ctx.lang).renewal.mine.doneDecline })
  },
})

export const takeBackRoute = route({
  path: TAKE_BACK,
  access: signedIn,
  get: async () => redirect(MINE),
  post: async (ctx) => {
    const form = await ctx.read(schema.extend({ tour: z.coerce.number().int().positive() }))
    if (!ctx.who || !form.ok) return redirect(MINE)
    const done = await takeBackRenewal(ctx.app, {
      person: ctx.who.id,
      season: form.data.saison,
      round: form.data.tour,
      by: ctx.who,
    })
    if (!done.ok) return redirect(MINE, { kind: 'refusal', text: ctx.reason(done) })
    const t = renewalActTexts(ctx.lang).takeBack
    return redirect(
      MINE,
      done.value.already ? { kind: 'info', text: t.already } : { kind: 'success', text: t.done },
    )
  },
})
