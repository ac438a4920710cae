import type { Module } from '@/hooks'
import { followDeparture } from './followDeparture'
import { noteCredit } from './followLeaving'
import { followRefund } from './recordRefund'
import { notReturnedByCard, returnedByCard } from './refundByCard'

/** What follows from a departure, by whichever door. Each may run again. */
export const departureListeners = {
  'departure.requested': (app, { data }) => followDeparture(app, data.departure),
  'refund.recorded': (app, { data }) => followRefund(app, data),
  'payments.refunded': (app, { data }) => returnedByCard(app, data),
  'payments.refund-failed': (app, { data }) => notReturnedByCard(app, data),
  'credit.returned': (app, { data }) => noteCredit(app, data),
} satisfies NonNullable<Module['on']>
