import type { Lang } from './lang'

/** A civil date, `YYYY-MM-DD`, in the association's zone; compares as text. */
export type CivilDate = string

export const DEFAULT_ZONE = 'Europe/Paris'

export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value
}

const FORMATS = {
  civil: { year: 'numeric', month: '2-digit', day: '2-digit' },
  clock: {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  },
  date: { dateStyle: 'long' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dateTime: { dateStyle: 'long', timeStyle: 'short' },
  meeting: { dateStyle: 'full', timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Formats are made once a kind: making one costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()
function format(kind: keyof typeof FORMATS, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${timeZone}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...FORMATS[kind], timeZone })
    formats.set(key, made)
  }
  return made
}

/** The civil date of an instant in a zone. */
export const civilDate = (instant: Date, zone = DEFAULT_ZONE): CivilDate =>
  format('civil', 'en-CA', zone).format(instant)

/** The instant at which a civil date begins in a zone, across daylight-saving changes. */
export function startOfDay(date: CivilDate, zone = DEFAULT_ZONE): Date {
  const utc = new Date(`${date}T00:00:00Z`).getTime()
  let guess = utc - zoneOffset(new Date(utc), zone)
  guess = utc - zoneOffset(new Date(guess), zone)
  return new Date(guess)
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function zoneOffset(instant: Date, zone: string): number {
  const parts = format('clock', 'en-US', zone).formatToParts(instant)
  const get = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'))
  return wall - Math.floor(instant.getTime() / 1000) * 1000
}

/** Adds days to a civil date; no zone is involved. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** How many days one civil date comes after another. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

const locale = (lang: Lang) => (lang === 'fr' ? 'fr-FR' : 'en-GB')

/** « 1er janvier 2023 » / "1 January 2023". Day and month never part at the end of a line. */
export const formatDate = (at: Date | string, lang: Lang, zone = DEFAULT_ZONE): string =>
  together(firstOfMonth(format('date', locale(lang), zone).format(toInstant(at)), lang))

/** « samedi 7 janvier » / "Saturday 7 January". */
export const formatDay = (at: Date | string, lang: Lang, zone = DEFAULT_ZONE): string =>
  together(firstOfMonth(format('day', locale(lang), zone).format(toInstant(at)), lang))

/** « 7 janvier 2023 à 14:05 » / "7 January 2023 at 14:05". */
export const formatDateTime = (at: Date | string, lang: Lang, zone = DEFAULT_ZONE): string =>
  together(firstOfMonth(format('dateTime', locale(lang), zone).format(toInstant(at)), lang))

/** « samedi 7 janvier 2023 à 14:05 » / "Saturday 7 January 2023 at 14:05": people meet on a day of the week. */
export const formatMeeting = (at: Date | string, lang: Lang, zone = DEFAULT_ZONE): string => {
  // Some versions of ICU write "Saturday, 7 January".
  const text = format('meeting', locale(lang), zone)
    .format(toInstant(at))
    .replace(/^(\p{L}+), /u, '$1 ')
  return together(firstOfMonth(text, lang))
}

/** French says « 1er » for the first of a month, and plain figures for the others. */
const firstOfMonth = (text: string, lang: Lang): string =>
  lang === 'fr' ? text.replace(/(?<!\S)1 (?=\p{L})/u, '1er ') : text

/** A figure and the word it counts, « à » and its hour, with no-break spaces. */
const together = (text: string): string =>
  text.replace(/(?<=\b\d{1,2}(?:er)?) (?=\p{L})|(?<= à) (?=\d)/gu, '\u00a0')

const toInstant = (at: Date | string): Date => (isCivilDate(at) ? new Date(`${at}T12:00:00Z`) : new Date(at))

/** « demain », « il y a 3 jours »; less than nothing lies behind. */
export const daysAway = (days: number, lang: Lang): string => away(days, 'day', lang)

const relative = {
  fr: new Intl.RelativeTimeFormat(locale('fr'), { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat(locale('en'), { numeric: 'auto' }),
}
const away = (n: number, unit: Intl.RelativeTimeFormatUnit, lang: Lang): string =>
  together(relative[lang].format(n, unit))

/** Near dates in words (« il y a 3 jours », "in 2 hours"); the exact date belongs in the title attribute. */
export function relativeTime(at: Date | string, now: Date, lang: Lang, zone = DEFAULT_ZONE): string {
  const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000)
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ]
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) < size) continue
    // Days are those of the calendar: what happens the day after tomorrow is not « demain », however early it is.
    const days = daysBetween(civilDate(now, zone), civilDate(new Date(at), zone))
    return away(unit === 'day' ? days : Math.trunc(seconds / size), unit, lang)
  }
  return lang === 'fr' ? 'à l’instant' : 'just now'
}
