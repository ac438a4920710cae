import { z } from 'zod'
import { signedIn } from '@/core/access'
import { formatDate } from '@/core/dates'
import type { Result } from '@/core/result'
import { type Route, type RouteContext, redirect, route } from '@/hooks'
import { Actions, ButtonLink, Confirm, Notice, PostButton, Prose, Section, Stack, T } from '@/ui'
import { isOver, lastDayOf } from '../../domain/hold'
import { mayInvite, PRIORITY } from '../../domain/line'
import { phaseOf } from '../../domain/season'
import { departureTexts } from '../../i18n/departure'
import { lineTexts } from '../../i18n/line'
import { renewalActTexts } from '../../i18n/renewal/acts'
import { standAgain, withdraw } from '../../service/line/leaveLine'
import { todayOf } from '../../service/readCounter'
import type { File } from '../../service/readFile'
import { readSettings } from '../../service/readSettings'
import { roundOf } from '../../service/renewal/renewalRows'
import { TakeBack, ToMembership } from '../renewal/takeBack'

const MINE = '/ma-candidature'
const AGAIN = `${MINE}/rang`
const GIVE_UP = `${MINE}/renoncer`

const hasSeat = (ctx: RouteContext, { seat }: File): boolean =>
  Boolean(seat?.heldUntil) && !isOver(seat?.heldUntil, ctx.now)

/** Accepted, but without the seat that was kept: time ran out. */
export const timeRanOut = (ctx: RouteContext, file: File): boolean =>
  file.application.state === 'accepted' && !file.payment && file.seatNeeded && !hasSeat(ctx, file)

/** Where the person stands in line, as one sentence; null where the line has nothing to say. */
export function lineSentence(ctx: RouteContext, file: File): string | null {
  const t = lineTexts(ctx.lang).mine
  const { application: a, line, position, seat } = file
  if (a.state === 'waiting') return position > 0 ? t.waiting(position) : t.entering
  if (a.state === 'withdrawn') {
    const r = renewalActTexts(ctx.lang).takeBack
    const said = a.kind === 'renewal' ? { withdrawn: r.own, removed: r.byStaff } : t
    return a.decidedBy === a.person ? said.withdrawn : said.removed
  }
  if (a.state === 'left') return departureTexts(ctx.lang).mine.left
  if (a.state !== 'accepted' || file.payment) return null
  if (line?.state === 'invited' && seat?.heldUntil && hasSeat(ctx, file)) {
    const zone = ctx.app.settings.timeZone
    return t.invited(formatDate(lastDayOf(new Date(seat.heldUntil), zone), ctx.lang, zone))
  }
  if (!timeRanOut(ctx, file)) return null
  return line?.state === 'missed' ? t.missed : t.missedFree
}

/** What the person may do about it, and how the line goes on. */
export async function LineActs({ ctx, file }: { ctx: RouteContext; file: File }) {
  const t = lineTexts(ctx.lang).mine
  const { application: a, season } = file
  const applies = <ButtonLink href="/adhesion/candidature">{t.apply}</ButtonLink>
  if (a.state === 'left') return <Actions>{applies}</Actions>
  if (a.state === 'refused' && a.reapplyAt)
    return (
      <Stack>
        <Notice>{departureTexts(ctx.lang).reapply.mine}</Notice>
        <Actions>{applies}</Actions>
      </Stack>
    )
  if (a.state === 'withdrawn')
    return (
      <Stack>
        {a.reason && a.decidedBy !== a.person && (
          <Prose>
            <p>
              <T>{a.reason}</T>
            </p>
          </Prose>
        )}
        <Actions>{a.kind === 'renewal' ? <ToMembership ctx={ctx} /> : applies}</Actions>
      </Stack>
    )
  if (a.state === 'waiting') {
    const { inviteDays } = await readSettings(ctx.app)
    const goesOn = season && mayInvite(phaseOf(season, todayOf(ctx.app)))
    return (
      <Stack>
        {standing(ctx, file)}
        <Section title={t.how}>
          <Prose>
            <p>
              <T>{goesOn ? t.howText(inviteDays) : t.seasonOver}</T>
            </p>
          </Prose>
        </Section>
        <GiveUp ctx={ctx} file={file} />
      </Stack>
    )
  }
  if (a.state !== 'accepted' || file.payment) return null
  return (
    <Stack>
      {timeRanOut(ctx, file) && (
        <PostButton kind="main" action={AGAIN} hidden={{ dossier: a.id }} note={t.againNote}>
          {t.again}
        </PostButton>
      )}
      <GiveUp ctx={ctx} file={file} />
    </Stack>
  )
}

/** A place before others, and why. */
function standing(ctx: RouteContext, { line }: File) {
  const t = lineTexts(ctx.lang).mine
  if (!line || line.priority === PRIORITY.none) return null
  return <Notice>{line.priority === PRIORITY.unseated ? t.unseated : t.favoured}</Notice>
}

function GiveUp({ ctx, file }: { ctx: RouteContext; file: File }) {
  const t = lineTexts(ctx.lang).mine
  if (file.application.kind === 'renewal')
    return file.season && <TakeBack ctx={ctx} season={file.season} round={roundOf(file.application)} />
  // Whoever waits, or has lost it, has no place to give up.
  const seated = timeRanOut(ctx, file) ? t.withdraw : t.giveUp
  const said = file.application.state === 'waiting' ? t.leave : seated
  return (
    <Confirm
      label={said.label}
      question={said.question}
      consequence={said.text}
      confirm={said.act}
      action={GIVE_UP}
      hidden={{ dossier: file.application.id }}
    />
  )
}

type Act = (ctx: RouteContext, application: string) => Promise<Result<unknown>>

/** Acts on one's own file: whose it is, the verb asks. */
const own = (path: string, act: Act, done: (t: ReturnType<typeof lineTexts>['mine']) => string): Route =>
  route({
    path,
    access: signedIn,
    get: async () => redirect(MINE),
    post: async (ctx) => {
      const form = await ctx.read(z.object({ dossier: z.string().min(1).max(60) }))
      if (!form.ok) return redirect(MINE)
      const result = await act(ctx, form.data.dossier)
      return result.ok
        ? redirect(MINE, { kind: 'success', text: done(lineTexts(ctx.lang).mine) })
        : redirect(MINE, { kind: 'refusal', text: ctx.reason(result) })
    },
  })

export const ownLineRoutes: Route[] = [
  own(
    AGAIN,
    async (ctx, application) =>
      ctx.who
        ? standAgain(ctx.app, { who: ctx.who, application })
        : { ok: false, reason: 'application.unknown' },
    (t) => t.againDone,
  ),
  own(
    GIVE_UP,
    async (ctx, application) =>
      ctx.who
        ? withdraw(ctx.app, { who: ctx.who, application })
        : { ok: false, reason: 'application.unknown' },
    (t) => t.giveUpDone,
  ),
]
