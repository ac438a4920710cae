import type { Where } from 'payload'
import { MINUTE } from '@/core/clock'
import { type App, rowPages } from '@/hooks'
import { PAYMENTS } from '../contract'
import { announcePayments } from './announcePayment'
import { unsettledCardFees } from './cardFeeRows'
import { followPayment } from './followPayment'
import { provisionSeats } from './provisionSeats'
import { todayOf } from './readCounter'
import { followCardFee } from './receiveCardFee'
import { allSeasons, type PaymentRow } from './rows'

/** Payments whose consequences are late: what the deliveries have not done, this does. */
export async function settlePayments(app: App): Promise<void> {
  const aMinuteAgo = new Date(app.clock.now().getTime() - MINUTE).toISOString()
  for (const fee of await unsettledCardFees(app, aMinuteAgo))
    await followCardFee(app, fee).catch((err) => app.log.warn({ err, fee: fee.id }, 'a fee by card waits'))
  const late: Where = { and: [{ settled: { equals: 0 } }, { recordedAt: { less_than: aMinuteAgo } }] }
  // All of them: those that find no seat, however many, keep no other waiting.
  for await (const payments of rowPages<PaymentRow>(app, PAYMENTS, late, { size: 200 }))
    for (const payment of payments)
      await followPayment(app, payment).catch((err) =>
        app.log.warn({ err, payment: payment.id }, 'a payment waits'),
      )
  await announcePayments(app)
}

/** Every season has its seats, whatever a crash left half done. */
export async function provisionAll(app: App): Promise<void> {
  for (const season of await allSeasons(app)) await provisionSeats(app, season.id)
}

/** At midnight a season may open or close: pages kept in memory must follow. */
export function watchDays(): (app: App) => Promise<void> {
  let seen: string | undefined
  return async (app) => {
    const today = todayOf(app)
    if (seen !== undefined && seen !== today) await app.touch('season')
    seen = today
  }
}
