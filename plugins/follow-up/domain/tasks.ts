import { DAY } from '@/core/clock'
import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'

/** A next date further off than this is a slip of the finger. */
const FARTHEST_DAYS = 366

/** A next date is today or later, within a year. */
export function checkNext(date: string, today: CivilDate): Result<CivilDate, 'follow-up.wrong-date'> {
  if (!isCivilDate(date) || date < today || date > addDays(today, FARTHEST_DAYS))
    return refuse('follow-up.wrong-date')
  return ok(date)
}

/** Putting off moves to a later day than it stands on, and than today. */
export function checkPostponed(
  date: string,
  stands: CivilDate,
  today: CivilDate,
): Result<CivilDate, 'follow-up.wrong-date'> {
  const checked = checkNext(date, today)
  return checked.ok && (date <= stands || date <= today) ? refuse('follow-up.wrong-date') : checked
}

export type Due = 'overdue' | 'due' | 'coming'
export const dueOf = (nextOn: CivilDate, today: CivilDate): Due =>
  nextOn < today ? 'overdue' : nextOn === today ? 'due' : 'coming'

/** Whoever was last seen before this instant is silent. */
export const silentBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY)

/** May a person be written to again? After so many whole days; the very instant counts. */
export const mayContact = (contactedAt: string | null | undefined, now: Date, days: number): boolean =>
  !contactedAt || now.getTime() - new Date(contactedAt).getTime() >= days * DAY
