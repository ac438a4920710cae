import type { Where } from 'payload'
import { readPerson } from '@/collections/members/service'
import { MINUTE, SECOND } from '@/core/clock'
import type { Person } from '@/core/person'
import type { Result } from '@/core/result'
import { type App, compareAndSet, insertOnce, type RefusedLine, type TaskStep } from '@/hooks'
import { TASK_LINES, TASKS } from '../contract'
import { addCounts, isUnderWay, retryAfterMs } from '../domain/next'
import { changeTask } from './changeTask'
import { findTask, kindOf, kindsOf, mayDo, type TaskRow } from './rows'

/** One act has its turn for this long, then the next one, so that a short one need not wait for a long one's end. */
const SLICE_MS = SECOND
const AT_ONCE = 20
/** A step that takes longer has failed, so that it does not hold up the acts of others. */
const STEP_TIMEOUT_MS = MINUTE

/** Does what there is to do of all long acts, in turns, until nothing is left or the run is cut. */
export async function runTasks(app: App, cut?: AbortSignal): Promise<void> {
  for (let moved = true; moved; ) {
    moved = false
    for (const row of await dueTasks(app)) {
      if (cut?.aborted) return
      if (await runSlice(app, row, cut)) moved = true
    }
  }
}

async function dueTasks(app: App): Promise<TaskRow[]> {
  const kinds = kindsOf(app)
  if (kinds.length === 0) return []
  const now = app.clock.now().toISOString()
  const where: Where = {
    and: [
      { state: { in: ['waiting', 'running'] } },
      // What a module that is off now would do waits for it.
      { kind: { in: kinds } },
      { or: [{ nextAt: { exists: false } }, { nextAt: { less_than_equal: now } }] },
    ],
  }
  const { docs } = await app.payload.db.find<TaskRow>({
    collection: TASKS,
    where,
    sort: 'createdAt',
    limit: AT_ONCE,
    pagination: false,
  })
  return docs
}

/** A turn of one act; true when it came forward. */
async function runSlice(app: App, seen: TaskRow, cut?: AbortSignal): Promise<boolean> {
  const by = await readPerson(app, seen.by)
  if (!by || !mayDo(app, seen.kind, by)) {
    await fail(app, seen.id, 'task.not-allowed')
    return false
  }
  if (seen.state === 'waiting') {
    const begun = await changeTask(app, seen.id, 'begin', {
      startedAt: seen.startedAt ?? app.clock.now().toISOString(),
    })
    if (!begun.ok) return false
  }
  const until = performance.now() + SLICE_MS
  let moved = false
  do {
    const row = await findTask(app, seen.id)
    if (row?.state !== 'running') return moved
    if (row.finished === 1) {
      await changeTask(app, row.id, 'end', { endedAt: app.clock.now().toISOString() })
      return moved
    }
    if (!(await takeStep(app, row, by))) return moved
    moved = true
  } while (performance.now() < until && !cut?.aborted)
  return moved
}

/** One step, and the place reached written down; false when the act cannot go on now. */
async function takeStep(app: App, row: TaskRow, by: Person): Promise<boolean> {
  const found = kindOf(app, row.kind)
  if (!found) return false
  const work = { task: row.id, input: JSON.parse(row.input) as never, cursor: row.cursor, by }
  const result = await app.attempt<Result<TaskStep>, null>({
    module: found.module,
    kind: 'job',
    name: row.kind,
    timeoutMs: STEP_TIMEOUT_MS,
    run: async () => {
      const made = await found.kind.step(app, work)
      if (made.ok && made.value.next === row.cursor)
        throw new Error(`a step of ${row.kind} ends where it began: ${row.cursor}`)
      return made
    },
    otherwise: () => null,
  })
  if (result === null) {
    await noteFailure(app, row)
    return false
  }
  if (!result.ok) {
    await fail(app, row.id, result.reason)
    return false
  }
  const { next, done, counts = {}, refused = [] } = result.value
  // Before the cursor moves: a line written twice is once, one that is left out would be lost.
  for (const line of refused) await writeLine(app, row.id, line)
  await compareAndSet(app, TASKS, stillAt(row), {
    cursor: next ?? row.cursor,
    finished: next === null ? 1 : 0,
    done: row.done + done,
    refused: row.refused + refused.length,
    counts: JSON.stringify(addCounts(JSON.parse(row.counts), counts)),
    attempts: 0,
    nextAt: null,
  })
  return true
}

/**
 * As it was when the step began, whatever its state: who stops an act meanwhile keeps the step from being lost, and of two
 * who ran the same step one counts it.
 */
const stillAt = (row: TaskRow): Where => ({
  and: [{ id: { equals: row.id } }, { cursor: { equals: row.cursor } }, { finished: { equals: 0 } }],
})

async function writeLine(
  app: App,
  task: string,
  { line, column, given, refusal, also, cells }: RefusedLine,
): Promise<void> {
  await insertOnce(app, TASK_LINES, {
    key: `${task}:${line}`,
    task,
    line,
    column: column ?? null,
    given: given === undefined ? null : given.slice(0, 200),
    reason: refusal.reason,
    detail: refusal.detail ? JSON.stringify(refusal.detail) : null,
    also: also?.length ? JSON.stringify(also) : null,
    cells: cells ? JSON.stringify(cells) : null,
  })
}

/** The step threw: it is tried again later, and given up in the end. */
async function noteFailure(app: App, row: TaskRow): Promise<void> {
  const attempts = row.attempts + 1
  const wait = retryAfterMs(attempts)
  if (wait === null) return fail(app, row.id, 'task.step-failed')
  const nextAt = new Date(app.clock.now().getTime() + wait).toISOString()
  await compareAndSet(app, TASKS, stillAt(row), { attempts, nextAt })
}

async function fail(app: App, id: string, reason: string): Promise<void> {
  const row = await findTask(app, id)
  if (row && isUnderWay(row.state))
    await changeTask(app, id, 'fail', { reason, endedAt: app.clock.now().toISOString() })
}
