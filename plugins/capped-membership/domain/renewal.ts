import { addDays, type CivilDate } from '@/core/dates'
import type { Standing } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { phaseOf, type SeasonDates } from './season'
import type { TurnDates } from './seasonTurn'

export type RenewableSeason = SeasonDates & TurnDates

/**
 * Where renewing into a season stands: `none` (it renews no other, or is in preparation), `before`, `kept` (only
 * members, whose seats wait for them), `open` (members as long as there are seats), `closed`.
 */
export type RenewalPhase = 'none' | 'before' | 'kept' | 'open' | 'closed'

/** The first day on which seats are not kept any more. */
export const keptUntil = (season: RenewableSeason): CivilDate => season.renewalClosesOn || season.opensOn

export function renewalPhase(season: RenewableSeason, today: CivilDate): RenewalPhase {
  const phase = phaseOf(season, today)
  if (phase === 'hidden' || !season.renews || !season.renewalOpensOn) return 'none'
  if (phase === 'closed') return 'closed'
  if (today < season.renewalOpensOn) return 'before'
  return today < keptUntil(season) ? 'kept' : 'open'
}

/** Of all seasons, the one into which members of `from` renew on this day, or will; the soonest of several. */
export function renewalOf<S extends RenewableSeason & { id: string }>(
  seasons: readonly S[],
  from: string,
  today: CivilDate,
): S | null {
  const rank = { kept: 0, open: 1, before: 2, closed: 3, none: 4 }
  const of = seasons
    .filter((s) => s.renews === from && renewalPhase(s, today) !== 'none')
    .sort(
      (a, b) =>
        rank[renewalPhase(a, today)] - rank[renewalPhase(b, today)] || a.opensOn.localeCompare(b.opensOn),
    )
  return of[0] ?? null
}

/** Standings that may renew while seats are kept: whoever was a member and is not out by an act. */
const WHILE_KEPT: readonly Standing[] = ['active', 'grace', 'lapsed', 'accepted']
/** And later: who has lapsed by then applies anew, and is met again. */
const LATER: readonly Standing[] = ['active', 'grace', 'accepted']

/** May somebody renew? `member`: of the season renewed; `paid`: of the next one already. */
export function mayRenew({
  phase,
  standing,
  member,
  paid,
}: {
  phase: RenewalPhase
  standing: Standing
  member: boolean
  paid: boolean
}): Result<null, 'renewal.not-open' | 'renewal.not-entitled' | 'renewal.done'> {
  if (paid) return refuse('renewal.done')
  if (phase !== 'kept' && phase !== 'open') return refuse('renewal.not-open')
  const allowed = phase === 'kept' ? WHILE_KEPT : LATER
  return member && allowed.includes(standing) ? ok(null) : refuse('renewal.not-entitled')
}

export type ReminderDays = { first: number; second: number; after: number }
export type Reminder = 'first' | 'second' | 'after'

/**
 * The reminder that is due on a day, of those before the end of a season and the one after it; null when none is. Each
 * stays due until the next one is, so that a program that stood still for days sends one, not three; the last one for
 * as long as it would have been ahead. 0 days: not sent.
 */
export function reminderDue(endsOn: CivilDate, today: CivilDate, days: ReminderDays): Reminder | null {
  const steps: { reminder: Reminder; from: CivilDate; until: CivilDate }[] = []
  const push = (reminder: Reminder, from: CivilDate, until: CivilDate) =>
    steps.push({ reminder, from, until })
  const { first, second, after } = days
  if (first > 0)
    push('first', addDays(endsOn, -first), second > 0 && second < first ? addDays(endsOn, -second) : endsOn)
  if (second > 0) push('second', addDays(endsOn, -second), endsOn)
  if (after > 0) push('after', addDays(endsOn, after), addDays(endsOn, 2 * after))
  return steps.find((step) => step.from <= today && today < step.until)?.reminder ?? null
}
