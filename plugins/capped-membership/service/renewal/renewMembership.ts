import { standingAt } from '@/collections/members/domain/standing'
import { readContacts } from '@/collections/members/service'
import { findStanding } from '@/collections/members/service/changeStanding'
import { newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey, sortKey } from '@/core/text'
import { type App, decide, decided, fact, insertDeciding, type NewFact } from '@/hooks'
import { type RENEWAL_REASONS, RENEWALS } from '../../contract'
import { SECURE_MS } from '../../domain/hold'
import { renewalKey } from '../../domain/keys'
import { mayRenew, renewalPhase } from '../../domain/renewal'
import { todayOf } from '../readCounter'
import { applicationsOf, findMembership, findSeason, type SeasonRow } from '../rows'
import { needsSeat } from '../seating'
import { type SeatWish, takeSeat } from '../takeSeat'
import { holdAgain, keepFirst } from './keepSeats'
import { openRenewalFile } from './openRenewalFile'
import { answerRound, findRenewal, type RenewalRow } from './renewalRows'

type Refused = (typeof RENEWAL_REASONS)[number] | 'season.unknown' | 'seat.none-left' | 'person.unknown'
type Ask = { person: string; season: string; by?: string }

/**
 * A member renews: one act, no interview. The row of the renewal decides, after a seat was made sure of; the file to
 * pay follows from it, here and again by the listener. Once asked for, asking again changes nothing (`already`).
 * `by`: who notes it for them; absent: they themselves.
 * Refusals: `season.unknown`, `renewal.not-open`, `renewal.not-entitled`, `renewal.done`, `renewal.has-file`,
 * `seat.none-left`.
 */
export async function renewMembership(
  app: App,
  ask: Ask,
): Promise<Result<{ renewal: string; already: boolean }, Refused>> {
  for (;;) {
    const season = await entitled(app, ask)
    if (!season.ok) return season
    const seen = await findRenewal(app, ask.person, ask.season)
    if (seen?.state === 'wanted' || seen?.state === 'renewed') {
      await openRenewalFile(app, seen)
      return ok({ renewal: seen.id, already: true })
    }
    if (await hasOtherFile(app, ask)) return refuse('renewal.has-file')
    const seat = await secure(app, season.value, ask.person)
    if (!seat.ok) return seat
    const decided = await decideWanted(app, ask, seen)
    if (!decided) continue
    if (seat.value) await holdAgain(app, seat.value)
    await openRenewalFile(app, decided)
    return ok({ renewal: decided.id, already: false })
  }
}

/** The season, where this person may renew into it today. */
export async function entitled(app: App, { person, season: id }: Ask): Promise<Result<SeasonRow, Refused>> {
  const season = await findSeason(app, id)
  if (!season) return refuse('season.unknown')
  const [before, paid, standing] = await Promise.all([
    season.renews ? findMembership(app, person, season.renews) : null,
    findMembership(app, person, id),
    findStanding(app, person),
  ])
  if (!standing) return refuse('person.unknown')
  const now = app.clock.now()
  const may = mayRenew({
    phase: renewalPhase(season, todayOf(app)),
    standing: standingAt(standing, now),
    member: before?.state === 'confirmed',
    paid: paid?.state === 'confirmed',
  })
  return may.ok ? ok(season) : may
}

/** Somebody who applied for that season as a newcomer, and is being looked at, goes on that way. */
const hasOtherFile = async (app: App, { person, season }: Ask): Promise<boolean> =>
  (await applicationsOf(app, person)).some(
    (file) => file.season === season && file.kind !== 'renewal' && file.state !== 'refused',
  )

async function secure(
  app: App,
  season: SeasonRow,
  person: string,
): Promise<Result<SeatWish | null, 'seat.none-left'>> {
  if (!(await needsSeat(app, season, person))) return ok(null)
  // Before the round is over a member could otherwise take the seat that is to be kept for another.
  await keepFirst(app, season.id)
  const until = new Date(app.clock.now().getTime() + SECURE_MS)
  const wish = { season: season.id, person, until }
  const seat = await takeSeat(app, wish)
  return seat.ok ? ok(wish) : seat
}

/** The one write that decides; null when somebody was faster. */
async function decideWanted(app: App, ask: Ask, seen: RenewalRow | null): Promise<RenewalRow | null> {
  const { person, season, by = ask.person } = ask
  const askedAt = app.clock.now().toISOString()
  const wanted = (renewal: string, rev: number): NewFact =>
    fact(app, 'renewal.wanted', `${renewalKey(person, season)}:${rev}`, { renewal, person, season })
  if (seen) {
    const change = { state: 'wanted' as const, askedAt, by, round: answerRound(seen) }
    const facts = [wanted(seen.id, seen.rev + 1)]
    return (await decide(app, RENEWALS, seen, change, facts)) ? decided(seen, change, facts) : null
  }
  const id = newId()
  const name = (await readContacts(app, [person])).get(person)?.name ?? ''
  const answer = { state: 'wanted' as const, askedAt, by, round: 1 }
  const row = { id, key: renewalKey(person, season), person, name, season, ...answer }
  const keys = { searchKey: searchKey(name), sortKey: sortKey(name) }
  const made = await insertDeciding(app, RENEWALS, { ...row, ...keys }, [wanted(id, 1)])
  return made ? { ...row, rev: 1 } : null
}
