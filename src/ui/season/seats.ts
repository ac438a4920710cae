export type SeatCounts = {
  /** How many seats the season has. */
  readonly seats: number
  readonly taken: number
  /** Held while an accepted person pays. */
  readonly held?: number
  /** The reader's own seat, from 1; it counts among the taken. */
  readonly mine?: number
}

export type SeatMark = 'taken' | 'held' | 'free' | 'mine'

const whole = (n: number | undefined) => Math.max(0, Math.floor(n ?? 0) || 0)

/** Counts that can be drawn: whole, not negative, and never more than the season has; `mine` 0 when none. */
export function tally(counts: SeatCounts): Required<SeatCounts> & { readonly free: number } {
  const seats = whole(counts.seats)
  const taken = Math.min(whole(counts.taken), seats)
  const held = Math.min(whole(counts.held), seats - taken)
  const own = whole(counts.mine)
  return { seats, taken, held, free: seats - taken - held, mine: taken > 0 ? own : 0 }
}

/**
 * One mark per seat, in reading order: taken, then held, then free; the reader's own at its number, or last where the
 * season has fewer seats by now than that (its cap was lowered after they had theirs).
 */
export function seatMarks(counts: SeatCounts): SeatMark[] {
  const { seats, taken, held, free, mine } = tally(counts)
  const others: SeatMark[] = [
    ...Array<SeatMark>(mine > 0 ? taken - 1 : taken).fill('taken'),
    ...Array<SeatMark>(held).fill('held'),
    ...Array<SeatMark>(free).fill('free'),
  ]
  const own = Math.min(mine, seats) - 1
  return Array.from({ length: seats }, (_, i): SeatMark => (i === own ? 'mine' : others.shift()!))
}

/** Columns of a calm landscape block: the divisor nearest to three and a half times as wide as high. */
export function columnsFor(seats: number): number {
  if (seats <= 10) return Math.max(1, seats)
  const wish = Math.sqrt(seats * 3.4)
  let best = Math.round(wish)
  let distance = Number.POSITIVE_INFINITY
  for (let columns = 5; columns <= Math.min(40, seats); columns++) {
    if (seats % columns !== 0) continue
    const d = Math.abs(columns - wish)
    if (d < distance) {
      best = columns
      distance = d
    }
  }
  // A prime number of seats has no good divisor: the last row is then shorter.
  return distance > wish * 0.6 ? Math.round(wish) : best
}
