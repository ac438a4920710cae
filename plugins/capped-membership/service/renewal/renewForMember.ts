import { ok, type Result } from '@/core/result'
import type { App } from '@/hooks'
import { type Actor, actorId, handlesFiles, mayAct, notOwn } from '../actor'
import type { ApplicationRow } from '../rows'
import { findRenewalById, findRenewalFile } from './renewalRows'
import { renewMembership } from './renewMembership'

/**
 * Staff renews for a member who asked by phone or at the counter: the same act as the member's own, with who noted it.
 * It is no decision: those who take the money at the counter may note it, as those who decide on files.
 * Gives the file by which the fee is recorded; null while it is being opened.
 * Refusals: `staff.not-allowed`, `application.own` (one has one's own page for it), and those of `renewMembership`.
 */
export async function renewForMember(
  app: App,
  ask: { person: string; season: string; by: Actor },
): Promise<Result<{ file: ApplicationRow | null; already: boolean }>> {
  const allowed = mayAct(ask.by, handlesFiles)
  if (!allowed.ok) return allowed
  const foreign = notOwn(ask.by, ask.person)
  if (!foreign.ok) return foreign
  const done = await renewMembership(app, { ...ask, by: actorId(ask.by) })
  if (!done.ok) return done
  const row = await findRenewalById(app, done.value.renewal)
  const file = row && (await findRenewalFile(app, row))
  return ok({ file, already: done.value.already })
}
