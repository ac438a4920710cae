import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import { SLOTS } from '../../contract'
import { withdrawnKey } from '../../domain/slots'
import { type Actor, actorId, handlesApplications, mayAct } from '../actor'
import { findSlot, type SlotRow } from './rows'

/**
 * Takes back a slot, for good; a moment withdrawn may be offered anew. Whoever had picked it is told and asked to pick
 * again, by the listener of `slot.withdrawn`. Withdrawing twice is harmless.
 * Refusals: `staff.not-allowed`, `slot.unknown`.
 */
export async function withdrawSlot(app: App, ask: { slot: string; by: Actor }): Promise<Result<SlotRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  for (;;) {
    const slot = await findSlot(app, ask.slot)
    if (!slot) return refuse('slot.unknown')
    if (slot.state === 'withdrawn') return ok(slot)
    const data = {
      state: 'withdrawn' as const,
      key: withdrawnKey(slot.id),
      withdrawnBy: actorId(ask.by),
    }
    // Nothing else changes a slot but this and the relay of its facts: the loop ends.
    if (await decide(app, SLOTS, slot, data, [fact(app, 'slot.withdrawn', slot.id, { slot: slot.id })]))
      return ok({ ...slot, ...data })
  }
}
