import { DAY, HOUR, MINUTE } from '@/core/clock'
import { addDays, type CivilDate, civilDate, startOfDay } from '@/core/dates'

/** A season must be old enough to have a history behind it. */
const OLD_ENOUGH = 110

/** Days from today to the end of the season: renewals are open, no reminder is due yet. */
const ENDS_IN = 45

type SeasonName = { name: string; titleFr: string; titleEn: string }

const named = (name: string): SeasonName => ({
  name,
  titleFr: `Saison ${name}`,
  titleEn: `${name} season`,
})

export type Calendar = {
  readonly now: Date
  readonly today: CivilDate
  readonly opensOn: CivilDate
  readonly season: SeasonName
  /** When it ends, and the next one opens: near enough for members to renew. */
  readonly endsOn: CivilDate
  readonly next: SeasonName
  /** Days from the opening to today. */
  readonly span: number
  /** An instant some days ago, at an hour of the association's clock (10.5: half past ten). */
  ago(days: number, hour: number): Date
  /** An instant some days after the opening. */
  since(days: number, hour: number): Date
  hoursAgo(hours: number): Date
  /** An instant some days ahead. */
  ahead(days: number, hour: number): Date
}

/** The demo tells of the last months, whatever today is: a season that opened in January, or else in September. */
export function calendarOf(now: Date, zone: string): Calendar {
  const today = civilDate(now, zone)
  const year = Number(today.slice(0, 4))
  const january = `${year}-01-07`
  const inJanuary = january <= addDays(today, -OLD_ENOUGH)
  const opensOn = inJanuary ? january : `${year - 1}-09-07`
  const name = inJanuary ? `${year}` : `${year - 1}-${year}`
  const endsOn = addDays(today, ENDS_IN)
  const ends = Number(endsOn.slice(0, 4))
  // Hundreds of acts fall on the same days, and asking a zone for the beginning of one takes long.
  const starts = new Map<CivilDate, number>()
  const startOf = (day: CivilDate): number => {
    const known = starts.get(day) ?? startOfDay(day, zone).getTime()
    starts.set(day, known)
    return known
  }
  const on = (day: CivilDate, hour: number) => new Date(startOf(day) + hour * HOUR)
  // Never in what is still to come, whatever the hour of the day.
  const past = (at: Date) => (at < now ? at : new Date(now.getTime() - MINUTE))
  return {
    now,
    today,
    opensOn,
    season: named(name),
    endsOn,
    next: named(inJanuary && ends === year ? `${year}-${year + 1}` : `${ends}`),
    span: Math.round((startOf(today) - startOf(opensOn)) / DAY),
    ago: (days, hour) => past(on(addDays(today, -days), hour)),
    since: (days, hour) => past(on(addDays(opensOn, days), hour)),
    hoursAgo: (hours) => new Date(now.getTime() - hours * HOUR),
    ahead: (days, hour) => on(addDays(today, days), hour),
  }
}
