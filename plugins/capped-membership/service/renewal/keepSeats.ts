import type { Where } from 'payload'
import { readContacts } from '@/collections/members/service'
import { type CivilDate, startOfDay } from '@/core/dates'
import type { Standing } from '@/core/person'
import { searchKey, sortKey } from '@/core/text'
import { type App, compareAndSet, decide, insertOnce } from '@/hooks'
import { MEMBERSHIPS, RENEWAL_ROUNDS, RENEWALS, SEATS } from '../../contract'
import { occupantKey, renewalKey } from '../../domain/keys'
import { keptUntil, renewalPhase } from '../../domain/renewal'
import { todayOf } from '../readCounter'
import {
  allSeasons,
  findMembership,
  findSeason,
  findSeatOf,
  type MembershipRow,
  many,
  type SeasonRow,
} from '../rows'
import { needsSeat } from '../seating'
import { takeSeat } from '../takeSeat'
import { yieldSeat } from '../yieldSeat'
import { findRenewal, findRound } from './renewalRows'

/** Standings that end what one was offered. */
export const GONE: readonly Standing[] = ['left', 'erased']

/**
 * Before anybody takes a seat of a season into which members renew first, theirs are kept: whoever comes before the job
 * does it. Cheap once it is done, and where there is nothing to keep.
 */
export async function keepFirst(app: App, id: string): Promise<void> {
  const season = await findSeason(app, id)
  if (!season || renewalPhase(season, todayOf(app)) !== 'kept') return
  const round = await findRound(app, id)
  if (round?.until === keptUntil(season)) return
  await once(app, season)
}

/** A process keeps the seats of a season once at a time, however many wait for it. */
const underWay = new Map<string, Promise<void>>()
function once(app: App, season: SeasonRow): Promise<void> {
  const running = underWay.get(season.id)
  if (running) return running
  const started = keepSeats(app, season).finally(() => underWay.delete(season.id))
  underWay.set(season.id, started)
  return started
}

/**
 * Keeps a seat in their name for every member of the season renewed, those who have been in longest first, the number
 * they had where it is free. Each is an ordinary hold until the day seats are not kept any more, so that no count is
 * ever compared: newcomers find the other seats. Run again, or by two at once, it ends the same; the row that says it
 * is done is written last.
 */
export async function keepSeats(app: App, season: SeasonRow): Promise<void> {
  for (let after: string | null = FIRST; after !== null; )
    after = (await keepSome(app, season, after, AT_ONCE)).next
}

const AT_ONCE = 100
/** Where the members of a season begin. */
export const FIRST = ''

/**
 * Keeps the seats of some members, after a place among them; tells the place reached, null once all are done and the row
 * that says so is written.
 */
export async function keepSome(
  app: App,
  season: SeasonRow,
  after: string,
  limit: number,
): Promise<{ people: string[]; next: string | null }> {
  if (!season.renews) return { people: [], next: null }
  const { rows, people, next } = await membersFrom(app, season.renews, after, limit)
  const contacts = await readContacts(app, people)
  for (const member of rows) {
    const contact = contacts.get(member.person)
    if (contact && !GONE.includes(contact.standing)) await offerRenewal(app, season, member, contact.name)
  }
  if (next === null) await noteKept(app, season)
  return { people, next }
}

async function noteKept(app: App, season: SeasonRow): Promise<void> {
  const until = keptUntil(season)
  if (!(await insertOnce(app, RENEWAL_ROUNDS, { season: season.id, until })))
    await compareAndSet(app, RENEWAL_ROUNDS, { season: { equals: season.id } }, { until })
}

