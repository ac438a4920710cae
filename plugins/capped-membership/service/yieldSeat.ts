import { type App, decide } from '@/hooks'
import { type FreedWhy, SEATS } from '../contract'
import { markAhead } from '../domain/hold'
import { feeUnderWay } from './feeUnderWay'
import { emptySeat } from './freeSeat'
import type { SeatRow } from './rows'

/**
 * Gives back the seat of somebody who gave up, as it was read after they did; false when it changed meanwhile, to be looked
 * at again. It stays where a fee is on its way to it: that fee wins. Where one is just being written down (`secureSeat`
 * marked the seat) nobody can know yet: the hold then ends with the mark, and whoever releases it looks at the fee.
 */
export async function yieldSeat(app: App, seat: SeatRow, why: FreedWhy): Promise<boolean> {
  if (await feeUnderWay(app, seat.person ?? '', seat.season)) return true
  const until = markAhead(seat.securedUntil, app.clock.now())
  if (!until) return emptySeat(app, seat, why)
  if (seat.heldUntil && new Date(seat.heldUntil) <= until) return true
  return decide(app, SEATS, seat, { heldUntil: until.toISOString() }, [])
}
