import { MINUTE } from '@/core/clock'
import { addDays, civilDate, startOfDay } from '@/core/dates'

/** How long a seat is kept for a payment being recorded: covers a slow write, not a person. */
export const SECURE_MS = 15 * MINUTE

/** Until when a fee may still be written down for a held seat, by its mark `securedUntil`; null when none is. */
export const markAhead = (securedUntil: string | null | undefined, now: Date): Date | null =>
  securedUntil && new Date(securedUntil) > now ? new Date(securedUntil) : null

/** The mark of whoever writes a fee down now: later than any there is, so that each is told from the others. */
export const markAfter = (securedUntil: string | null | undefined, now: Date): Date =>
  new Date(Math.max(now.getTime() + SECURE_MS, (securedUntil ? new Date(securedUntil).getTime() : 0) + 1))

/**
 * Is this the hold of an acceptance that is not followed up yet? It is minutes long, and says nothing of the days to pay.
 */
export const isMakeshift = (heldUntil: string, decidedAt: string | null | undefined): boolean =>
  Boolean(decidedAt) &&
  new Date(heldUntil).getTime() - new Date(decidedAt as string).getTime() < SECURE_MS + MINUTE

/** How long at least for a payment page: it can be paid for 31 minutes, its news takes a while. */
export const ONLINE_HOLD_MS = 40 * MINUTE

/**
 * Until when a seat is kept for somebody accepted now: the end of the n-th day after, in the association's
 * zone. A civil day is 23 or 25 hours long when clocks change, so days are not added as hours.
 */
export const holdUntil = (now: Date, days: number, zone: string): Date =>
  startOfDay(addDays(civilDate(now, zone), days + 1), zone)

/** The last day on which the fee may come in, for people: the day before the hold ends. */
export const lastDayOf = (until: Date, zone: string): string => civilDate(new Date(until.getTime() - 1), zone)

/** Half-open: at the very instant the hold ends, it is over. */
export const isOver = (heldUntil: string | null | undefined, now: Date): boolean =>
  Boolean(heldUntil) && new Date(heldUntil as string).getTime() <= now.getTime()

/** The later of two ends; a hold is never shortened by holding again. */
export const laterOf = (a: string | null | undefined, b: Date): Date =>
  a && new Date(a).getTime() > b.getTime() ? new Date(a) : b
