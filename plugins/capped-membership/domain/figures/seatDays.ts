import { addDays, type CivilDate, civilDate } from '@/core/dates'

/** What came to pass with a seat: `rev` orders the facts of one seat, whatever clocks said. */
export type SeatFact = { kind: 'held' | 'confirmed' | 'freed'; seat: number; rev: number; at: string }
/** How many seats were taken and held at the end of a day. */
export type SeatDay = { day: CivilDate; taken: number; held: number }

type Change = { day: CivilDate; taken: number; held: number }
const COUNTS = {
  held: { taken: 0, held: 1 },
  confirmed: { taken: 1, held: 0 },
  freed: { taken: 0, held: 0 },
} as const

/** What one seat changed of the figures, day by day. A fact dated before the one it follows counts with that one. */
function changesOf(facts: readonly SeatFact[], zone: string): Change[] {
  let before: { taken: number; held: number } = COUNTS.freed
  let latest = ''
  return facts
    .toSorted((a, b) => a.rev - b.rev)
    .map(({ kind, at }) => {
      const now = COUNTS[kind]
      latest = at > latest ? at : latest
      const change = {
        day: civilDate(new Date(latest), zone),
        taken: now.taken - before.taken,
        held: now.held - before.held,
      }
      before = now
      return change
    })
}

/** Seats taken and held at the end of each day of a period, both ends included, from what came to pass with each. */
export function seatDays(
  facts: readonly SeatFact[],
  period: { from: CivilDate; to: CivilDate },
  zone: string,
): SeatDay[] {
  const bySeat = Map.groupBy(facts, (f) => f.seat)
  const changes = [...bySeat.values()]
    .flatMap((of) => changesOf(of, zone))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const days: SeatDay[] = []
  let [taken, held, next] = [0, 0, 0]
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    for (let change = changes[next]; change && change.day <= day; change = changes[++next]) {
      taken += change.taken
      held += change.held
    }
    days.push({ day, taken, held })
  }
  return days
}

/** At most about `most` days, evenly spaced, the last one among them: what a plot can show. */
export function thinned<T>(days: readonly T[], most: number): T[] {
  const step = Math.ceil(days.length / most) || 1
  return days.filter((_, i) => (days.length - 1 - i) % step === 0)
}

/**
 * The days a season's plot shows: from its opening, or the first seat taken before it, to today; of one that is over, to
 * its closing day or the last thing that came to pass.
 */
export function plotPeriod(
  season: { opensOn: CivilDate; closesOn?: CivilDate | null; state: string },
  facts: readonly SeatFact[],
  today: CivilDate,
  zone: string,
): { from: CivilDate; to: CivilDate } {
  let [first, last] = [season.opensOn, season.opensOn]
  for (const { at } of facts) {
    const day = civilDate(new Date(at), zone)
    if (day < first) first = day
    if (day > last) last = day
  }
  const ends = season.state === 'closed' || (season.closesOn && season.closesOn < today)
  const closed = season.closesOn && season.closesOn > last ? season.closesOn : last
  const to = ends && closed < today ? closed : today
  return { from: first < to ? first : to, to }
}
