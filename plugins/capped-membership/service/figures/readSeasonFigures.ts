import { type App, type PastFact, pastFacts } from '@/hooks'
import { type CapChange, capChanges, freeSeats } from '../../domain/figures/caps'
import { funnel, type Stage, tallyCodes } from '../../domain/figures/funnel'
import { plotPeriod, type SeatDay, type SeatFact, seatDays } from '../../domain/figures/seatDays'
import { capsOf } from '../caps/noteCap'
import { todayOf } from '../readCounter'
import type { SeasonRow } from '../rows'
import { groupApplications, groupEndings } from './groups'

export type SeasonFigures = {
  days: (SeatDay & { free: number | null })[]
  /** The caps that held, as far as they are known. */
  caps: CapChange[]
  funnel: Record<Stage, number>
  refusals: { code: string; n: number }[]
  endings: { code: string; n: number }[]
}

const KINDS = { 'seat.held': 'held', 'seat.confirmed': 'confirmed', 'seat.freed': 'freed' } as const

/** `seat.held:<season>:<number>:<rev>`, as the verbs of seats name their facts. */
function seatFact({ name, key, at }: PastFact<keyof typeof KINDS>): SeatFact {
  const [seat, rev] = key.split(':').slice(-2).map(Number)
  return { kind: KINDS[name], seat: seat ?? 0, rev: rev ?? 0, at }
}

/**
 * What a season's plots show: four questions, at once. Seats come from the facts, which tell each change with its day;
 * how many there were, from the caps that were noted.
 */
export async function readSeasonFigures(app: App, season: SeasonRow): Promise<SeasonFigures> {
  const [facts, groups, endings, noted] = await Promise.all([
    pastFacts(app, ['seat.held', 'seat.confirmed', 'seat.freed'], `${season.id}:`),
    groupApplications(app, season.id),
    groupEndings(app, season.id),
    capsOf(app, season.id),
  ])
  const seats = facts.map(seatFact)
  const zone = app.settings.timeZone
  const days = seatDays(seats, plotPeriod(season, seats, todayOf(app), zone), zone)
  const caps = capChanges(noted, zone)
  const free = freeSeats(days, caps)
  return {
    days: days.map((day, i) => ({ ...day, free: free[i] ?? null })),
    caps,
    funnel: funnel(groups),
    refusals: tallyCodes(
      groups.filter((g) => g.state === 'refused').map((g) => ({ code: g.reasonCode, n: g.n })),
    ),
    endings: tallyCodes(endings),
  }
}
