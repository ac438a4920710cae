import { ok, type Result } from '@/core/result'
import { type App, decide } from '@/hooks'
import { SEATS } from '../contract'
import { markAfter, SECURE_MS, securedUntil } from '../domain/hold'
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
    const takenAt = markAfter(seat.takenAt, now).toISOString()
    if (await decide(app, SEATS, seat, { takenAt }, []))
      return ok({ mark: securedUntil(seat.takenAt, now) ? null : takenAt })
  }
}

/** Nothing is written after all: takes the mark away, unless another has marked the seat since. */
export async function unmarkSeat(app: App, { season, person }: Sitter, mark: string): Promise<void> {
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(season, person))
    if (seat?.state !== 'held' || new Date(seat.takenAt ?? 0).getTime() !== new Date(mark).getTime()) return
    if (await decide(app, SEATS, seat, { takenAt: app.clock.now().toISOString() }, [])) return
  }
}
