import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import type { Cents } from '@/core/money'
import { ok, type Result, refuse } from '@/core/result'
import type { SeasonState } from '../season'
import { checkTurn, type TurnDates } from '../seasonTurn'

/** What staff says of the season that follows; days are empty where it has none. */
export type NextSeason = {
  name: string
  titleFr: string
  titleEn: string
  cap: number
  feeCents: Cents
  opensOn: CivilDate
  closesOn: CivilDate | ''
  renewalOpensOn: CivilDate | ''
  renewalClosesOn: CivilDate | ''
  endsOn: CivilDate | ''
  staffTakesSeats: boolean
}

type Now = Omit<
  NextSeason,
  'closesOn' | 'renewalOpensOn' | 'renewalClosesOn' | 'endsOn' | 'staffTakesSeats'
> &
  TurnDates & { staffTakesSeats?: boolean | null }

/** The same day a year later; the 29th of February falls on the 28th. */
export function yearLater(day: CivilDate): CivilDate {
  const year = Number(day.slice(0, 4)) + 1
  const moved = `${year}${day.slice(4)}`
  return isCivilDate(moved) ? moved : `${year}-02-28`
}

/** « Saison 2026-2027 » → « Saison 2027-2028 »; '' where no year tells how the next is called. */
export function nameLater(name: string): string {
  const moved = name.replace(/\b(?:19|20)\d{2}\b/g, (year) => String(Number(year) + 1))
  return moved === name ? '' : moved
}

/** Members renew for this long before others may apply, where the season that ends does not say. */
const RENEWAL_DAYS = 30

/** The season after this one, as far as it can be guessed: the same settings, a year later. */
export function nextSeasonOf(season: Now): NextSeason {
  const later = (day: CivilDate | null | undefined) => (day ? yearLater(day) : '')
  // The next begins where this one ends, if that is known.
  const opensOn = season.endsOn || yearLater(season.opensOn)
  return {
    name: nameLater(season.name),
    titleFr: nameLater(season.titleFr),
    titleEn: nameLater(season.titleEn),
    cap: season.cap,
    feeCents: season.feeCents,
    opensOn,
    closesOn: later(season.closesOn),
    renewalOpensOn: later(season.renewalOpensOn) || addDays(opensOn, -RENEWAL_DAYS),
    renewalClosesOn: later(season.renewalClosesOn),
    endsOn: season.endsOn ? yearLater(season.endsOn) : yearLater(opensOn),
    staffTakesSeats: Boolean(season.staffTakesSeats),
  }
}

export const NAME_MAX = 80
export const CAP_MAX = 5000
export const FEE_MAX = 1_000_000

export const ROLLOVER_REASONS = [
  'rollover.name-missing',
  'rollover.cap',
  'rollover.fee',
  'rollover.day',
  'rollover.end-missing',
  'rollover.ends-first',
  'rollover.opens-first',
  'rollover.closes-first',
  'rollover.renewal-missing',
  'rollover.renewal-after-opening',
  'rollover.renewal-closes-first',
  /** The season that ends is in preparation: nobody is a member of it. */
  'rollover.in-preparation',
] as const
export type RolloverReason = (typeof ROLLOVER_REASONS)[number]

/** Which field is wrong stands in `detail.field`. */
type Wrong = Result<never, RolloverReason>
const wrong = (reason: RolloverReason, field: keyof NextSeason | 'lastDay'): Wrong =>
  refuse(reason, { field })

/** What the passage makes of the season that follows: one in preparation is opened, one that is closed stays so. */
export const opensTo = (state: SeasonState | undefined): 'open' | 'closed' =>
  state === 'closed' ? 'closed' : 'open'

type Before = { opensOn: CivilDate; ends: CivilDate | '' }

/** Can the season before end then? `ends`: the first day on which it is over. Refusals bear the field. */
export function checkEnds({ opensOn, ends }: Before): Result<CivilDate, RolloverReason> {
  if (!isCivilDate(ends)) return wrong('rollover.end-missing', 'lastDay')
  return ends > opensOn ? ok(ends) : wrong('rollover.ends-first', 'lastDay')
}

/**
 * Can this season follow that one? `ends`: the first day on which the one before is over, as it is known or said now.
 * Refusals bear the field.
 */
export function checkNextSeason(next: NextSeason, before: Before): Result<NextSeason, RolloverReason> {
  for (const field of ['name', 'titleFr', 'titleEn'] as const)
    if (!next[field].trim() || next[field].length > NAME_MAX) return wrong('rollover.name-missing', field)
  if (!Number.isInteger(next.cap) || next.cap < 1 || next.cap > CAP_MAX) return wrong('rollover.cap', 'cap')
  if (!Number.isInteger(next.feeCents) || next.feeCents < 0 || next.feeCents > FEE_MAX)
    return wrong('rollover.fee', 'feeCents')
  if (!isCivilDate(next.opensOn)) return wrong('rollover.day', 'opensOn')
  for (const field of ['closesOn', 'renewalOpensOn', 'renewalClosesOn', 'endsOn'] as const)
    if (next[field] !== '' && !isCivilDate(next[field])) return wrong('rollover.day', field)
  const ends = checkEnds(before)
  if (!ends.ok) return ends
  if (next.opensOn <= before.opensOn) return wrong('rollover.opens-first', 'opensOn')
  if (next.closesOn && next.closesOn <= next.opensOn) return wrong('rollover.closes-first', 'closesOn')
  if (!next.renewalOpensOn) return wrong('rollover.renewal-missing', 'renewalOpensOn')
  if (checkTurn('renewalOpensOn', next)) return wrong('rollover.renewal-after-opening', 'renewalOpensOn')
  if (checkTurn('renewalClosesOn', next)) return wrong('rollover.renewal-closes-first', 'renewalClosesOn')
  if (checkTurn('endsOn', next)) return wrong('rollover.ends-first', 'endsOn')
  return ok(next)
}
