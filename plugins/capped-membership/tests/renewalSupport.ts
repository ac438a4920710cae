import { addDays } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Standing } from '@/core/person'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { makePerson } from '@/tests/factories/people'
import { MEMBERSHIPS, PAYMENTS, SEASONS, SEATS } from '../contract'
import { feeKey, membershipKey, occupantKey, seatKey } from '../domain/keys'
import type { TurnDates } from '../domain/seasonTurn'
import { todayOf } from '../service/readCounter'
import { findSeason, type SeasonRow } from '../service/rows'
import { openSeason } from './support'

export const day = (app: App, offset: number) => addDays(todayOf(app), offset)

/** The days of a season as a test wants them now, past the checks of the form. */
export async function setDays(app: App, season: SeasonRow, days: TurnDates): Promise<SeasonRow> {
  await compareAndSet(app, SEASONS, { id: { equals: season.id } }, days)
  const now = await findSeason(app, season.id)
  if (!now) throw new Error('the season is gone')
  return now
}

/** A season that ends in a month, and the next one, into which its members may renew since yesterday. */
export async function twoSeasons(
  app: App,
  { cap = 10, nextCap, ends = 30 }: { cap?: number; nextCap?: number; ends?: number } = {},
) {
  const old = await openSeason(app, cap, {
    opensOn: day(app, -300),
    endsOn: day(app, ends),
    titleFr: 'Saison A',
  })
  const next = await openSeason(app, nextCap ?? cap, {
    opensOn: day(app, 10),
    endsOn: day(app, ends + 365),
    renews: old.id,
    renewalOpensOn: day(app, -1),
    renewalClosesOn: day(app, 20),
    titleFr: 'Saison B',
  })
  await compareAndSet(app, SEASONS, { id: { equals: old.id } }, { state: 'open' })
  return { old: { ...old, state: 'open' as const }, next }
}

export type Member = { id: string; email: string; name: string; seat: number }

/** A member of a season, seated and paid, as `auditSeats` would have it but for the file. */
export async function memberOf(
  app: App,
  season: SeasonRow,
  seat: number,
  {
    standing = 'active' as Standing,
    name = 'Camille Membre',
    as,
  }: { standing?: Standing; name?: string; as?: string } = {},
): Promise<Member> {
  const person = as ? { id: as, email: '', name } : await makePerson(app, { standing, name })
  // Earlier than any delivery of now, and in the order of their seats.
  const since = new Date(Date.now() - 1e10 + seat * 1000).toISOString()
  const payment = newId()
  const file = newId()
  await insertOnce(app, PAYMENTS, {
    id: payment,
    key: feeKey(file),
    application: file,
    person: person.id,
    season: season.id,
    cents: 500,
    method: 'cash',
    receivedOn: since.slice(0, 10),
    recordedBy: 'system',
    recordedAt: since,
    settled: 1,
    rev: 1,
    factsPending: 0,
  })
  if (seat > 0)
    await compareAndSet(
      app,
      SEATS,
      { key: { equals: seatKey(season.id, seat) } },
      { state: 'confirmed', person: person.id, occupant: occupantKey(season.id, person.id), takenAt: since },
    )
  await insertOnce(app, MEMBERSHIPS, {
    key: membershipKey(person.id, season.id),
    person: person.id,
    season: season.id,
    seat,
    state: 'confirmed',
    since,
    paymentRef: payment,
    rev: 1,
    factsPending: 0,
  })
  return { ...person, seat }
}

export const membersOf = async (app: App, season: SeasonRow, count: number): Promise<Member[]> => {
  const made: Member[] = []
  for (let seat = 1; seat <= count; seat++) made.push(await memberOf(app, season, seat))
  return made
}
