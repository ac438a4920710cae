import { civilDate } from '@/core/dates'
import type { App } from '@/hooks'
import type { Counter } from '../contract'
import { currentSeason, phaseOf, type SeasonPhase } from '../domain/season'
import { counterState } from '../domain/seats'
import { countSeats } from './countSeats'
import { allSeasons, type SeasonRow } from './rows'

export const todayOf = (app: App): string => civilDate(app.clock.now(), app.settings.timeZone)

/** The season the public sees, and where it stands today. */
export async function readCurrentSeason(app: App): Promise<{ season: SeasonRow; phase: SeasonPhase } | null> {
  const today = todayOf(app)
  const season = currentSeason(await allSeasons(app), today)
  return season && { season, phase: phaseOf(season, today) }
}

export type SeasonCounter = { season: SeasonRow; phase: SeasonPhase; counter: Counter }

/** The counter of the current season: two queries. Null when there is no season to show. */
export async function readCounter(app: App): Promise<SeasonCounter | null> {
  const current = await readCurrentSeason(app)
  return current && counterOf(app, current.season, current.phase)
}

/** The counter of a season: one query. */
export async function counterOf(app: App, season: SeasonRow, phase: SeasonPhase): Promise<SeasonCounter> {
  const { counts, updatedAt } = await countSeats(app, season.id)
  return {
    season,
    phase,
    counter: {
      season: season.slug,
      cap: season.cap,
      taken: counts.confirmed,
      held: counts.held,
      free: counts.free,
      state: counterState(counts, phase),
      updatedAt: updatedAt ?? new Date(0).toISOString(),
    },
  }
}
