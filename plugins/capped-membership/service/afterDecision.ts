import type { MailAttachment } from '@/collections/mail/contract'
import { queueMail } from '@/collections/mail/service/queueMail'
import { changeStanding } from '@/collections/members/service'
import { formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import type { App } from '@/hooks'
import { holdUntil, lastDayOf } from '../domain/hold'
import { interviewAhead } from '../domain/interview'
import { becomeAccepted } from './becomeAccepted'
import { holdSeat } from './holdSeat'
import { followWithdrawal } from './line/leaveLine'
import { readSettings } from './readSettings'
import { recordFree } from './recordFree'
import { type ApplicationRow, applicationsOf, findApplication, findSeason } from './rows'
import { needsSeat } from './seating'
import { cancellation } from './slots/afterInterview'

const page = (app: App) => `${app.settings.publicUrl}/ma-candidature`

const mail = (
  app: App,
  row: ApplicationRow,
  template: string,
  data: Record<string, string | number>,
  attachments: readonly MailAttachment[] = [],
) =>
  queueMail(app, {
    key: `${template}:${row.id}:${data.at ?? ''}`,
    to: row.email,
    ...(row.person ? { person: row.person } : {}),
    lang: row.lang,
    template,
    data: { name: row.name, url: page(app), ...data },
    ...(attachments.length > 0 ? { attachments } : {}),
  })

/**
 * After acceptance: the seat is kept for the days to pay, the standing changes, the mail says how to pay. Where nothing
 * is due the person joins at once. Who gives up at this moment keeps no seat, and is not asked to pay.
 */
export async function afterAcceptance(app: App, id: string): Promise<void> {
  const row = await findApplication(app, id)
  if (row?.state !== 'accepted' || !row.person) return
  const season = await findSeason(app, row.season)
  if (!season) return
  if (!(await becomeAccepted(app, { ...row, person: row.person }))) return
  if ((row.dueCents ?? season.feeCents) === 0) return recordFree(app, { ...row, person: row.person })
  const { holdDays, howToPay } = await readSettings(app)
  const zone = app.settings.timeZone
  const until = holdUntil(new Date(row.decidedAt ?? app.clock.now()), holdDays, zone)
  // A hold is never shortened: where the seat was kept for longer already, that is what the mail says.
  let kept = until
  if (await needsSeat(app, season, row.person)) {
    const seat = await holdSeat(app, { season: season.id, person: row.person, until })
    // Only when the delivery came after the short hold had ended and all seats went: the page says so.
    if (!seat.ok) app.log.warn({ application: row.id }, 'accepted, but no seat is left')
    else if (seat.value.heldUntil && new Date(seat.value.heldUntil) > until)
      kept = new Date(seat.value.heldUntil)
    const state = (await findApplication(app, id))?.state
    // Given up while the seat was taken: it may have been left to us.
    if (state === 'withdrawn') await followWithdrawal(app, id)
    if (state !== 'accepted') return
  }
  const template = row.kind === 'renewal' ? 'membership.renewal-due' : 'membership.accepted'
  await mail(app, row, template, {
    season: row.lang === 'en' ? season.titleEn : season.titleFr,
    amount: formatCents(row.dueCents ?? season.feeCents, row.lang, { short: true }),
    until: formatDate(lastDayOf(kept, zone), row.lang, zone),
    howToPay: howToPay[row.lang],
    reason: row.reason ?? '',
  })
}

export async function afterRefusal(app: App, id: string): Promise<void> {
  const row = await findApplication(app, id)
  if (row?.state !== 'refused' || !row.person) return
  await changeStanding(app, {
    person: row.person,
    to: 'refused',
    from: ['applicant'],
    reason: 'application.refused',
    actor: row.decidedBy ?? 'system',
  })
  // Refused before an interview that was fixed: it leaves the calendar too.
  const ahead = row.interviewAt && row.decidedAt && interviewAhead(row, new Date(row.decidedAt))
  const off = ahead ? [await cancellation(app, row, new Date(row.interviewAt as string).toISOString())] : []
  await mail(app, row, 'membership.refused', { reason: row.reason ?? '' }, off)
}

/** A hold that ran out: said kindly, with the way back. */
export async function afterExpiry(
  app: App,
  data: { season: string; person: string; seat: number },
  key: string,
): Promise<void> {
  const row = (await applicationsOf(app, data.person)).find((a) => a.season === data.season)
  if (row?.state !== 'accepted') return
  await mail(app, row, 'membership.hold-expired', { at: key })
}
