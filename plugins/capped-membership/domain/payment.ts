import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import { type Cents, isCents } from '@/core/money'
import { ok, type Result, refuse } from '@/core/result'

export const METHODS = ['cash', 'cheque', 'transfer'] as const
export type Method = (typeof METHODS)[number]

export type PaymentReceived = { cents: Cents; method: string; receivedOn: CivilDate }

/** Older receipts are typing errors more often than finds at the back of a drawer. */
const OLDEST_DAYS = 366

/** A fee received by hand: the exact amount due, by a known way, on a day that has come. */
export function checkPayment(
  payment: PaymentReceived,
  dueCents: Cents,
  today: CivilDate,
): Result<Method, 'payment.wrong-amount' | 'payment.wrong-date' | 'payment.wrong-method'> {
  const method = METHODS.find((m) => m === payment.method)
  if (!method) return refuse('payment.wrong-method')
  if (!isCents(payment.cents) || payment.cents !== dueCents)
    return refuse('payment.wrong-amount', { dueCents })
  const { receivedOn } = payment
  if (!isCivilDate(receivedOn) || receivedOn > today || receivedOn < addDays(today, -OLDEST_DAYS))
    return refuse('payment.wrong-date')
  return ok(method)
}
