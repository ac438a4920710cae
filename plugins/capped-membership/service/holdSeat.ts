import type { Result } from '@/core/result'
import type { App } from '@/hooks'
import { keepFirst } from './renewal/keepSeats'
import type { SeatRow } from './rows'
import { type SeatWish, takeSeat } from './takeSeat'

/**
 * Keeps a seat for a person until an instant, and returns it. A person who has one keeps it: a confirmed seat
 * is left alone, a hold is lengthened, never shortened. Taking is one conditional write, and the unique
 * `occupant` lets nobody hold two, so a thousand people at once get exactly the seats there are.
 * Where members may renew first, their seats are kept before anybody takes one.
 * Refusal: `seat.none-left`.
 */
export async function holdSeat(app: App, wish: SeatWish): Promise<Result<SeatRow, 'seat.none-left'>> {
  await keepFirst(app, wish.season)
  return takeSeat(app, wish)
}
