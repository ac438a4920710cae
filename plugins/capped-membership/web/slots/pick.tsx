import { z } from 'zod'
import { signedIn } from '@/core/access'
import { civilDate, formatDay, formatMeeting } from '@/core/dates'
import { notFound, type RouteContext, raw, redirect, route } from '@/hooks'
import { Actions, ButtonLink, Disclosure, Heading, PostButton, Section, Stack, T } from '@/ui'
import { interviewAhead } from '../../domain/interview'
import { checkMove } from '../../domain/slots'
import { applicationTexts } from '../../i18n/applications'
import { handlesApplications } from '../../service/actor'
import { readApplicationSettings } from '../../service/applicationSettings'
import { type ApplicationRow, applicationsOf, findApplication } from '../../service/rows'
import { interviewOf, invitation } from '../../service/slots/invitation'
import { freeSlots } from '../../service/slots/listSlots'
import type { SlotRow } from '../../service/slots/rows'
import { takeSlot } from '../../service/slots/takeSlot'
import { fileHref } from '../officeAccess'

const MINE = '/ma-candidature'
const CALENDAR = `${MINE}/entretien.ics`

/** Under one's own application: the slots there are to pick, or the way to move; nothing once there is a report. */
export async function SlotPicker({
  ctx,
  application: a,
}: {
  ctx: RouteContext
  application: ApplicationRow
}) {
  if (a.state !== 'received' && a.state !== 'interview-planned') return null
  const t = applicationTexts(ctx.lang).pick
  const { slotLeadHours, slotMoveHours } = await readApplicationSettings(ctx.app)
  if (a.state === 'received') {
    const slots = await freeSlots(ctx.app, slotLeadHours)
    if (slots.length === 0) return <p>{t.none}</p>
    return (
      <Section title={t.title} lead={t.lead} id="creneaux">
        <Slots ctx={ctx} slots={slots} level={3} />
      </Section>
    )
  }
  if (!a.interviewAt || !interviewAhead(a, ctx.now)) return null
  const movable = checkMove(new Date(a.interviewAt), ctx.now, slotMoveHours).ok
  const slots = movable ? await freeSlots(ctx.app, slotLeadHours) : []
  return (
    <Stack>
      <Actions>
        <ButtonLink href={CALENDAR} download>
          {t.calendar}
        </ButtonLink>
      </Actions>
      {!movable && <p>{t.moveLate(slotMoveHours)}</p>}
      {movable && slots.length === 0 && <p>{t.noneElse}</p>}
      {slots.length > 0 && (
        <Disclosure summary={t.move}>
          <Stack>
            <p>
              <T>{t.moveLead(slotMoveHours)}</T>
            </p>
            <Slots ctx={ctx} slots={slots} level={2} />
          </Stack>
        </Disclosure>
      )}
    </Stack>
  )
}

/** One button a moment, by day and place: what is heard says all of it. */
function Slots({ ctx, slots, level }: { ctx: RouteContext; slots: SlotRow[]; level: 2 | 3 }) {
  const t = applicationTexts(ctx.lang).pick
  const zone = ctx.app.settings.timeZone
  const locale = ctx.lang === 'en' ? 'en-GB' : 'fr-FR'
  const hour = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  const groups = Map.groupBy(slots, (slot) => `${civilDate(new Date(slot.startsAt), zone)} ${slot.place}`)
  return (
    <Stack>
      {[...groups].map(([key, [first, ...others]]) => {
        if (!first) return null
        const day = formatDay(first.startsAt, ctx.lang, zone)
        return (
          <div key={key}>
            <Heading level={level} className="day-title">
              <T>{day.charAt(0).toUpperCase() + day.slice(1)}</T>
            </Heading>
            <p className="soft">
              <T>{first.place}</T>
            </p>
            <Actions>
              {[first, ...others].map((slot) => (
                <PostButton
                  key={slot.id}
                  action={`${MINE}/creneau`}
                  hidden={{ creneau: slot.id }}
                  label={`${day}, ${hour.format(new Date(slot.startsAt))}, ${t.length(slot.minutes)}`}
                >
                  {hour.format(new Date(slot.startsAt))}
                </PostButton>
              ))}
            </Actions>
          </div>
        )
      })}
    </Stack>
  )
}

/** The interview of a file as a calendar takes it. */
async function calendarOf(ctx: RouteContext, row: ApplicationRow | null) {
  if (row?.state !== 'interview-planned') return notFound()
  const { interviewMinutes } = await readApplicationSettings(ctx.app)
  const interview = interviewOf(row, interviewMinutes)
  if (!interview) return notFound()
  const { file } = applicationTexts(ctx.lang).invitation
  return raw('text/calendar; charset=utf-8; method=PUBLISH', invitation(ctx.app, interview, 'publish'), {
    headers: {
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'private, no-store',
    },
  })
}

export const pickRoutes = [
  route({
    path: `${MINE}/creneau`,
    access: signedIn,
    get: async () => redirect(MINE),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const form = await ctx.read(z.object({ creneau: z.string().max(64) }))
      const taken = form.ok
        ? await takeSlot(ctx.app, { slot: form.data.creneau, who: ctx.who })
        : ({ ok: false, reason: 'slot.unknown' } as const)
      if (!taken.ok) return redirect(MINE, { kind: 'refusal', text: ctx.reason(taken) })
      const when = formatMeeting(taken.value.interviewAt ?? ctx.now, ctx.lang, ctx.app.settings.timeZone)
      return redirect(MINE, { kind: 'success', text: applicationTexts(ctx.lang).pick.done(when) })
    },
  }),
  route({
    path: CALENDAR,
    access: signedIn,
    get: async (ctx) =>
      calendarOf(ctx, ctx.who ? ((await applicationsOf(ctx.app, ctx.who.id))[0] ?? null) : null),
  }),
  route({
    path: `${fileHref(':id')}/entretien.ics`,
    access: handlesApplications,
    get: async (ctx) => calendarOf(ctx, await findApplication(ctx.app, ctx.params.id ?? '')),
  }),
]
