import type { Where } from 'payload'
import type { Visitor } from '@/core/person'
import { type App, saidBy, type TaskKind, type TaskName } from '@/hooks'
import { TASK_LINES, TASKS, type TaskState } from '../contract'

export type TaskRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  kind: string
  state: TaskState
  input: string
  cursor: string
  finished: number
  total?: number | null
  done: number
  refused: number
  counts: string
  attempts: number
  nextAt?: string | null
  reason?: string | null
  by: string
  startedAt?: string | null
  endedAt?: string | null
  createdAt: string
}

export type LineRow = {
  id: string
  task: string
  line: number
  column?: string | null
  given?: string | null
  reason: string
  detail?: string | null
  /** JSON of further refusals, and of the cells of the line. */
  also?: string | null
  cells?: string | null
}

export const findTask = (app: App, id: string): Promise<TaskRow | null> =>
  app.payload.db.findOne<TaskRow>({ collection: TASKS, where: { id: { equals: id } } })

/** The act of a kind that was begun under this key; null before. */
export const taskOf = async (app: App, kind: TaskName, key: string): Promise<TaskRow | null> =>
  (await app.payload.db.findOne<TaskRow>({
    collection: TASKS,
    where: { key: { equals: keyOf(kind, key) } },
  })) ?? null

/** The same key of the same kind is the same act. */
export const keyOf = (kind: string, key: string): string => `${kind}:${key}`

/** How a kind of long act is done, with the module that does it; undefined while none does. */
export function kindOf(app: App, name: string): { module: string; kind: TaskKind<TaskName> } | undefined {
  for (const { id, tasks } of app.modules) {
    const kind = (tasks as Record<string, TaskKind<TaskName> | undefined> | undefined)?.[name]
    if (kind) return { module: id, kind }
  }
  return undefined
}

/** May they do this kind of act? A rule that throws opens nothing, and holds up nothing else. */
export function mayDo(app: App, name: string, who: Visitor): boolean {
  const found = kindOf(app, name)
  if (!found) return false
  return saidBy(app, { module: found.module, kind: 'job', name }, () => found.kind.access(who), false)
}

/** The names of all kinds that there are now. */
export const kindsOf = (app: App): string[] => app.modules.flatMap(({ tasks }) => Object.keys(tasks ?? {}))

const PAGE_SIZE = 20
const LINES_SHOWN = 50

/** A page of long acts of some kinds, the latest first. */
export async function listTasks(
  app: App,
  { kinds, page }: { kinds: string[]; page: number },
): Promise<{ rows: TaskRow[]; total: number; pages: number }> {
  if (kinds.length === 0) return { rows: [], total: 0, pages: 0 }
  const found = await app.payload.db.find<TaskRow>({
    collection: TASKS,
    where: { kind: { in: kinds } },
    sort: '-id',
    limit: PAGE_SIZE,
    page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}

export const ofTask = (task: string): Where => ({ task: { equals: task } })

/** A page of the lines a long act could not take, in the order of the file. */
export async function listLines(
  app: App,
  task: string,
  page: number,
): Promise<{ rows: LineRow[]; total: number; pages: number }> {
  const found = await app.payload.db.find<LineRow>({
    collection: TASK_LINES,
    where: ofTask(task),
    sort: 'line',
    limit: LINES_SHOWN,
    page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}
