import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseAdapterObj } from 'payload'

/** The default: one SQLite file beside the program. */
export const DEFAULT_DATABASE = 'file:./data/compagnon.sqlite'

export const isMongo = (uri: string): boolean => /^mongodb(\+srv)?:\/\//.test(uri)

/** The path of a `file:` address. */
export const sqlitePath = (uri: string): string => uri.replace(/^file:/, '')

/**
 * The adapter of the database in use; only that one is imported (each costs 2 s and 200 MB).
 * Transactions are off on both: one consistency model, where a decision is one row (stack.md).
 */
export async function databaseAdapter(uri: string, { push = false } = {}): Promise<DatabaseAdapterObj> {
  if (isMongo(uri)) {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    return mongooseAdapter({
      url: uri,
      transactionOptions: false,
      ensureIndexes: true,
      connectOptions: { writeConcern: { w: 'majority' }, retryWrites: true },
      migrationDir: 'src/migrations/mongodb',
    })
  }
  const { sqliteAdapter } = await import('@payloadcms/db-sqlite')
  const folder = dirname(sqlitePath(uri))
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  return sqliteAdapter({
    client: { url: uri },
    push,
    wal: { synchronous: 'FULL', journalSizeLimit: 67_108_864 },
    busyTimeout: 10_000,
    migrationDir: 'src/migrations/sqlite',
  })
}
