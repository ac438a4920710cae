import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import { type FreedWhy, SEATS } from '../contract'
import { markAhead } from '../domain/hold'
import { freeOccupant, occupantKey } from '../domain/keys'
import { type Actor, handlesApplications, mayAct } from './actor'
import { feeUnderWay } from './feeUnderWay'
import { findSeatOf, type SeatRow } from './rows'

/** Empties a seat as it was read; false when it changed meanwhile. */
export async function emptySeat(app: App, seat: SeatRow, why: FreedWhy): Promise<boolean> {
  const won = await decide(
    app,
    SEATS,
    seat,
    {
      state: 'free',
      occupant: freeOccupant(seat.season, seat.number),
      person: null,
      heldUntil: null,
      takenAt: null,
      securedUntil: null,
    },
    [
      fact(app, 'seat.freed', `${seat.key}:${seat.rev + 1}`, {
        season: seat.season,
        seat: seat.number,
        person: seat.person ?? '',
        why,
      }),
    ],
  )
  if (won) await app.touch('season')
  return won
}

/**
 * Gives back the seat kept for a person, by hand. No seat: done, `freed: false`.
 * Refusals: `staff.not-allowed`, `seat.confirmed` (end the membership instead), `seat.fee-coming`.
 */
export async function freeSeat(
  app: App,
  ask: { season: string; person: string; by: Actor },
): Promise<Result<{ freed: boolean }, 'staff.not-allowed' | 'seat.confirmed' | 'seat.fee-coming'>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(ask.season, ask.person))
    if (!seat) return ok({ freed: false })
    if (seat.state === 'confirmed') return refuse('seat.confirmed')
    const marked = markAhead(seat.securedUntil, app.clock.now()) !== null
    if (marked || (await feeUnderWay(app, ask.person, ask.season))) return refuse('seat.fee-coming')
    if (await emptySeat(app, seat, 'staff')) return ok({ freed: true })
  }
}
