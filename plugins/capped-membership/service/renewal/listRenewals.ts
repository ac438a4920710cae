import type { Where } from 'payload'
import { searchKey } from '@/core/text'
import type { App } from '@/hooks'
import { RENEWAL_STATES, RENEWALS, type RenewalState } from '../../contract'
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

/** How many gave which answer: one look through the states of a season. */
export async function countRenewals(app: App, season: string): Promise<Record<RenewalState, number>> {
  const { docs } = await app.payload.db.find<{ id: string; state: RenewalState }>({
    collection: RENEWALS,
    where: { season: { equals: season } },
    select: { state: true },
    limit: 0,
    pagination: false,
  })
  const counts = Object.fromEntries(RENEWAL_STATES.map((state) => [state, 0])) as Record<RenewalState, number>
  for (const { state } of docs) counts[state]++
  return counts
}
