import { startTask } from '@/collections/tasks/service'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { MEMBERSHIPS } from '../../contract'
import { renewalPhase } from '../../domain/renewal'
import { checkEnds, checkNextSeason, type NextSeason, opensTo } from '../../domain/rollover/nextSeason'
import { isOverOn } from '../../domain/seasonTurn'
import { mayAct } from '../actor'
import { todayOf } from '../readCounter'
import { closesSeasons } from '../renewal/closeSeason'
import { readRollover } from './readRollover'

/** `make`: what the next season is like; ignored where there is one. `ends`: the first day the season before is over. */
export type RolloverAsk = { from: string; make: NextSeason; ends: string; by: Person }

/**
 * Begins the passage to the next season, once a season: the row of the long act decides, and holds what the next one is
 * like. Refusals: `staff.not-allowed`, `season.unknown`, `rollover.*`, `task.not-allowed`, `service.absent`.
 */
export async function startRollover(
  app: App,
  ask: RolloverAsk,
): Promise<Result<{ task: string; already: boolean }>> {
  const allowed = mayAct(ask.by, closesSeasons)
  if (!allowed.ok) return allowed
  const found = await readRollover(app, ask.from)
  if (!found) return refuse('season.unknown')
  const { from, next } = found
  if (from.state === 'draft') return refuse('rollover.in-preparation')
  const ends = from.endsOn || ask.ends
  const before = { opensOn: from.opensOn, ends }
  const checked = next ? checkEnds(before) : checkNextSeason(ask.make, before)
  if (!checked.ok) return checked
  const today = todayOf(app)
  // Seats are kept and standings settled now, or by the jobs when their day comes: then there is nobody to go through.
  const opened = { ...(next ?? { ...ask.make, renews: from.id }), state: opensTo(next?.state) }
  const now = isOverOn({ endsOn: ends }, today) || renewalPhase(opened, today) === 'kept'
  return startTask(app, {
    kind: 'membership.rollover',
    input: {
      from: from.id,
      next: next?.id ?? newId(),
      make: next ? null : ask.make,
      endsOn: from.endsOn ? null : ends,
      title: { fr: next?.titleFr ?? ask.make.titleFr, en: next?.titleEn ?? ask.make.titleEn },
    },
    key: from.id,
    ...(now ? { total: await countMembers(app, from.id) } : {}),
    by: ask.by,
  })
}

async function countMembers(app: App, season: string): Promise<number> {
  const { totalDocs } = await app.payload.db.count({
    collection: MEMBERSHIPS,
    where: { and: [{ season: { equals: season } }, { state: { equals: 'confirmed' } }] },
  })
  return totalDocs
}
