import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { keepingSecrets } from '@/hooks'

/** The default: one SQLite file beside the program. */
export const DEFAULT_DATABASE = 'file:./data/compagnon.sqlite'

export const isMongo = (uri: string): boolean => /^mongodb(\+srv)?:\/\//.test(uri)

/** The path of a `file:` address. */
export const sqlitePath = (uri: string): string => uri.replace(/^file:/, '')

/**
 * The adapter of the database in use; only that one is imported (each costs 2 s and 200 MB).
 * Transactions are off on both: one consistency model, where a decision is one row (stack.md).
 * @param reading no collection and no index is made on MongoDB: for a backup beside the running program
 */
export async function databaseAdapter(
  uri: string,
  { push = false, reading = false } = {},
): Promise<DatabaseAdapterObj> {
  if (isMongo(uri)) {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    const adapter = mongooseAdapter({
      url: uri,
      transactionOptions: false,
      ensureIndexes: !reading,
      connectOptions: {
        writeConcern: { w: 'majority' },
        retryWrites: true,
        ...(reading ? { autoIndex: false, autoCreate: false } : {}),
      },
      migrationDir: 'src/migrations/mongodb',
    })
    return { ...adapter, init: (args) => keepingSecrets(indexingIds(adapter.init(args))) }
  }
  const { sqliteAdapter } = await import('@payloadcms/db-sqlite')
  const folder = dirname(sqlitePath(uri))
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  const adapter = sqliteAdapter({
    client: { url: uri },
    push,
    wal: { synchronous: 'FULL', journalSizeLimit: 67_108_864 },
    busyTimeout: 10_000,
    migrationDir: 'src/migrations/sqlite',
  })
  return { ...adapter, init: (args) => keepingSecrets(adapter.init(args)) }
}

type Keys = Record<string, unknown>
type Model = {
  schema: {
    indexes(): [Keys, object][]
    removeIndex(keys: Keys): void
    index(keys: Keys, options: object): void
  }
}

/**
 * Payload's adapter keeps our `id` as MongoDB's `_id`, but makes compound indexes on a field `id` that no document
 * has. They are put right once the models are made, before the connection that makes them in the database.
 */
function indexingIds<A extends BaseDatabaseAdapter>(adapter: A): A {
  const { init } = adapter
  return Object.assign(adapter, {
    async init(this: A) {
      await init?.call(this)
      const { collections } = this as unknown as { collections: Record<string, Model> }
      for (const { schema } of Object.values(collections)) {
        for (const [keys, options] of schema.indexes().filter(([keys]) => 'id' in keys)) {
          schema.removeIndex(keys)
          schema.index(
            Object.fromEntries(Object.entries(keys).map(([k, v]) => [k === 'id' ? '_id' : k, v])),
            options,
          )
        }
      }
    },
  })
}
