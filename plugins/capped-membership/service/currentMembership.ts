import { standingAt } from '@/collections/members/domain/standing'
import { findStanding } from '@/collections/members/service/changeStanding'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { MEMBERSHIPS, type MembershipNow } from '../contract'
import { currentTerm, isOverOn, lastDayOfSeason } from '../domain/seasonTurn'
import { countSeats } from './countSeats'
import { todayOf } from './readCounter'
import { allSeasons, type MembershipRow, many, type SeasonRow } from './rows'

/** All memberships of a person, whatever became of them, the latest first. */
export const membershipsOf = (app: App, person: string) =>
  many<MembershipRow>(app, MEMBERSHIPS, { person: { equals: person } }, { sort: '-id', limit: 100 })

/**
 * The service `membership.current`: the membership a person's card is of. What has been ended (a refund, a departure)
 * is offered only where its season is asked for, and is then not valid. Read anew each time.
 */
export async function currentMembership(
  app: App,
  ask: { person: string; season?: string; seats?: boolean },
): Promise<Result<MembershipNow, 'membership.none'>> {
  const [rows, seasons, standing] = await Promise.all([
    membershipsOf(app, ask.person),
    allSeasons(app),
    findStanding(app, ask.person),
  ])
  const today = todayOf(app)
  const byId = new Map(seasons.map((season) => [season.id, season]))
  const found = choose(rows, byId, ask.season, today)
  if (!found) return refuse('membership.none')
  const { row, season } = found
  const holds = standing && standingAt(standing, app.clock.now())
  const seats = ask.seats ? await seatsOf(app, season) : undefined
  return ok({
    membership: row.id,
    person: row.person,
    season: season.id,
    title: { fr: season.titleFr, en: season.titleEn },
    seat: row.seat,
    ...(seats ? { seats } : {}),
    since: row.since,
    until: lastDayOfSeason(season),
    valid: row.state === 'confirmed' && !isOverOn(season, today) && (holds === 'active' || holds === 'grace'),
  })
}

function choose(
  rows: readonly MembershipRow[],
  seasons: ReadonlyMap<string, SeasonRow>,
  asked: string | undefined,
  today: string,
): { row: MembershipRow; season: SeasonRow } | null {
  const terms = rows.flatMap((row) => {
    const season = seasons.get(row.season)
    return season ? [{ row, season, endsOn: season.endsOn ?? null }] : []
  })
  if (asked) return terms.find((term) => term.season.id === asked) ?? null
  return currentTerm(
    terms.filter((term) => term.row.state === 'confirmed'),
    today,
  )
}

async function seatsOf(app: App, season: SeasonRow): Promise<NonNullable<MembershipNow['seats']>> {
  const { counts } = await countSeats(app, season.id)
  return { seats: season.cap, taken: counts.confirmed, held: counts.held }
}
