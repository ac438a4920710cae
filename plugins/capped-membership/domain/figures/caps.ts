import { type CivilDate, civilDate } from '@/core/dates'
import type { SeatDay } from './seatDays'

/** How many seats a season had from an instant on; `n` orders the changes, whatever clocks said. */
export type CapFact = { n: number; cap: number; at: string }
/** The cap that held from a day on, at its end. */
export type CapChange = { from: CivilDate; cap: number }

/** The cap at the end of each day on which it changed, the first that is known first. */
export function capChanges(facts: readonly CapFact[], zone: string): CapChange[] {
  const changes: CapChange[] = []
  let latest = ''
  for (const { cap, at } of facts.toSorted((a, b) => a.n - b.n)) {
    latest = at > latest ? at : latest
    const from = civilDate(new Date(latest), zone)
    if (changes.at(-1)?.from === from) changes.pop()
    if (changes.at(-1)?.cap !== cap) changes.push({ from, cap })
  }
  return changes
}

/** How many seats were free at the end of each day; null for days before the cap was kept: nobody knows. */
export const freeSeats = (days: readonly SeatDay[], changes: readonly CapChange[]): (number | null)[] =>
  days.map(({ day, taken, held }) => {
    const known = changes.findLast(({ from }) => from <= day)
    return known ? Math.max(0, known.cap - taken - held) : null
  })
