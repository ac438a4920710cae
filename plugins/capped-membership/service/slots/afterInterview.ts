import type { MailAttachment } from '@/collections/mail/contract'
import { queueMail } from '@/collections/mail/service/queueMail'
import { formatMeeting } from '@/core/dates'
import type { App } from '@/hooks'
import { applicationTexts } from '../../i18n/applications'
import { readApplicationSettings } from '../applicationSettings'
import { type ApplicationRow, findApplication } from '../rows'
import { interviewOf, invitation } from './invitation'
import { leaveWithdrawnSlot } from './leaveSlot'

const calendarFile = (row: ApplicationRow, content: string): MailAttachment => ({
  name: applicationTexts(row.lang).invitation.file,
  type: `text/calendar; method=${/^METHOD:(\w+)/m.exec(content)?.[1] ?? 'PUBLISH'}`,
  content,
})

const send = (
  app: App,
  row: ApplicationRow,
  template: string,
  key: string,
  data: Record<string, string | number>,
  attachment: MailAttachment,
) =>
  queueMail(app, {
    key,
    to: row.email,
    ...(row.person ? { person: row.person } : {}),
    lang: row.lang,
    template,
    data: { name: row.name, url: `${app.settings.publicUrl}/ma-candidature`, ...data },
    attachments: [attachment],
  })

/** The applicant learns when and where, with an invitation; each move is a mail of its own, with the same event. */
export async function afterPlanning(app: App, id: string, at: string): Promise<void> {
  const row = await findApplication(app, id)
  // Moved again meanwhile: the later mail says it.
  if (!row?.interviewAt || new Date(row.interviewAt).getTime() !== new Date(at).getTime()) return
  if (await leaveWithdrawnSlot(app, row)) return
  const { interviewMinutes } = await readApplicationSettings(app)
  const interview = interviewOf(row, interviewMinutes)
  if (!interview) return
  const file = calendarFile(row, invitation(app, interview, 'request'))
  await send(
    app,
    row,
    'membership.planned',
    `membership.planned:${row.id}:${at}:${interview.sequence}`,
    {
      when: formatMeeting(at, row.lang, app.settings.timeZone),
      place: row.interviewPlace ?? '',
    },
    file,
  )
}

/** The interview of a withdrawn slot is off: said kindly, out of the calendar, with the way to another. */
export async function afterCallingOff(app: App, id: string, at: string, key: string): Promise<void> {
  const row = await findApplication(app, id)
  if (!row) return
  await send(
    app,
    row,
    'membership.called-off',
    `membership.called-off:${key}`,
    { when: formatMeeting(at, row.lang, app.settings.timeZone) },
    await cancellation(app, row, at),
  )
}

/** What takes an interview out of the person's calendar. */
export async function cancellation(app: App, row: ApplicationRow, at: string): Promise<MailAttachment> {
  const { interviewMinutes } = await readApplicationSettings(app)
  const interview = {
    ...row,
    at,
    minutes: row.interviewMinutes ?? interviewMinutes,
    place: row.interviewPlace ?? '',
    sequence: row.interviewSeq ?? 1,
  }
  return calendarFile(row, invitation(app, interview, 'cancel'))
}
