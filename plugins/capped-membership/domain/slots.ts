import { HOUR, MINUTE } from '@/core/clock'
import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'
import { instantOf } from './wallTime'

/** What an application bears: a slot of its own, or none. */
export const slotClaim = (slot: string): string => `slot:${slot}`
export const noSlot = (application: string): string => `none:${application}`
export const slotOfClaim = (claim: string | null | undefined): string | null =>
  claim?.startsWith('slot:') ? claim.slice('slot:'.length) : null

/** The same host is not twice at one moment. */
export const slotKey = (host: string, startsAt: string): string => `${host}:${startsAt}`
export const withdrawnKey = (slot: string): string => `withdrawn:${slot}`

export const SHORTEST_MINUTES = 5
export const LONGEST_MINUTES = 480
/** A series is read by people before it is published: beyond this it is a mistake. */
export const MOST_SLOTS = 200
const LONGEST_SERIES = 183

export const checkLength = (minutes: number): Result<number, 'slot.length'> =>
  Number.isInteger(minutes) && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES
    ? ok(minutes)
    : refuse('slot.length')

export type Series = {
  from: CivilDate
  to: CivilDate
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[]
  /** `HH:mm`, as clocks on the wall show it. */
  start: string
  end: string
  minutes: number
}

type SeriesReason =
  | 'slot.length'
  | 'slot.no-day'
  | 'slot.no-room'
  | 'slot.too-many'
  | 'slot.wrong-days'
  | 'date.invalid'

const HOURS = /^([01]\d|2[0-3]):([0-5]\d)$/
const minuteOfDay = (text: string): number | null => {
  const m = HOURS.exec(text)
  return m ? Number(m[1]) * 60 + Number(m[2]) : null
}
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: CivilDate): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7

/**
 * The moments of a series, one after the other, as clocks on the wall show them: 14:00 is 14:00 in winter and in
 * summer. An hour that does not exist the night clocks go forward is left out, and what would begin before the one that
 * runs across it has ended.
 */
export function seriesOf(series: Series, zone: string): Result<Date[], SeriesReason> {
  const length = checkLength(series.minutes)
  if (!length.ok) return length
  const [first, last] = [minuteOfDay(series.start), minuteOfDay(series.end)]
  if (first === null || last === null || !isCivilDate(series.from) || !isCivilDate(series.to))
    return refuse('date.invalid')
  if (series.to < series.from || addDays(series.from, LONGEST_SERIES) < series.to)
    return refuse('slot.wrong-days')
  if (first + series.minutes > last) return refuse('slot.no-room')
  const moments: Date[] = []
  let days = 0
  for (let day = series.from; day <= series.to; day = addDays(day, 1)) {
    if (!series.weekdays.includes(weekdayOf(day))) continue
    days++
    for (let minute = first; minute + series.minutes <= last; minute += series.minutes) {
      const at = instantOf(`${day}T${clock(minute)}`, zone)
      if (at.ok && !overlapsLast(moments, at.value, series.minutes)) moments.push(at.value)
    }
    if (moments.length > MOST_SLOTS) return refuse('slot.too-many', { max: MOST_SLOTS })
  }
  return days === 0 ? refuse('slot.no-day') : ok(moments)
}

type Span = { startsAt: Date; minutes: number }
const endOf = ({ startsAt, minutes }: Span): number => startsAt.getTime() + minutes * MINUTE

/** Do two spans share a moment? One that ends as the other begins does not (periods are half-open). */
export const overlap = (a: Span, b: Span): boolean =>
  a.startsAt.getTime() < endOf(b) && b.startsAt.getTime() < endOf(a)

const overlapsLast = (moments: readonly Date[], startsAt: Date, minutes: number): boolean => {
  const last = moments.at(-1)
  return last !== undefined && overlap({ startsAt: last, minutes }, { startsAt, minutes })
}

/** Slots that begin from this instant on may be picked. */
export const pickableFrom = (now: Date, leadHours: number): Date => new Date(now.getTime() + leadHours * HOUR)

export const checkPick = (startsAt: Date, now: Date, leadHours: number): Result<null, 'slot.too-soon'> =>
  startsAt >= pickableFrom(now, leadHours) ? ok(null) : refuse('slot.too-soon', { hours: leadHours })

/** May the person move the interview by themselves? Until so many hours before it; the very instant still counts. */
export const checkMove = (
  interviewAt: Date,
  now: Date,
  moveHours: number,
): Result<null, 'slot.move-too-late'> =>
  interviewAt.getTime() - now.getTime() >= moveHours * HOUR
    ? ok(null)
    : refuse('slot.move-too-late', { hours: moveHours })
