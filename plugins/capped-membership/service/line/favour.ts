import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { PRIORITY } from '../../domain/line'
import { type Actor, actorId, handlesApplications, mayAct, notOwn } from '../actor'
import { changeLine } from './changeLine'
import type { LineRow } from './rows'

/**
 * Staff lets somebody who waits go before the others, with a reason for the team. Giving it again is harmless.
 * Refusals: `staff.not-allowed`, `application.own`, `line.*`.
 */
export async function givePriority(
  app: App,
  ask: { waiting: string; reason: string; by: Actor },
): Promise<Result<LineRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const reason = ask.reason.trim()
  if (!reason) return refuse('line.reason-missing')
  return changeLine(app, ask.waiting, 'favour', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    return ok({ data: { priority: Math.max(row.priority, PRIORITY.staff), reason, by: actorId(ask.by) } })
  })
}

/**
 * Takes a priority back: the person stands where their acceptance puts them; who paid in vain stays first.
 * Refusals: `staff.not-allowed`, `application.own`, `line.*`.
 */
export async function takePriorityBack(
  app: App,
  ask: { waiting: string; by: Actor },
): Promise<Result<LineRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  return changeLine(app, ask.waiting, 'level', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    const priority = row.why === 'unseated' ? PRIORITY.unseated : PRIORITY.none
    return ok({ data: { priority, reason: null, by: actorId(ask.by) } })
  })
}
