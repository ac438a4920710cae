import type { Where } from 'payload'
import { type App, rowPages } from '@/hooks'
import { SEATS } from '../contract'
import { keptFeeOf } from './cardFeeRows'
import { unsettledFeeOf } from './feeUnderWay'
import { followPayment } from './followPayment'
import { emptySeat } from './freeSeat'
import { followCardFee } from './receiveCardFee'
import type { SeatRow } from './rows'

/**
 * Frees the seats whose hold is over; returns how many. A fee that was recorded in time wins even when what
 * follows from it is late: the seat is confirmed instead. The order of reads matters: the seat first, then
 * the payment, since recording a payment lengthens the hold before it writes, and so changes the seat's rev.
 * Goes through all of them, a page at a time: seats that cannot be settled now, however many, keep no other waiting.
 */
export async function releaseExpiredHolds(app: App, cut?: AbortSignal): Promise<number> {
  const now = app.clock.now().toISOString()
  const over: Where = { and: [{ state: { equals: 'held' } }, { heldUntil: { less_than_equal: now } }] }
  let freed = 0
  for await (const seats of rowPages<SeatRow>(app, SEATS, over, { size: 200 }))
    for (const seat of seats) {
      if (cut?.aborted) return freed
      try {
        if (await release(app, seat)) freed++
      } catch (err) {
        // Tried again at the next run.
        app.log.error({ err, seat: seat.id }, 'a hold that is over could not be settled')
      }
    }
  return freed
}

/** Settles one hold that is over; true when its seat was freed. */
async function release(app: App, seat: SeatRow): Promise<boolean> {
  // Paid by card, and not written down yet: the payment's row comes first.
  const card = await keptFeeOf(app, seat.person ?? '', seat.season)
  if (card) await followCardFee(app, card)
  const paid = await unsettledFeeOf(app, seat.person ?? '', seat.season)
  if (!paid) return emptySeat(app, seat, 'expired')
  await followPayment(app, paid)
  return false
}
