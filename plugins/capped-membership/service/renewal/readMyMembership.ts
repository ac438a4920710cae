import type { Person, Standing } from '@/core/person'
import type { App } from '@/hooks'
import { occupantKey } from '../../domain/keys'
import { type RenewalPhase, renewalOf, renewalPhase } from '../../domain/renewal'
import { currentTerm, isOverOn } from '../../domain/seasonTurn'
import { membershipsOf } from '../currentMembership'
import { todayOf } from '../readCounter'
import { allSeasons, findSeatOf, type MembershipRow, type SeasonRow, type SeatRow } from '../rows'
import { needsSeat } from '../seating'
import { readRenewalSettings } from './readRenewalSettings'
import { type RenewalRow, renewalsOf } from './renewalRows'

export type Held = { row: MembershipRow; season: SeasonRow; state: 'current' | 'next' | 'over' | 'ended' }

/** The season a member may go on into, and what they have answered. */
export type Offer = {
  season: SeasonRow
  phase: RenewalPhase
  renewal: RenewalRow | null
  /** The membership of that season, once paid. */
  paid: MembershipRow | null
  /** What is kept for them. */
  seat: SeatRow | null
  /** False for staff, who takes none of the counted seats. */
  seatNeeded: boolean
}

export type MyMembership = {
  standing: Standing
  graceDays: number
  /** All seasons of this person, the latest first. */
  memberships: Held[]
  current: Held | null
  offer: Offer | null
}

/** A person's memberships, now and before, and the next one: six queries at most. */
export async function readMyMembership(
  app: App,
  who: Pick<Person, 'id' | 'standing'>,
): Promise<MyMembership> {
  const [rows, seasons, renewals, { graceDays }] = await Promise.all([
    membershipsOf(app, who.id),
    allSeasons(app),
    renewalsOf(app, who.id),
    readRenewalSettings(app),
  ])
  const today = todayOf(app)
  const byId = new Map(seasons.map((season) => [season.id, season]))
  const terms = rows.flatMap((row) => {
    const season = byId.get(row.season)
    return season ? [{ row, season, endsOn: season.endsOn ?? null }] : []
  })
  const now = currentTerm(
    terms.filter((term) => term.row.state === 'confirmed'),
    today,
  )
  const held = (term: (typeof terms)[number]): Held => ({
    row: term.row,
    season: term.season,
    state:
      term.row.state === 'ended'
        ? 'ended'
        : isOverOn(term, today)
          ? 'over'
          : term === now
            ? 'current'
            : 'next',
  })
  const into = now && renewalOf(seasons, now.season.id, today)
  const seat = into && (await findSeatOf(app, occupantKey(into.id, who.id)))
  const offer = into && {
    season: into,
    phase: renewalPhase(into, today),
    renewal: renewals.find((row) => row.season === into.id) ?? null,
    paid: rows.find((row) => row.season === into.id && row.state === 'confirmed') ?? null,
    seat,
    seatNeeded: seat !== null || (await needsSeat(app, into, who.id)),
  }
  return {
    standing: who.standing,
    graceDays,
    memberships: terms.map(held),
    current: now ? held(now) : null,
    offer,
  }
}
