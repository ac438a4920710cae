import type { Where } from 'payload'
import { taskOf } from '@/collections/tasks/service'
import type { TaskRow } from '@/collections/tasks/service/rows'
import type { Standing } from '@/core/person'
import type { App } from '@/hooks'
import { MEMBERSHIPS, RENEWALS, type RenewalState } from '../../contract'
import { isOverOn } from '../../domain/seasonTurn'
import { todayOf } from '../readCounter'
import { allSeasons, type MembershipRow, many, type SeasonRow } from '../rows'

/** Of the members of a season: how many are in the next one, what the others have said, what awaits them. */
export type RolloverFigures = {
  members: number
  renewed: number
  wanted: number
  declined: number
  unanswered: number
  /** Their days of grace run. */
  inGrace: number
  /** Whoever does nothing further loses their access once the days of grace are over. */
  wouldLose: number
}

/** Members of a season, their memberships of others that are not over, their standings, their answers: four questions. */
export async function readRolloverFigures(
  app: App,
  from: SeasonRow,
  next: SeasonRow | null,
  seasons: readonly SeasonRow[],
): Promise<RolloverFigures> {
  const confirmed = (season: string): Where => ({
    and: [{ season: { equals: season } }, { state: { equals: 'confirmed' } }],
  })
  const today = todayOf(app)
  const others = seasons.filter((s) => s.id !== from.id && !isOverOn(s, today)).map((s) => s.id)
  const members = (await many<MembershipRow>(app, MEMBERSHIPS, confirmed(from.id))).map((m) => m.person)
  if (members.length === 0)
    return { members: 0, renewed: 0, wanted: 0, declined: 0, unanswered: 0, inGrace: 0, wouldLose: 0 }
  const [elsewhere, standings, answers] = await Promise.all([
    others.length > 0
      ? many<MembershipRow>(app, MEMBERSHIPS, {
          and: [{ season: { in: others } }, { state: { equals: 'confirmed' } }],
        })
      : [],
    many<{ id: string; person: string; standing: Standing }>(app, 'standings', {
      and: [{ person: { in: members } }, { standing: { equals: 'grace' } }],
    }),
    next
      ? many<{ id: string; person: string; state: RenewalState }>(app, RENEWALS, {
          season: { equals: next.id },
        })
      : [],
  ])
  const stay = new Set(elsewhere.map((m) => m.person))
  const answerOf = new Map(answers.map((row) => [row.person, row.state]))
  const open = members.filter((person) => !stay.has(person))
  const said = (state: RenewalState) => open.filter((person) => answerOf.get(person) === state).length
  const [wanted, declined, left] = [said('wanted'), said('declined'), said('left')]
  return {
    members: members.length,
    renewed: members.length - open.length,
    wanted,
    declined,
    unanswered: open.length - wanted - declined - left,
    inGrace: standings.filter((row) => !stay.has(row.person)).length,
    wouldLose: open.length,
  }
}

export type Rollover = {
  from: SeasonRow
  /** The season that follows, where there is one already. */
  next: SeasonRow | null
  /** The long act, once it was begun. */
  task: TaskRow | null
  seasons: readonly SeasonRow[]
}

/** Where the passage from a season to the next one stands; null for a season that is not there. */
export async function readRollover(app: App, id: string): Promise<Rollover | null> {
  const [seasons, task] = await Promise.all([allSeasons(app), taskOf(app, 'membership.rollover', id)])
  const from = seasons.find((s) => s.id === id)
  if (!from) return null
  const follows = task ? (JSON.parse(task.input) as { next: string }).next : null
  const next = seasons.find((s) => (follows ? s.id === follows : s.renews === id)) ?? null
  return { from, next, task, seasons }
}
