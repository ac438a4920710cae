import type { CollectionSlug, Where } from 'payload'
import type { App } from './app'

/** Columns that serve the program alone. */
const OURS = new Set(['rev', 'facts', 'factsPending', 'searchKey', 'sortKey'])

/**
 * The rows of a collection as their person may have them: without what serves the program alone, without what is
 * empty, and without `secret` (what lets somebody in, what belongs to others).
 */
export async function exportRows(
  app: App,
  collection: CollectionSlug,
  where: Where,
  { secret = [], sort = 'id' }: { secret?: readonly string[]; sort?: string } = {},
): Promise<Record<string, unknown>[]> {
  const { docs } = await app.payload.db.find<Record<string, unknown> & { id: string }>({
    collection,
    where,
    sort,
    pagination: false,
    limit: 0,
  })
  const left = (name: string, value: unknown) =>
    !OURS.has(name) && !secret.includes(name) && value !== null && value !== undefined && value !== ''
  return docs.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name, value]) => left(name, value))),
  )
}
