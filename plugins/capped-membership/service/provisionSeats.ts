import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { SEATS } from '../contract'
import { freeOccupant, seatKey } from '../domain/keys'
import { adjustment } from '../domain/seats'
import { noteCap } from './caps/noteCap'
import { findSeason, many, type SeatRow } from './rows'

type Adjusted = { made: number; restored: number; retired: number }

/**
 * Gives a season as many seats in play as its cap says. Idempotent and safe to run at the same time as
 * itself and as people taking seats: each seat changes by one write of its own, and whoever loses one looks again.
 * Lowering retires free seats only; refusal `season.cap-too-low` (detail: taken, cap) when there are not enough,
 * and what was retired is given back.
 */
export async function provisionSeats(
  app: App,
  season: string,
): Promise<Result<Adjusted, 'season.cap-too-low'>> {
  const made: string[] = []
  const restored: SeatRow[] = []
  const retired: SeatRow[] = []
  // Ends: another round means that a seat or the cap changed meanwhile, by us or by somebody else.
  for (;;) {
    const seats = await seatsOf(app, season)
    // After the seats: who sees a seat retired also sees the cap that retired it, and doesn't bring it back.
    const cap = (await findSeason(app, season))?.cap
    if (cap === undefined) return ok({ made: 0, restored: 0, retired: 0 })
    const todo = adjustment(seats, cap)
    if (todo.short > 0) {
      await turn(app, retired, 'free')
      const taken = seats.filter((s) => s.state === 'held' || s.state === 'confirmed').length
      return refuse('season.cap-too-low', { taken, cap })
    }
    if (todo.make.length + todo.restore.length + todo.retire.length === 0) break
    made.push(...(await makeSeats(app, season, todo.make)))
    restored.push(...(await turn(app, todo.restore, 'free')))
    retired.push(...(await turn(app, todo.retire, 'retired')))
  }
  await noteCap(app, season)
  if (made.length + restored.length + retired.length > 0) await app.touch('season')
  return ok({ made: made.length, restored: restored.length, retired: retired.length })
}

/**
 * All seats of a season, each seen exactly once even while people take them: MongoDB may miss or repeat a row whose
 * place in the index changes during the read, so this one runs along the key, which never changes.
 */
const seatsOf = (app: App, season: string): Promise<SeatRow[]> =>
  many<SeatRow>(
    app,
    SEATS,
    { and: [{ key: { greater_than_equal: `${season}:` } }, { key: { less_than: `${season};` } }] },
    { sort: 'key' },
  )

/** Makes the seats of these numbers; those that somebody else made at the same moment are left to them. */
async function makeSeats(app: App, season: string, numbers: readonly number[]): Promise<string[]> {
  const made: string[] = []
  for (const number of numbers) {
    const id = await insertOnce(app, SEATS, {
      key: seatKey(season, number),
      season,
      number,
      state: 'free',
      occupant: freeOccupant(season, number),
      rev: 0,
      factsPending: 0,
    })
    if (id) made.push(id)
  }
  return made
}

/** Turns seats as they were read, one after the other; stops at the first that changed meanwhile. */
async function turn(app: App, seats: readonly SeatRow[], to: 'free' | 'retired'): Promise<SeatRow[]> {
  const turned: SeatRow[] = []
  for (const seat of seats) {
    const won = await compareAndSet(
      app,
      SEATS,
      { and: [{ id: { equals: seat.id } }, { rev: { equals: seat.rev } }] },
      { state: to, rev: seat.rev + 1 },
    )
    if (!won) break
    turned.push({ ...seat, state: to, rev: seat.rev + 1 })
  }
  return turned
}
