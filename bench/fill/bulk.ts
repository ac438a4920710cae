import { setImmediate as turn } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { newId } from '@/core/ids'
import { isMongo, mongoOf, sqliteTable } from '@/hooks/runtime/store'

type BulkRow = Record<string, unknown>
type Value = string | number | null

/** Parameters a statement, below SQLite's 32,766. */
const MOST = 30_000

/** Many rows at once past Payload, on either database; `id`, `createdAt` and `updatedAt` are added where absent. */
export async function bulkInsert(payload: Payload, slug: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const now = new Date().toISOString()
  const full = rows.map((row): BulkRow => ({ id: newId(), createdAt: now, updatedAt: now, ...row }))
  if (isMongo(payload)) await intoMongo(payload, slug, full)
  else await intoSqlite(payload, slug, full)
}

async function intoSqlite(payload: Payload, slug: string, rows: BulkRow[]): Promise<void> {
  const { db, name, column } = sqliteTable(payload, slug)
  const fields = Object.keys(rows[0] ?? {})
  const places = `(${fields.map(() => '?').join(', ')})`
  const size = Math.min(1_000, Math.floor(MOST / fields.length))
  const into = `INSERT INTO ${name} (${fields.map(column).join(', ')}) VALUES `
  for (let i = 0; i < rows.length; i += size) {
    const some = rows.slice(i, i + size)
    await db.client.execute({
      sql: into + some.map(() => places).join(', '),
      args: some.flatMap((row) => fields.map((field) => sqlValue(row[field]))),
    })
    await letGo()
  }
}

/** Statements that keep their memory until they are collected, which the collector does not see: gigabytes. */
const COLLECT_EVERY = 50
let statements = 0

/** Where the program runs with --expose-gc. */
async function letGo(): Promise<void> {
  if (++statements % COLLECT_EVERY !== 0) return
  globalThis.gc?.()
  await turn()
}

const sqlValue = (value: unknown): Value => {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' ? JSON.stringify(value) : (value as Value)
}

async function intoMongo(payload: Payload, slug: string, rows: BulkRow[]): Promise<void> {
  const dates = dateFields(payload, slug)
  const documents = rows.map(({ id, ...row }): BulkRow => {
    for (const field of dates) if (typeof row[field] === 'string') row[field] = new Date(row[field])
    return { _id: id, ...row }
  })
  for (let i = 0; i < documents.length; i += 5_000)
    await mongoOf(payload, slug).insertMany(documents.slice(i, i + 5_000), { ordered: false })
}

const dateFields = (payload: Payload, slug: string): string[] => [
  'createdAt',
  'updatedAt',
  ...payload.collections[slug as CollectionSlug].config.flattenedFields
    .filter((field) => field.type === 'date')
    .map((field) => field.name),
]

type Sqlite = { client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> } }

/** While a SQLite database is filled nothing needs to survive a power cut. */
export async function withoutSync(payload: Payload): Promise<void> {
  if (isMongo(payload)) return
  const { client } = payload.db as unknown as Sqlite
  await client.execute('PRAGMA synchronous = OFF')
  await client.execute('PRAGMA cache_size = -400000')
}

/**
 * Work that fills tables of SQLite, their indexes made afterwards: many times faster for a million rows than
 * keeping them all the while.
 */
export async function whileFilling(payload: Payload, slugs: readonly string[], work: () => Promise<void>) {
  if (isMongo(payload)) return work()
  const { client } = payload.db as unknown as Sqlite
  const tables = slugs.map((slug) => `'${slug.replaceAll('-', '_')}'`).join(', ')
  const { rows: indexes } = await client.execute(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables})`,
  )
  for (const { name } of indexes) await client.execute(`DROP INDEX "${name}"`)
  await work()
  for (const { sql } of indexes) await client.execute(String(sql))
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
}
