import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  type ICalOrganizer,
} from 'ical-generator'
import { MINUTE } from '@/core/clock'
import type { App } from '@/hooks'
import { applicationTexts } from '../../i18n/applications'
import type { ApplicationRow } from '../rows'

/** request: into the person's calendar, or moved there. cancel: out of it. publish: for whoever downloads it. */
export type Wanted = 'request' | 'cancel' | 'publish'

const METHODS = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  publish: ICalCalendarMethod.PUBLISH,
}

type Interview = Pick<ApplicationRow, 'id' | 'name' | 'email' | 'lang'> & {
  at: string
  minutes: number
  place: string
  /** How often it was fixed, moved or cancelled. */
  sequence: number
}

/** The same for the life of a file, whatever the moment: calendars then move what they have (RFC 5545, 3.8.4.7). */
export const uidOf = (app: App, application: string): string =>
  `entretien-${application}@${new URL(app.settings.publicUrl).hostname}`

/** `Compagnon <a@b.c>` → both parts. */
export function organizerOf(from: string | undefined): ICalOrganizer | null {
  const m = /^\s*(?:"?([^"<]*?)"?\s*)<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from ?? '')
  const email = m?.[2] ?? (/^[^<>\s]+@[^<>\s]+$/.test(from ?? '') ? from : undefined)
  return email ? { name: m?.[1] || email, email } : null
}

/**
 * The interview as a calendar understands it (RFC 5545, RFC 5546). Instants are in UTC, so that no calendar needs to
 * know our zone, or guess when clocks change. A request needs an organizer: where the program has no address to send
 * from, it is published instead.
 */
export function invitation(app: App, interview: Interview, wanted: Wanted): string {
  const t = applicationTexts(interview.lang).invitation
  const organizer = organizerOf(app.settings.mailFrom)
  const method = wanted === 'request' && !organizer ? 'publish' : wanted
  const start = new Date(interview.at)
  const link = /^https?:\/\/\S+$/.test(interview.place) ? interview.place : null
  const calendar = ical({
    method: METHODS[method],
    prodId: { company: 'Compagnon', product: 'Compagnon', language: interview.lang.toUpperCase() },
  })
  calendar.createEvent({
    id: uidOf(app, interview.id),
    sequence: interview.sequence,
    stamp: app.clock.now(),
    start,
    end: new Date(start.getTime() + interview.minutes * MINUTE),
    summary: t.summary,
    description: `${t.description}\n${app.settings.publicUrl}/ma-candidature`,
    location: interview.place,
    status: wanted === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.BUSY,
    ...(link ? { url: link } : {}),
    ...(organizer ? { organizer } : {}),
    ...(organizer && wanted !== 'publish'
      ? { attendees: [{ email: interview.email, name: interview.name }] }
      : {}),
  })
  return calendar.toString()
}

/** The interview of a file as it stands; null where none is fixed. */
export const interviewOf = (row: ApplicationRow, minutes: number): Interview | null =>
  row.interviewAt
    ? {
        ...row,
        at: new Date(row.interviewAt).toISOString(),
        minutes: row.interviewMinutes ?? minutes,
        place: row.interviewPlace ?? '',
        sequence: row.interviewSeq ?? 0,
      }
    : null
