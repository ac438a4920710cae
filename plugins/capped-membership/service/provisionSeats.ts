import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { compareAndSet, insertOnce } from '@/hooks'
import { SEATS } from '../contract'
import { freeOccupant, seatKey } from '../domain/keys'
import { adjustment } from '../domain/seats'
import { countSeats } from './countSeats'
import { findSeatByKey, many, type SeasonRow, type SeatRow } from './rows'

type Adjusted = { made: number; restored: number; retired: number }

/**
 * Gives a season as many seats in play as its cap says. Idempotent and safe to run at the same time as
 * itself and as people taking seats: each seat changes by one write of its own. Lowering retires free seats
 * only; refusal `season.cap-too-low` (detail: taken, cap) when there are not enough, and nothing is retired.
 */
export async function provisionSeats(
  app: App,
  season: Pick<SeasonRow, 'id' | 'cap'>,
): Promise<Result<Adjusted, 'season.cap-too-low'>> {
  const { counts } = await countSeats(app, season.id)
  const todo = adjustment(counts, season.cap)
  const tooLow = () =>
    refuse('season.cap-too-low', { taken: counts.held + counts.confirmed, cap: season.cap })
  if (todo.short > 0) return tooLow()
  const made = await makeSeats(app, season.id, todo.make)
  const restored = await turnSeats(app, season.id, 'retired', 'free', todo.restore)
  const retired = await turnSeats(app, season.id, 'free', 'retired', todo.retire)
  if (retired < todo.retire) {
    // Seats were taken meanwhile: give back what was retired, the cap stays.
    await turnSeats(app, season.id, 'retired', 'free', retired)
    return tooLow()
  }
  if (made + restored + retired > 0) await app.touch('season')
  return ok({ made, restored, retired })
}

/** Makes seats at the next free numbers. Two makers meet at the unique key, and one of them goes on. */
async function makeSeats(app: App, season: string, wanted: number): Promise<number> {
  if (wanted === 0) return 0
  const { counts } = await countSeats(app, season)
  const last = counts.free + counts.held + counts.confirmed + counts.retired
  let made = 0
  for (let n = 1; n <= last + wanted && made < wanted; n++) {
    // Numbers up to `last` are there unless a crash left a hole.
    if (n <= last && (await findSeatByKey(app, seatKey(season, n)))) continue
    const id = await insertOnce(app, SEATS, {
      key: seatKey(season, n),
      season,
      number: n,
      state: 'free',
      occupant: freeOccupant(season, n),
      rev: 0,
      factsPending: 0,
    })
    // Someone else made it at the same moment: it counts towards what was wanted.
    if (id || n > last) made++
  }
  return made
}

/** Free seats of the highest numbers go first, retired ones of the lowest come back first. */
async function turnSeats(
  app: App,
  season: string,
  from: 'free' | 'retired',
  to: 'free' | 'retired',
  wanted: number,
): Promise<number> {
  let turned = 0
  while (turned < wanted) {
    const seats = await many<SeatRow>(
      app,
      SEATS,
      { and: [{ season: { equals: season } }, { state: { equals: from } }] },
      { sort: to === 'retired' ? '-number' : 'number', limit: wanted - turned },
    )
    if (seats.length === 0) return turned
    for (const seat of seats) {
      const won = await compareAndSet(
        app,
        SEATS,
        { and: [{ id: { equals: seat.id } }, { rev: { equals: seat.rev } }] },
        { state: to, rev: seat.rev + 1 },
      )
      if (won) turned++
    }
  }
  return turned
}
