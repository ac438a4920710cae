import type { SeasonPhase } from './season'

/** `retired`: a free seat taken out because the cap was lowered; it comes back when the cap is raised. */
export const SEAT_STATES = ['free', 'held', 'confirmed', 'retired'] as const
export type SeatState = (typeof SEAT_STATES)[number]
export type SeatCounts = Record<SeatState, number>

export const NO_SEATS: SeatCounts = { free: 0, held: 0, confirmed: 0, retired: 0 }

/** What the public counter says of a season. */
export function counterState(
  counts: SeatCounts,
  phase: SeasonPhase,
): 'upcoming' | 'open' | 'full' | 'closed' {
  if (phase === 'upcoming') return 'upcoming'
  if (phase !== 'open') return 'closed'
  return counts.free === 0 ? 'full' : 'open'
}

/** A seat as far as the cap is concerned. */
type Seat = { number: number; state: SeatState }

/**
 * What must be done so that a season has `cap` seats in play: numbers to make, seats to bring back (lowest first),
 * seats to retire (free ones, highest first); `short` says how many taken seats are above the cap.
 * From the same seats everybody gets the same list, in the same order, and no number above the cap is ever made:
 * that is what keeps those who adjust a season at the same moment from giving it a seat too many.
 */
export function adjustment<S extends Seat>(
  seats: readonly S[],
  cap: number,
): { make: number[]; restore: S[]; retire: S[]; short: number } {
  const upwards = seats.toSorted((a, b) => a.number - b.number)
  const retired = upwards.filter((s) => s.state === 'retired')
  const missing = cap - (seats.length - retired.length)
  if (missing >= 0) {
    const there = new Set(seats.map((s) => s.number))
    const all = Array.from({ length: missing > retired.length ? cap : 0 }, (_, i) => i + 1)
    return {
      make: all.filter((n) => !there.has(n)).slice(0, missing - retired.length),
      restore: retired.slice(0, missing),
      retire: [],
      short: 0,
    }
  }
  const free = upwards.filter((s) => s.state === 'free').toReversed()
  const retire = free.slice(0, -missing)
  return { make: [], restore: [], retire, short: -missing - retire.length }
}

/** Does this person take one of the counted seats? Staff does not, unless the season says so. */
export const takesSeat = (season: { staffTakesSeats?: boolean | null }, isStaff: boolean): boolean =>
  !isStaff || Boolean(season.staffTakesSeats)
