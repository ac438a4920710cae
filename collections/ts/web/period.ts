import { addDays, type CivilDate, civilDate, isCivilDate, startOfDay } from '@/core/dates'

/** A period in civil days, both included, as people give it. */
export type Period = { from: CivilDate; to: CivilDate }

/** A civil date from the address, or nothing: a bad one is as good as none. */
export const dateOf = (url: URL, name: string): CivilDate | undefined => {
  const value = url.searchParams.get(name)
  return isCivilDate(value) ? value : undefined
}

/** The instants of a period: from its first day's beginning to its last day's end, half-open. */
export const instantsOf = (period: Partial<Period>, zone: string): { from?: Date; to?: Date } => ({
  ...(period.from ? { from: startOfDay(period.from, zone) } : {}),
  ...(period.to ? { to: startOfDay(addDays(period.to, 1), zone) } : {}),
})

/** The period a statement shows: as asked (in the right order, two years at most), else this year to date. */
export function statementPeriod(url: URL, now: Date, zone: string): Period & { cut: boolean } {
  const today = civilDate(now, zone)
  const a = dateOf(url, 'du') ?? `${today.slice(0, 4)}-01-01`
  const b = dateOf(url, 'au') ?? today
  const [from, to] = a <= b ? [a, b] : [b, a]
  const earliest = addDays(to, -731)
  return from < earliest ? { from: earliest, to, cut: true } : { from, to, cut: false }
}
