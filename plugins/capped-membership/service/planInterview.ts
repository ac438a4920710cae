import { ok, type Result } from '@/core/result'
import { type App, fact } from '@/hooks'
import { checkInterview } from '../domain/interview'
import { noSlot } from '../domain/slots'
import { type Actor, handlesApplications, mayAct, notOwn } from './actor'
import { readApplicationSettings } from './applicationSettings'
import { changeApplication } from './changeApplication'
import type { ApplicationRow } from './rows'

/**
 * Fixes the interview, or moves it. The applicant is told by mail.
 * Refusals: `staff.not-allowed`, `application.*`, `interview.in-past`, `interview.too-far`.
 */
export async function planInterview(
  app: App,
  ask: { application: string; at: Date; place: string; by: Actor },
): Promise<Result<ApplicationRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const at = checkInterview(ask.at, app.clock.now())
  if (!at.ok) return at
  const { interviewMinutes } = await readApplicationSettings(app)
  return changeApplication(app, ask.application, 'plan-interview', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    const interviewAt = at.value.toISOString()
    return ok({
      data: {
        interviewAt,
        interviewPlace: ask.place.trim(),
        // A moment fixed by hand: a slot picked before is free again.
        interviewSlot: noSlot(row.id),
        interviewMinutes,
        interviewSeq: (row.interviewSeq ?? 0) + 1,
      },
      facts: [
        fact(app, 'interview.planned', `${row.id}:${row.rev + 1}`, { application: row.id, at: interviewAt }),
      ],
    })
  })
}
