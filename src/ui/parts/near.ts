import { civilDate, daysAway, daysBetween, formatDate, isCivilDate, relativeTime } from '@/core/dates'
import type { Lang } from '@/core/lang'

const DAY = 86_400_000
const NEAR = 30 * DAY

/** Near dates in words (« demain », « il y a 3 jours »), far ones in full. Civil dates count in days. */
export function nearDate(at: Date | string, now: Date, lang: Lang, zone: string): string {
  if (isCivilDate(at)) {
    const days = daysBetween(civilDate(now, zone), at)
    if (Math.abs(days) > 30) return formatDate(at, lang, zone)
    return daysAway(days, lang)
  }
  const instant = new Date(at)
  return Math.abs(instant.getTime() - now.getTime()) <= NEAR
    ? relativeTime(instant, now, lang, zone)
    : formatDate(instant, lang, zone)
}
