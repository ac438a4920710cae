import type { Where } from 'payload'
import { searchKey } from '@/core/text'
import type { App } from '@/hooks'
import { RENEWAL_STATES, RENEWALS, type RenewalState } from '../../contract'
import { grouped } from '../figures/groups'
import type { RenewalRow } from './renewalRows'

export const RENEWALS_PER_PAGE = 25

export type RenewalQuery = { season: string; state: RenewalState | ''; q: string; page: number }

/** A page of the members of a season's renewal, by name. */
export async function listRenewals(
  app: App,
  { season, state, q, page }: RenewalQuery,
): Promise<{ rows: RenewalRow[]; total: number; pages: number }> {
  const and: Where[] = [{ season: { equals: season } }]
  if (state) and.push({ state: { equals: state } })
  for (const word of searchKey(q).split(' ').filter(Boolean)) and.push({ searchKey: { like: word } })
  const found = await app.payload.db.find<RenewalRow>({
    collection: RENEWALS,
    where: { and },
    limit: RENEWALS_PER_PAGE,
    page,
    pagination: true,
    sort: ['sortKey', 'id'],
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}

/** How many gave which answer, season by season: one question. */
export async function groupRenewals(app: App): Promise<(season: string) => Record<RenewalState, number>> {
  const rows = await grouped(app, {
    sql: 'SELECT season, state, count(*) AS n FROM renewals GROUP BY 1, 2',
    args: [],
    from: RENEWALS,
    stages: [{ $group: { _id: { season: '$season', state: '$state' }, n: { $sum: 1 } } }],
  })
  const counts = new Map(rows.map((row) => [`${row.season}:${row.state}`, Number(row.n)]))
  return (season) =>
    Object.fromEntries(
      RENEWAL_STATES.map((state) => [state, counts.get(`${season}:${state}`) ?? 0]),
    ) as Record<RenewalState, number>
}
