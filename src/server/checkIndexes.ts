import type { Payload } from 'payload'
import { ledgerStoreOn } from '@/collections/ts/service/ledgerOf'

type Index = { key: Record<string, unknown>; unique?: boolean }
type Model = {
  collection: { name: string; indexes(): Promise<Index[]> }
  schema: { indexes(): [Record<string, unknown>, { unique?: boolean }][] }
}

/**
 * The unique indexes that should be there and are not: without one, duplicates are accepted without a word
 * (stack.md). On SQLite they come with the tables, by migration, and those of the ledger are looked at; on MongoDB they
 * are made on connecting, and that can fail where duplicates already stand.
 * @returns `collection: fields`, one each
 */
export async function missingUniqueIndexes(payload: Payload): Promise<string[]> {
  const [ofModels, ofLedger] = await Promise.all([
    payload.db.name === 'mongoose' ? missingOfModels(payload) : [],
    // The ledger asks more of them: whole, not partial.
    ledgerStoreOn(payload).missingIndexes(),
  ])
  return [...new Set([...ofModels, ...ofLedger.map((name) => name.replace('.', ': '))])]
}

async function missingOfModels(payload: Payload): Promise<string[]> {
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
