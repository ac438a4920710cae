import type { SeasonPhase } from './season'

export type SeatCounts = { free: number; held: number; confirmed: number; retired: number }

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

/**
 * What must be done so that a season has `cap` seats in play: seats to make, to bring back, to retire.
 * Refused below the seats taken: `short` says by how many.
 */
export function adjustment(
  counts: SeatCounts,
  cap: number,
): { make: number; restore: number; retire: number; short: number } {
  const inPlay = counts.free + counts.held + counts.confirmed
  const missing = cap - inPlay
  if (missing >= 0) {
    const restore = Math.min(missing, counts.retired)
    return { make: missing - restore, restore, retire: 0, short: 0 }
  }
  const retire = Math.min(-missing, counts.free)
  return { make: 0, restore: 0, retire, short: -missing - retire }
}

/** Does this person take one of the counted seats? Staff does not, unless the season says so. */
export const takesSeat = (season: { staffTakesSeats?: boolean | null }, isStaff: boolean): boolean =>
  !isStaff || Boolean(season.staffTakesSeats)
