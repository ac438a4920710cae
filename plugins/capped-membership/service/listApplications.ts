import type { Where } from 'payload'
import { searchKey } from '@/core/text'
import type { App } from '@/hooks'
import { APPLICATIONS, type ApplicationState } from '../contract'
import { filesUnseated } from './countTodo'
import type { ApplicationRow } from './rows'

export const PAGE_SIZE = 25

/** States in which a file awaits an act of staff. */
const AWAITING: readonly ApplicationState[] = ['received', 'interview-planned', 'interviewed', 'accepted']

export const SORTS = ['attente', 'recent', 'etat', 'entretien'] as const
export type Sort = (typeof SORTS)[number]

/** Ids begin with their time: the oldest wait longest. The names of states, backwards, begin with what was received. */
const ORDER: Record<Sort, string[]> = {
  attente: ['id'],
  recent: ['-id'],
  etat: ['-state', 'id'],
  entretien: ['interviewAt', 'id'],
}

/** How a view is sorted unless said otherwise: who waits longest first where staff has to act, else the newest. */
export const usualSort = (state: ListQuery['state']): Sort =>
  state === 'all' || state === 'joined' || state === 'refused' ? 'recent' : 'attente'

export type ListQuery = {
  /** `unseated`: the fee has come and found no seat, wherever the file stands. */
  state: ApplicationState | 'todo' | 'all' | 'unseated'
  q: string
  season: string
  sort: Sort
  page: number
}

/** What a list of applications is narrowed by, as its address says it. */
export async function applicationsWhere(app: App, query: Omit<ListQuery, 'page'>): Promise<Where> {
  const and: Where[] = []
  if (query.state === 'todo') and.push({ state: { in: [...AWAITING] } })
  else if (query.state === 'unseated') and.push({ id: { in: await filesUnseated(app) } })
  else if (query.state !== 'all') and.push({ state: { equals: query.state } })
  if (query.season) and.push({ season: { equals: query.season } })
  if (query.sort === 'entretien') and.push({ interviewAt: { exists: true } })
  for (const word of searchKey(query.q).split(' ').filter(Boolean)) and.push({ searchKey: { like: word } })
  return and.length ? { and } : {}
}

/** A page of applications: those of a state or a season, found by words, in the order asked for. */
export async function listApplications(
  app: App,
  query: ListQuery,
): Promise<{ rows: ApplicationRow[]; total: number; pages: number }> {
  const found = await app.payload.db.find<ApplicationRow>({
    collection: APPLICATIONS,
    where: await applicationsWhere(app, query),
    limit: PAGE_SIZE,
    page: query.page,
    pagination: true,
    sort: ORDER[query.sort],
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}
