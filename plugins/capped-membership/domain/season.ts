import type { CivilDate } from '@/core/dates'

export const SEASON_STATES = ['draft', 'open', 'closed'] as const
export type SeasonState = (typeof SEASON_STATES)[number]

export type SeasonDates = {
  state: SeasonState
  opensOn: CivilDate
  /** The first day on which nobody can join any more (periods are half-open); none when absent. */
  closesOn?: CivilDate | null
}

export type SeasonPhase = 'hidden' | 'upcoming' | 'open' | 'closed'

/** Where a season stands on a civil day of the association's zone. */
export function phaseOf(season: SeasonDates, today: CivilDate): SeasonPhase {
  if (season.state === 'draft') return 'hidden'
  if (season.state === 'closed' || (season.closesOn && season.closesOn <= today)) return 'closed'
  return today < season.opensOn ? 'upcoming' : 'open'
}

const RANK: Record<SeasonPhase, number> = { open: 0, upcoming: 1, closed: 2, hidden: 3 }

/**
 * The season the public sees: the open one (the latest opened of several), else the next to open, else the
 * last closed; null when there is none to show.
 */
export function currentSeason<S extends SeasonDates>(seasons: readonly S[], today: CivilDate): S | null {
  const shown = seasons
    .map((season) => ({ season, phase: phaseOf(season, today) }))
    .filter(({ phase }) => phase !== 'hidden')
    .sort(
      (a, b) =>
        RANK[a.phase] - RANK[b.phase] ||
        (a.phase === 'upcoming'
          ? a.season.opensOn.localeCompare(b.season.opensOn)
          : b.season.opensOn.localeCompare(a.season.opensOn)),
    )
  return shown[0]?.season ?? null
}
