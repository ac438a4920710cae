import { ok, type Result, refuse } from '@/core/result'
import { type App, fact } from '@/hooks'
import type { RefusalCode } from '../contract'
import { interviewAhead } from '../domain/interview'
import { noSlot } from '../domain/slots'
import { type Actor, actorId, handlesApplications, mayAct, notOwn } from './actor'
import { changeApplication } from './changeApplication'
import type { ApplicationRow } from './rows'

/**
 * Refuses an application, with the reason the applicant will read, and its code for the figures.
 * Refusals: `staff.not-allowed`, `application.*`, `application.reason-missing`.
 */
export async function refuseApplication(
  app: App,
  ask: { application: string; reason: string; code?: RefusalCode; by: Actor },
): Promise<Result<ApplicationRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const reason = ask.reason.trim()
  if (!reason) return refuse('application.reason-missing')
  return changeApplication(app, ask.application, 'refuse', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    if (!row.person) return refuse('application.under-way')
    return ok({
      data: {
        decision: 'refused',
        // A slot picked for an interview to come is free for others; the moment stays, for the history.
        ...(interviewAhead(row, app.clock.now())
          ? { interviewSlot: noSlot(row.id), interviewSeq: (row.interviewSeq ?? 0) + 1 }
          : {}),
        reason,
        reasonCode: ask.code ?? 'other',
        decidedBy: actorId(ask.by),
        decidedAt: app.clock.now().toISOString(),
      },
      facts: [fact(app, 'application.refused', row.id, { application: row.id, person: row.person })],
    })
  })
}
