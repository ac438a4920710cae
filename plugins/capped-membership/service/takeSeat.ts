import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, decided, fact, isDuplicate } from '@/hooks'
import { SEATS } from '../contract'
import { laterOf } from '../domain/hold'
import { occupantKey, seatKey } from '../domain/keys'
import { findSeatOf, many, type SeatRow } from './rows'

/** How many free seats one look offers: enough that people who come together rarely want the same. */
const OFFER = 48

export type SeatWish = {
  season: string
  person: string
  until: Date
  /** The number they would like: the one of last season. */
  prefer?: number
}

/**
 * Takes a seat as `holdSeat` does, without asking whether seats must be kept for members first: for those who keep
 * them, and for the members themselves. Refusal: `seat.none-left`.
 */
export async function takeSeat(app: App, wish: SeatWish): Promise<Result<SeatRow, 'seat.none-left'>> {
  const occupant = occupantKey(wish.season, wish.person)
  // Ends: each failed attempt means that somebody else took a seat, and seats are finite.
  for (;;) {
    const mine = await findSeatOf(app, occupant)
    if (mine) {
      const kept = await lengthen(app, mine, wish.until)
      if (kept) return ok(kept)
      continue
    }
    const free = await many<SeatRow>(
      app,
      SEATS,
      { and: [{ season: { equals: wish.season } }, { state: { equals: 'free' } }] },
      { sort: 'number', limit: OFFER },
    )
    const pick = (await liked(app, wish)) ?? free[Math.floor(Math.random() * free.length)]
    if (!pick) {
      // Our own parallel attempt may have taken the last one between the two looks.
      const late = await findSeatOf(app, occupant)
      if (late) continue
      return refuse('seat.none-left')
    }
    const taken = await take(app, pick, wish)
    if (taken) return ok(taken)
  }
}

/** The seat of the number wished for, while it is free. */
async function liked(app: App, { season, prefer }: SeatWish): Promise<SeatRow | undefined> {
  if (!prefer) return undefined
  const [seat] = await many<SeatRow>(
    app,
    SEATS,
    { and: [{ key: { equals: seatKey(season, prefer) } }, { state: { equals: 'free' } }] },
    { limit: 1 },
  )
  return seat
}

async function take(
  app: App,
  seat: SeatRow,
  { season, person, until }: { season: string; person: string; until: Date },
): Promise<SeatRow | null> {
  const change = {
    state: 'held' as const,
    occupant: occupantKey(season, person),
    person,
    heldUntil: until.toISOString(),
    takenAt: app.clock.now().toISOString(),
  }
  const facts = [
    fact(app, 'seat.held', `${seat.key}:${seat.rev + 1}`, {
      season,
      seat: seat.number,
      person,
      until: change.heldUntil,
    }),
  ]
  try {
    if (!(await decide(app, SEATS, seat, change, facts))) return null
  } catch (error) {
    // The same person got another seat at the same moment.
    if (isDuplicate(error)) return null
    throw error
  }
  await app.touch('season')
  return decided(seat, change, facts)
}

/** The seat, held at least until then; null when it changed meanwhile. */
async function lengthen(app: App, seat: SeatRow, until: Date): Promise<SeatRow | null> {
  if (seat.state !== 'held') return seat
  const heldUntil = laterOf(seat.heldUntil, until).toISOString()
  if (heldUntil === seat.heldUntil) return seat
  const won = await decide(app, SEATS, seat, { heldUntil }, [])
  return won ? decided(seat, { heldUntil }, []) : null
}
