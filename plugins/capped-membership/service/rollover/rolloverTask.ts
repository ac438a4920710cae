import { START } from '@/collections/tasks/contract'
import type { Standing } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import type { App, TaskKind, TaskStep } from '@/hooks'
import { SEATS } from '../../contract'
import { renewalPhase } from '../../domain/renewal'
import { isOverOn } from '../../domain/seasonTurn'
import { rolloverTexts } from '../../i18n/rollover'
import { todayOf } from '../readCounter'
import { closesSeasons } from '../renewal/closeSeason'
import { FIRST, keepSome, membersFrom } from '../renewal/keepSeats'
import { settleStanding } from '../renewal/settleStandings'
import { findSeason, many, type SeasonRow, type SeatRow } from '../rows'
import { makeSeason, openNext, setEnd } from './makeSeason'

/** Members a step: each is offered a seat and looked at by the verbs that jobs use. */
const MEMBERS = 20
/**
 * How members are gone through is decided once, and rides in the cursor: where seats were not kept for the first of them,
 * they are not for the last, whatever day it has become; the job keeps them for all.
 */
const KEEPING = 'k:'
const PLAIN = 'm:'

/**
 * The passage to the next season. First the seasons: the next one made or opened, the end of the one before set. Then its
 * members, those in longest first: where the days have come, a seat is kept for each, and standings are settled; what is
 * for a later day the jobs do, by the same verbs. Figures are read after the work, so that a step run again says the same.
 */
export const rolloverTask: TaskKind<'membership.rollover'> = {
  title: ({ title }, lang) => rolloverTexts(lang).task(title[lang]),
  counts: (lang) => rolloverTexts(lang).counts,
  access: closesSeasons,
  href: ({ next }) => `/bureau/saisons/${next}`,
  step: async (app, { input, cursor }) => {
    const from = await findSeason(app, input.from)
    if (!from) return refuse('season.unknown')
    if (cursor !== START) return throughMembers(app, { from, next: input.next }, cursor)
    if (input.endsOn) await setEnd(app, from, input.endsOn)
    if (input.make) await makeSeason(app, { id: input.next, from: from.id, make: input.make })
    await openNext(app, input.next)
    const next = await findSeason(app, input.next)
    const way = next && isKept(app, next) ? KEEPING : PLAIN
    return ok({ next: `${way}${FIRST}`, done: 0, counts: { season: input.make ? 1 : 0 } })
  },
}

const isKept = (app: App, next: SeasonRow): boolean => renewalPhase(next, todayOf(app)) === 'kept'

type Pair = { from: SeasonRow; next: string }

async function throughMembers(app: App, { from, next: id }: Pair, cursor: string): Promise<Result<TaskStep>> {
  const way = cursor.slice(0, KEEPING.length)
  const after = cursor.slice(KEEPING.length)
  const next = await findSeason(app, id)
  if (!next) return refuse('season.unknown')
  const today = todayOf(app)
  const keeping = way === KEEPING && isKept(app, next)
  const over = isOverOn(from, today)
  if (!keeping && !over) return ok({ next: null, done: 0 })
  const { people, next: reached } = keeping
    ? await keepSome(app, next, after, MEMBERS)
    : await membersFrom(app, from.id, after, MEMBERS)
  if (over) for (const person of people) await settleStanding(app, person)
  return ok({
    next: reached === null ? null : `${way}${reached}`,
    done: people.length,
    counts: await figuresOf(app, id, people, { keeping, over }),
  })
}

/** What has become of some members: who has a seat in the next season, who is in grace, who is out. */
async function figuresOf(
  app: App,
  season: string,
  people: readonly string[],
  { keeping, over }: { keeping: boolean; over: boolean },
): Promise<Record<string, number>> {
  if (people.length === 0) return {}
  const ofThem = { person: { in: [...people] } }
  const [seats, standings] = await Promise.all([
    keeping ? many<SeatRow>(app, SEATS, { and: [{ season: { equals: season } }, ofThem] }) : [],
    over ? many<{ id: string; standing: Standing }>(app, 'standings', ofThem) : [],
  ])
  const standing = (which: Standing) => standings.filter((row) => row.standing === which).length
  return { seated: seats.length, grace: standing('grace'), lapsed: standing('lapsed') }
}
