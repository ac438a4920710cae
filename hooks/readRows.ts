import type { CollectionSlug, Where } from 'payload'
import type { App } from './app'

/** Columns of every row that decides (`decidingFields`). */
export type Deciding = { id: string; rev: number; facts?: string | null; factsPending?: number | null }

/*
 * Rows as the database gives them, read past Payload's access and hooks: for services, whose callers have asked their
 * own rule.
 */

/** The row that matches; null where there is none. */
export const one = async <T extends { id: string }>(
  app: App,
  collection: CollectionSlug,
  where: Where,
): Promise<T | null> => ((await app.payload.db.findOne<T>({ collection, where })) as T | null) ?? null

/** The rows that match, without counting them; all of them where no limit is given. */
export async function many<T extends { id: string }>(
  app: App,
  collection: CollectionSlug,
  where: Where,
  { limit = 0, sort }: { limit?: number; sort?: string | string[] } = {},
): Promise<T[]> {
  const { docs } = await app.payload.db.find<T>({
    collection,
    where,
    limit,
    pagination: false,
    ...(sort ? { sort } : {}),
  })
  return docs
}
