import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, decided, fact } from '@/hooks'
import { TASKS, type TaskReason } from '../contract'
import { type Act, step } from '../domain/next'
import { findTask, mayDo, type TaskRow } from './rows'

const ATTEMPTS = 8

/** One act on the state of a long act: reads it, asks the rule, writes if nobody changed it meanwhile, else again. */
export async function changeTask(
  app: App,
  id: string,
  act: Act,
  more: Partial<TaskRow> = {},
): Promise<Result<TaskRow, TaskReason>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findTask(app, id)
    if (!row) return refuse('task.unknown')
    const to = step(row.state, act)
    if (!to.ok) return to
    const data = { ...more, state: to.value }
    const ended = to.value === 'done' || to.value === 'failed'
    const facts = ended
      ? [
          fact(app, 'task.ended', `${row.id}:${row.rev + 1}`, {
            task: row.id,
            kind: row.kind,
            state: to.value === 'done' ? 'done' : 'failed',
          }),
        ]
      : []
    if (await decide(app, TASKS, row, data, facts)) return ok(decided(row, data, facts))
  }
  return refuse('task.changed')
}

/** May this person follow, stop and resume it? Who may do such an act at all. */
async function mayChange(app: App, id: string, by: Person): Promise<Result<TaskRow, TaskReason>> {
  const row = await findTask(app, id)
  if (!row) return refuse('task.unknown')
  return mayDo(app, row.kind, by) ? ok(row) : refuse('task.not-allowed')
}

/** Stops a long act after the step that is under way. What was done stays done. Refusals: `task.*`. */
export async function stopTask(app: App, id: string, by: Person): Promise<Result<TaskRow, TaskReason>> {
  const allowed = await mayChange(app, id, by)
  return allowed.ok ? changeTask(app, id, 'stop') : allowed
}

/** Takes up a long act where it stopped or failed; it goes on in the name of who resumes it. Refusals: `task.*`. */
export async function resumeTask(app: App, id: string, by: Person): Promise<Result<TaskRow, TaskReason>> {
  const allowed = await mayChange(app, id, by)
  if (!allowed.ok) return allowed
  const resumed = await changeTask(app, id, 'resume', {
    attempts: 0,
    nextAt: null,
    reason: null,
    endedAt: null,
    by: by.id,
  })
  app.nudge(TASKS)
  return resumed
}
