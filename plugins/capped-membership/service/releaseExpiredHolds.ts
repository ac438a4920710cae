import type { App } from '@/hooks'
import { PAYMENTS, SEATS } from '../contract'
import { keptFeeOf } from './cardFeeRows'
import { followPayment } from './followPayment'
import { emptySeat } from './freeSeat'
import { followCardFee } from './receiveCardFee'
import { many, type PaymentRow, type SeatRow } from './rows'

const BATCH = 200

/**
 * Frees the seats whose hold is over; returns how many. A fee that was recorded in time wins even when what
 * follows from it is late: the seat is confirmed instead. The order of reads matters: the seat first, then
 * the payment, since recording a payment lengthens the hold before it writes, and so changes the seat's rev.
 */
export async function releaseExpiredHolds(app: App): Promise<number> {
  const now = app.clock.now().toISOString()
  const over = await many<SeatRow>(
    app,
    SEATS,
    { and: [{ state: { equals: 'held' } }, { heldUntil: { less_than_equal: now } }] },
    { sort: 'heldUntil', limit: BATCH },
  )
  let freed = 0
  for (const seat of over) {
    // Paid by card, and not written down yet: the payment's row comes first.
    const card = await keptFeeOf(app, seat.person ?? '', seat.season)
    if (card) await followCardFee(app, card)
    const paid = await unsettledFee(app, seat)
    if (paid) await followPayment(app, paid)
    else if (await emptySeat(app, seat, 'expired')) freed++
  }
  return freed
}

async function unsettledFee(app: App, seat: SeatRow): Promise<PaymentRow | null> {
  const found = await many<PaymentRow>(
    app,
    PAYMENTS,
    {
      and: [
        { person: { equals: seat.person ?? '' } },
        { season: { equals: seat.season } },
        { settled: { equals: 0 } },
      ],
    },
    { limit: 1 },
  )
  return found[0] ?? null
}
