import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, insertDeciding, type TaskName, type Tasks } from '@/hooks'
import { START, TASKS } from '../contract'
import { keyOf, kindOf, mayDo, taskOf } from './rows'

export type NewTask<N extends TaskName> = {
  kind: N
  input: Tasks[N] extends { input: infer I } ? I : never
  /** The same key is the same act: begun twice, it is done once. */
  key: string
  /** How many units it will go through, where that is known. */
  total?: number
  by: Person
}

/**
 * Begins a long act; the runner takes it up within seconds, in whichever process it runs. Refusals: `task.not-allowed`,
 * `service.absent` (no module does this kind now).
 */
export async function startTask<N extends TaskName>(
  app: App,
  task: NewTask<N>,
): Promise<Result<{ task: string; already: boolean }, 'task.not-allowed' | 'service.absent'>> {
  if (!kindOf(app, task.kind)) return refuse('service.absent')
  if (!mayDo(app, task.kind, task.by)) return refuse('task.not-allowed')
  const key = keyOf(task.kind, task.key)
  const made = await insertDeciding(
    app,
    TASKS,
    {
      id: newId(),
      key,
      kind: task.kind,
      state: 'waiting',
      input: JSON.stringify(task.input),
      cursor: START,
      finished: 0,
      total: task.total ?? null,
      done: 0,
      refused: 0,
      counts: '{}',
      attempts: 0,
      by: task.by.id,
    },
    [],
  )
  app.nudge(TASKS)
  if (made) return ok({ task: made, already: false })
  const before = await taskOf(app, task.kind, task.key)
  if (!before) throw new Error(`task ${key} is there and cannot be read`)
  return ok({ task: before.id, already: true })
}
