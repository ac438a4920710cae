import type { App } from '@/hooks'
import { moneyDue } from '../../domain/departure'
import type { PaymentRow } from '../rows'

/**
 * What is to be given back for a payment, and by which way. Of one by card that is what staff has not given back at the
 * card's provider already; what is on its way there may still fail, and counts as due until it has arrived.
 */
export async function dueFor(app: App, payment: PaymentRow | null): Promise<ReturnType<typeof moneyDue>> {
  const due = moneyDue(payment)
  if (due.money !== 'by-card' || !payment?.checkout) return due
  const back = await app.call('payments.returned', { checkout: payment.checkout })
  if (!back.ok) return due
  const cents = Math.max(0, due.cents - back.value.done)
  return cents > 0 ? { cents, money: 'by-card' } : { cents: 0, money: 'none' }
}
