import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import type { Cents } from '@/core/money'
import { ok, type Result, refuse } from '@/core/result'

export type Money = 'none' | 'by-card' | 'by-hand' | 'refunded'

/** Ways of paying in which the money passed through somebody's hands: given back the same way. */
export const HAND_METHODS = ['cash', 'cheque', 'transfer'] as const
export type HandMethod = (typeof HAND_METHODS)[number]

/** What is to be given back for a payment, and by which way; no payment, or one of nothing: nothing. */
export function moneyDue(payment: { cents: Cents; method: string } | null): { cents: Cents; money: Money } {
  if (!payment || payment.cents <= 0) return { cents: 0, money: 'none' }
  const byHand = HAND_METHODS.some((m) => m === payment.method)
  return { cents: payment.cents, money: byHand ? 'by-hand' : 'by-card' }
}

/** Money given back by hand: by a known way, on a day that has come and is not before the wish. */
export function checkRefund(
  given: { method: string; on: CivilDate },
  askedOn: CivilDate,
  today: CivilDate,
): Result<HandMethod, 'refund.wrong-method' | 'refund.wrong-date'> {
  const method = HAND_METHODS.find((m) => m === given.method)
  if (!method) return refuse('refund.wrong-method')
  // The day before is allowed: the envelope may have been handed over before it was noted.
  if (!isCivilDate(given.on) || given.on > today || given.on < addDays(askedOn, -31))
    return refuse('refund.wrong-date')
  return ok(method)
}

/** How often a person may be back in one season: enough for life, not for a script. */
export const MAX_ROUNDS = 6

type Round = { round: number; state: string; mayReapply: boolean }

/**
 * May whoever has these files of a season apply again, and as which round? A new file is opened once the one before it is
 * closed: withdrawn, left (given back), or refused where staff allows another try.
 */
export function nextRound(files: readonly Round[]): number | null {
  const last = files.toSorted((a, b) => b.round - a.round)[0]
  if (!last) return 1
  const closed =
    last.state === 'withdrawn' || last.state === 'left' || (last.state === 'refused' && last.mayReapply)
  return closed && last.round < MAX_ROUNDS ? last.round + 1 : null
}
