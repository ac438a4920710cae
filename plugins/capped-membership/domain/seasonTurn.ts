import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import type { SeasonDates } from './season'

/** The days around the end of a season and the beginning of the next. All half-open: a day named is the first of what follows. */
export type TurnDates = Partial<SeasonDates> & {
  /** The first day on which the season is over. */
  endsOn?: CivilDate | null
  /** The season whose members may renew into this one. */
  renews?: string | null
  /** The first day on which they may. */
  renewalOpensOn?: CivilDate | null
  /** The first day on which seats are not kept for them any more; the opening day when absent. */
  renewalClosesOn?: CivilDate | null
}

export type TurnProblem = 'ends-before-opening' | 'renewal-after-opening' | 'renewal-closes-first'

/** What is wrong with one of the days, given the others; null when nothing is. */
export function checkTurn(
  name: 'endsOn' | 'renewalOpensOn' | 'renewalClosesOn',
  season: TurnDates,
): TurnProblem | null {
  const value = season[name]
  if (!value) return null
  if (name === 'endsOn')
    return isCivilDate(season.opensOn) && value <= season.opensOn ? 'ends-before-opening' : null
  if (name === 'renewalOpensOn')
    return isCivilDate(season.opensOn) && value > season.opensOn ? 'renewal-after-opening' : null
  return !season.renewalOpensOn || value <= season.renewalOpensOn ? 'renewal-closes-first' : null
}

/** Is a season over on a day? One without an end never is. */
export const isOverOn = (season: { endsOn?: CivilDate | null }, today: CivilDate): boolean =>
  Boolean(season.endsOn) && (season.endsOn as CivilDate) <= today

/** The last day a season is good for; null when it has no end. */
export const lastDayOfSeason = (season: { endsOn?: CivilDate | null }): CivilDate | null =>
  season.endsOn ? addDays(season.endsOn, -1) : null

/** The season of a membership, as far as time is concerned. */
export type Term = { endsOn?: CivilDate | null }

/**
 * What a person's confirmed memberships make of them on a day: active while one of them is not over, in grace for
 * some days after the last of them ended, then lapsed. Null without any: memberships say nothing about who never had one.
 */
export function dueStanding(
  terms: readonly Term[],
  today: CivilDate,
  graceDays: number,
): 'active' | 'grace' | 'lapsed' | null {
  if (terms.length === 0) return null
  if (terms.some((term) => !isOverOn(term, today))) return 'active'
  const last = terms
    .map((term) => term.endsOn as CivilDate)
    .sort()
    .at(-1) as CivilDate
  return today < addDays(last, graceDays) ? 'grace' : 'lapsed'
}

/** The last day on which a member whose seasons are over may still enter. */
export const lastDayOfGrace = (endsOn: CivilDate, graceDays: number): CivilDate =>
  addDays(endsOn, graceDays - 1)

/**
 * Of somebody's seasons, the one whose card they carry on a day: the first to end of those not over (the next one
 * waits for its turn), else the last that was; null without any.
 */
export function currentTerm<T extends Term>(terms: readonly T[], today: CivilDate): T | null {
  const end = (term: Term) => term.endsOn ?? '9999-12-31'
  const sorted = terms.toSorted((a, b) => end(a).localeCompare(end(b)))
  return sorted.find((term) => !isOverOn(term, today)) ?? sorted.at(-1) ?? null
}
