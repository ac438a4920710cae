import { type App, type PastFact, pastFacts } from '@/hooks'
import { funnel, type Stage, tallyCodes } from '../../domain/figures/funnel'
import { plotPeriod, type SeatDay, type SeatFact, seatDays } from '../../domain/figures/seatDays'
import { todayOf } from '../readCounter'
import type { SeasonRow } from '../rows'
import { groupApplications, groupEndings } from './groups'

export type SeasonFigures = {
  days: SeatDay[]
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

/** What a season's plots show: three questions, at once. Seats come from the facts, which tell each change with its day. */
export async function readSeasonFigures(app: App, season: SeasonRow): Promise<SeasonFigures> {
  const [facts, groups, endings] = await Promise.all([
    pastFacts(app, ['seat.held', 'seat.confirmed', 'seat.freed'], `${season.id}:`),
    groupApplications(app, season.id),
    groupEndings(app, season.id),
  ])
  const seats = facts.map(seatFact)
  const zone = app.settings.timeZone
  return {
    days: seatDays(seats, plotPeriod(season, seats, todayOf(app), zone), zone),
    funnel: funnel(groups),
    refusals: tallyCodes(
      groups.filter((g) => g.state === 'refused').map((g) => ({ code: g.reasonCode, n: g.n })),
    ),
    endings: tallyCodes(endings),
  }
}
