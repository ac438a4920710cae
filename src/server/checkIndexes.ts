import type { Payload } from 'payload'

type Index = { key: Record<string, unknown>; unique?: boolean }
type Model = {
  collection: { name: string; indexes(): Promise<Index[]> }
  schema: { indexes(): [Record<string, unknown>, { unique?: boolean }][] }
}

/**
 * The unique indexes that should be there and are not: without one, duplicates are accepted without a word
 * (stack.md). On SQLite they come with the tables, by migration; on MongoDB they are made on connecting, and that can
 * fail where duplicates already stand.
 * @returns `collection: fields`, one each
 */
export async function missingUniqueIndexes(payload: Payload): Promise<string[]> {
  if (payload.db.name !== 'mongoose') return []
  const models = Object.values((payload.db as unknown as { collections: Record<string, Model> }).collections)
  const missing = await Promise.all(
    models.map(async ({ collection, schema }) => {
      const there = new Set((await collection.indexes()).filter((i) => i.unique).map((i) => fields(i.key)))
      return schema
        .indexes()
        .filter(([, options]) => options.unique)
        .map(([key]) => fields(key))
        .filter((wanted) => !there.has(wanted))
        .map((wanted) => `${collection.name}: ${wanted}`)
    }),
  )
  return missing.flat()
}

const fields = (key: Record<string, unknown>): string => Object.keys(key).join(', ')
