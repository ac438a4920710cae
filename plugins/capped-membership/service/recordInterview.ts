import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { type Actor, handlesApplications, mayAct, notOwn } from './actor'
import { changeApplication } from './changeApplication'
import type { ApplicationRow } from './rows'

/**
 * Writes the interview's report, or corrects it until the decision.
 * Refusals: `staff.not-allowed`, `application.*`, `application.report-missing`.
 */
export async function recordInterview(
  app: App,
  ask: { application: string; report: string; by: Actor },
): Promise<Result<ApplicationRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const report = ask.report.trim()
  if (!report) return refuse('application.report-missing')
  return changeApplication(app, ask.application, 'record-interview', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    return ok({
      data: { report, interviewedAt: row.interviewedAt ?? app.clock.now().toISOString() },
      facts: [],
    })
  })
}
