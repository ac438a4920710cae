import type { App } from '@/hooks'
import { type LineState, WAITING } from '../../contract'
import { grouped } from '../figures/groups'
import { type LineRow, TURN } from './rows'

export const LINE_PAGE = 25

/** A page of the list of a season: those who wait in their turn, the others the latest first. */
export async function listLine(
  app: App,
  { season, state, page }: { season: string; state: LineState; page: number },
): Promise<{ rows: LineRow[]; total: number; pages: number }> {
  const found = await app.payload.db.find<LineRow>({
    collection: WAITING,
    where: { and: [{ season: { equals: season } }, { state: { equals: state } }] },
    sort: state === 'waiting' ? TURN : ['-since', '-id'],
    limit: LINE_PAGE,
    page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}

/** How many wait for a seat of each season: one question. */
export async function countWaiting(app: App): Promise<Map<string, number>> {
  const rows = await grouped(app, {
    sql: `SELECT season, count(*) AS n FROM waiting_list WHERE state = 'waiting' GROUP BY 1`,
    args: [],
    from: WAITING,
    stages: [{ $match: { state: 'waiting' } }, { $group: { _id: { season: '$season' }, n: { $sum: 1 } } }],
  })
  return new Map(rows.map((row) => [String(row.season), Number(row.n)]))
}
