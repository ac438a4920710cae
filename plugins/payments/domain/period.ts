import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'

export type Days = { from: CivilDate; to: CivilDate }

/** Stripe began in 2010: nothing of its is older. */
export const EARLIEST: CivilDate = '2010-01-01'

/** The last day that may be asked for: tomorrow, for who asks about midnight. */
export const latestDay = (today: CivilDate): CivilDate => addDays(today, 1)

/** May these days be compared, both included? Their bounds keep a long comparison from going on for ever. */
export function checkPeriod(
  { from, to }: Days,
  today: CivilDate,
): Result<null, 'payments.period' | 'payments.too-early' | 'payments.too-late'> {
  if (!isCivilDate(from) || !isCivilDate(to)) return refuse('payments.period')
  if (from < EARLIEST) return refuse('payments.too-early')
  if (to > latestDay(today)) return refuse('payments.too-late')
  return from <= to ? ok(null) : refuse('payments.period')
}
