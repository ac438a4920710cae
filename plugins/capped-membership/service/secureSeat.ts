import { ok, type Result } from '@/core/result'
import { type App, decide } from '@/hooks'
import { SEATS } from '../contract'
import { markAfter, markAhead, SECURE_MS } from '../domain/hold'
import { occupantKey } from '../domain/keys'
import { holdSeat } from './holdSeat'
import { findSeatOf } from './rows'

type Sitter = { season: string; person: string }

/**
 * Makes sure of a seat for as long as writing a fee down takes, and marks it, so that whoever gives it back at that moment
 * leaves it (`yieldSeat`): to lengthen the hold leaves no mark on a seat kept for longer. Gives the mark, for who then
 * writes nothing; null where there is none to take away (confirmed, or marked by another who writes).
 * Refusal: `seat.none-left`.
 */
export async function secureSeat(
  app: App,
  sitter: Sitter,
): Promise<Result<{ mark: string | null }, 'seat.none-left'>> {
  for (;;) {
    const now = app.clock.now()
    const held = await holdSeat(app, { ...sitter, until: new Date(now.getTime() + SECURE_MS) })
    if (!held.ok) return held
    const seat = held.value
    if (seat.state !== 'held') return ok({ mark: null })
    const securedUntil = markAfter(seat.securedUntil, now).toISOString()
    if (await decide(app, SEATS, seat, { securedUntil }, []))
      return ok({ mark: markAhead(seat.securedUntil, now) ? null : securedUntil })
  }
}

/** Nothing is written after all: takes the mark away, unless another has marked the seat since. */
export async function unmarkSeat(app: App, { season, person }: Sitter, mark: string): Promise<void> {
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(season, person))
    if (seat?.state !== 'held' || !seat.securedUntil) return
    if (new Date(seat.securedUntil).getTime() !== new Date(mark).getTime()) return
    if (await decide(app, SEATS, seat, { securedUntil: null }, [])) return
  }
}
