import { ok, type Result } from '@/core/result'
import { type App, decide, decided, fact } from '@/hooks'
import { SEATS } from '../contract'
import { SECURE_MS } from '../domain/hold'
import { holdSeat } from './holdSeat'
import type { SeatRow } from './rows'

/**
 * Turns a person's seat into a confirmed one; takes a free one first where the hold was lost. Idempotent.
 * Refusal: `seat.none-left`.
 */
export async function confirmSeat(
  app: App,
  { season, person }: { season: string; person: string },
): Promise<Result<SeatRow, 'seat.none-left'>> {
  for (;;) {
    const until = new Date(app.clock.now().getTime() + SECURE_MS)
    const held = await holdSeat(app, { season, person, until })
    if (!held.ok) return held
    const seat = held.value
    if (seat.state === 'confirmed') return ok(seat)
    const change = { state: 'confirmed' as const, heldUntil: null, securedUntil: null }
    const facts = [
      fact(app, 'seat.confirmed', `${seat.key}:${seat.rev + 1}`, { season, seat: seat.number, person }),
    ]
    if (!(await decide(app, SEATS, seat, change, facts))) continue
    await app.touch('season')
    return ok(decided(seat, change, facts))
  }
}