/** Members of a season after a place (`since|id`), those in longest first, and the place reached; null at the end. */
export async function membersFrom(
  app: App,
  season: string,
  after: string,
  limit: number,
): Promise<{ rows: MembershipRow[]; people: string[]; next: string | null }> {
  const [since = '', id = ''] = after.split('|')
  const further: Where[] =
    after === FIRST
      ? []
      : [
          {
            or: [
              { since: { greater_than: since } },
              { and: [{ since: { equals: since } }, { id: { greater_than: id } }] },
            ],
          },
        ]
  const rows = await many<MembershipRow>(
    app,
    MEMBERSHIPS,
    { and: [{ season: { equals: season } }, { state: { equals: 'confirmed' } }, ...further] },
    { sort: ['since', 'id'], limit },
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  const next = last ? `${new Date(last.since).toISOString()}|${last.id}` : null
  return { rows, people: rows.map((row) => row.person), next }
}

/** Offers one member to renew, with a seat kept until the day told; where none is left the offer stands without one. */
export async function offerRenewal(
  app: App,
  season: SeasonRow,
  member: Pick<MembershipRow, 'person' | 'seat'>,
  name: string,
): Promise<void> {
  const { person } = member
  const paid = await findMembership(app, person, season.id)
  await insertOnce(app, RENEWALS, {
    key: renewalKey(person, season.id),
    person,
    name,
    season: season.id,
    state: paid ? 'renewed' : 'offered',
    round: 1,
    searchKey: searchKey(name),
    sortKey: sortKey(name),
    rev: 1,
    factsPending: 0,
  })
  if (paid || (await hasGivenUp(app, person, season.id)) || !(await needsSeat(app, season, person))) return
  const until = endOfKeeping(app, keptUntil(season))
  const kept = await takeSeat(app, {
    season: season.id,
    person,
    until,
    ...(member.seat > 0 ? { prefer: member.seat } : {}),
  })
  if (!kept.ok) app.log.warn({ season: season.id, person }, 'no seat is left to keep for a member')
  // Declined, or gone, between the two looks: the seat goes back.
  if (await hasGivenUp(app, person, season.id)) await giveBack(app, person, season.id)
}

const endOfKeeping = (app: App, day: CivilDate): Date => startOfDay(day, app.settings.timeZone)

async function hasGivenUp(app: App, person: string, season: string): Promise<boolean> {
  const row = await findRenewal(app, person, season)
  return row?.state === 'declined' || row?.state === 'left'
}

/**
 * Gives back the seat kept for a person who does not renew; a confirmed one stays. The seat is read before the answer:
 * who changes their mind at that moment touches their seat after deciding (`holdAgain`), and this looks again. A fee on
 * its way keeps it (`yieldSeat`).
 */
export async function giveBack(app: App, person: string, season: string): Promise<void> {
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(season, person))
    if (seat?.state !== 'held' || !(await hasGivenUp(app, person, season))) return
    if (await yieldSeat(app, seat, 'declined')) return
  }
}

/**
 * Makes sure of a person's seat and leaves a mark on it, so that whoever was about to give it back looks again.
 * Without a seat they pay for one later, if there is one.
 */
export async function holdAgain(
  app: App,
  wish: { season: string; person: string; until: Date },
): Promise<void> {
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(wish.season, wish.person))
    if (seat?.state === 'confirmed') return
    if (!seat) {
      const taken = await takeSeat(app, wish)
      if (!taken.ok) app.log.warn({ ...wish }, 'a member renews, and the seat kept for them is gone')
      return
    }
    if (await decide(app, SEATS, seat, { heldUntil: seat.heldUntil }, [])) return
  }
}

/** Who joins a season while its members are renewing is offered the next one too. */
export async function offerToNewMember(
  app: App,
  { person, season: joined, seat }: { person: string; season: string; seat: number },
): Promise<void> {
  const today = todayOf(app)
  const next = (await allSeasons(app)).filter((s) => s.renews === joined && renewalPhase(s, today) === 'kept')
  if (next.length === 0) return
  const contact = (await readContacts(app, [person])).get(person)
  if (!contact || GONE.includes(contact.standing)) return
  for (const season of next) await offerRenewal(app, season, { person, seat }, contact.name)
}

/** The job: seats are kept from the first minute of the day members may renew, and as long as the season says now. */
export async function keepAllSeats(app: App, cut?: AbortSignal): Promise<void> {
  for (const season of await allSeasons(app)) {
    if (cut?.aborted) return
    if (renewalPhase(season, todayOf(app)) === 'kept') await keepFirst(app, season.id)
  }
}
