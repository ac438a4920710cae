import type { Where } from 'payload'
import { civilDate } from '@/core/dates'
import type { App } from '@/hooks'
import { type Channel, NOTES, type TaskState } from '../contract'

export type NoteRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  person: string
  by: string
  at: string
  channel: Channel
  said?: string | null
  nextOn?: string | null
  task: TaskState
  owner?: string | null
  postponed?: number | null
  doneAt?: string | null
  doneBy?: string | null
}

export const todayOf = (app: App): string => civilDate(app.clock.now(), app.settings.timeZone)

export const findNote = async (app: App, id: string): Promise<NoteRow | null> =>
  (await app.payload.db.findOne<NoteRow>({ collection: NOTES, where: { id: { equals: id } } })) ?? null

export type NotePage = { rows: NoteRow[]; total: number }

export async function notesWhere(
  app: App,
  where: Where,
  { sort, limit, page = 1 }: { sort: string[]; limit: number; page?: number },
): Promise<NotePage> {
  const found = await app.payload.db.find<NoteRow>({
    collection: NOTES,
    where,
    sort,
    limit,
    page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs }
}

/** What was noted about a person, the latest first. */
export const notesOf = (app: App, person: string, limit: number, page = 1) =>
  notesWhere(app, { person: { equals: person } }, { sort: ['-at', '-id'], limit, page })

export type TaskView = 'a-faire' | 'a-venir' | 'faits'

/** The list of staff: what is due, what comes, what was done; one's own or everybody's. Never about who asks. */
export function tasksOf(
  app: App,
  query: { view: TaskView; owner: string | null; notAbout: string; page: number; limit: number },
): Promise<NotePage> {
  const today = todayOf(app)
  const done = query.view === 'faits'
  const and: Where[] = [
    { task: { equals: done ? 'done' : 'open' } },
    { person: { not_equals: query.notAbout } },
  ]
  if (!done)
    and.push({ nextOn: query.view === 'a-faire' ? { less_than_equal: today } : { greater_than: today } })
  if (query.owner) and.push({ owner: { equals: query.owner } })
  return notesWhere(app, { and }, { sort: done ? ['-doneAt', '-id'] : ['nextOn', 'id'], ...query })
}

/** How many are due or overdue, one's own. */
export async function countDue(app: App, owner: string): Promise<number> {
  const { totalDocs } = await app.payload.db.count({
    collection: NOTES,
    where: {
      and: [
        { task: { equals: 'open' } },
        { owner: { equals: owner } },
        { nextOn: { less_than_equal: todayOf(app) } },
        { person: { not_equals: owner } },
      ],
    },
  })
  return totalDocs
}
