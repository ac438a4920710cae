import { staffFor } from '@/core/access'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { SEASONS } from '../../contract'
import { type Actor, actorId, mayAct } from '../actor'
import { findSeason } from '../rows'

export const closesSeasons = staffFor('settings')

/**
 * Closes a season: nobody applies or renews into it any more. What was promised stands: people accepted may still pay,
 * members stay until the season ends.
 * Refusals: `staff.not-allowed`, `season.unknown`, `season.already-closed`.
 */
export async function closeSeason(app: App, ask: { season: string; by: Actor }): Promise<Result<null>> {
  const allowed = mayAct(ask.by, closesSeasons)
  if (!allowed.ok) return allowed
  const won = await compareAndSet(
    app,
    SEASONS,
    { and: [{ id: { equals: ask.season } }, { state: { not_equals: 'closed' } }] },
    { state: 'closed' },
  )
  if (!won) return refuse((await findSeason(app, ask.season)) ? 'season.already-closed' : 'season.unknown')
  await app.touch('season')
  // Closed once more after it was opened again is another closing.
  const key = `${ask.season}:${app.clock.now().getTime()}`
  await app.emit('season.closed', key, { season: ask.season, by: actorId(ask.by) })
  return ok(null)
}
