import type { CollectionSlug, Where } from 'payload'
import type { App } from './app'

/**
 * All rows that match, a page at a time and in the order of their ids (the order in which they were made): for exports
 * and long acts. Each page begins after the last row of the one before, so that rows that come or go meanwhile make
 * none appear twice. Read past Payload's access: the caller has asked its own rule.
 */
export async function* rowPages<T extends { id: string }>(
  app: App,
  collection: CollectionSlug,
  where: Where,
  { size = 500 }: { size?: number } = {},
): AsyncGenerator<T[]> {
  for (let last = ''; ; ) {
    const { docs } = await app.payload.db.find<T>({
      collection,
      where: { and: [where, { id: { greater_than: last } }] },
      sort: 'id',
      limit: size,
      pagination: false,
    })
    if (docs.length > 0) yield docs
    if (docs.length < size) return
    last = docs.at(-1)?.id ?? last
  }
}
