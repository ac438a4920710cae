import type { CollectionSlug, Payload, Sort, Where } from 'payload'
import { newId } from '@/core/ids'
import type { App } from '../app'
import { isDuplicate } from '../rows'

/*
 * What the runtime asks of the database beyond hooks/rows.ts. Payload's own adapter is asked where one row
 * is concerned; many rows at once go through the adapter's connection, in one statement.
 */

type Row = Record<string, unknown>
type Query = { where: Where; limit?: number; sort?: Sort; select?: Record<string, true> }

/** Rows as they stand, without hooks or access: for services. No count is made. */
export async function findRows<T>(payload: Payload, collection: string, query: Query): Promise<T[]> {
  const { docs } = await payload.db.find({
    collection: collection as CollectionSlug,
    where: query.where,
    limit: query.limit ?? 0,
    sort: query.sort,
    select: query.select,
    pagination: false,
  })
  return docs as unknown as T[]
}

type SqlColumn = { name: string }
type SqliteAdapter = {
  tables: Record<string, Record<string, SqlColumn>>
  tableNameMap: Map<string, string>
  drizzle: {
    insert(table: unknown): { values(rows: Row[]): { onConflictDoNothing(): Promise<unknown> } }
  }
  client: { execute(q: { sql: string; args: unknown[] }): Promise<{ rows: Row[]; rowsAffected: number }> }
}
type MongoAdapter = {
  collections: Record<
    string,
    {
      collection: {
        insertMany(docs: Row[], options: object): Promise<unknown>
        bulkWrite(operations: object[], options: object): Promise<unknown>
        updateMany(filter: object, update: object): Promise<unknown>
        aggregate(stages: object[]): { toArray(): Promise<Row[]> }
      }
    }
  >
}

export const isMongo = (payload: Payload): boolean => payload.db.name === 'mongoose'
export const mongoOf = (payload: Payload, slug: string) => {
  const model = (payload.db as unknown as MongoAdapter).collections[slug]
  if (!model) throw new Error(`no collection ${slug}`)
  return model.collection
}

/** A collection's SQLite table: its name, and the column of a field. */
export function sqliteTable(payload: Payload, slug: string) {
  const db = payload.db as unknown as SqliteAdapter
  const name = db.tableNameMap.get(slug.replaceAll('-', '_'))
  const table = name === undefined ? undefined : db.tables[name]
  if (name === undefined || !table) throw new Error(`no table for ${slug}`)
  const column = (field: string): string => {
    const found = table[field]
    if (!found) throw new Error(`no column for ${slug}.${field}`)
    return `"${found.name}"`
  }
  return { db, table, name: `"${name}"`, column }
}

/** SQLite takes 32,766 parameters a statement; this stays far below for any table of ours. */
const CHUNK = 200

export function* chunks<T>(all: readonly T[], size = CHUNK): Generator<T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size)
}

/**
 * Inserts many rows, leaving out those whose unique values are there already. Flat rows only; `dates` names
 * the fields that hold instants (ISO texts), which MongoDB keeps as dates.
 */
export async function insertMissing(
  app: App,
  collection: string,
  rows: Row[],
  dates: string[],
): Promise<void> {
  const now = app.clock.now().toISOString()
  const full = rows.map((row) => ({ id: newId(), createdAt: now, updatedAt: now, ...row }))
  for (const part of chunks(full)) {
    if (isMongo(app.payload)) await insertMongo(app.payload, collection, part, dates)
    else {
      const { db, table } = sqliteTable(app.payload, collection)
      await db.drizzle.insert(table).values(part).onConflictDoNothing()
    }
  }
}

async function insertMongo(
  payload: Payload,
  collection: string,
  rows: Row[],
  dates: string[],
): Promise<void> {
  const docs = rows.map(({ id, ...row }): Row => {
    const doc: Row = { _id: id, ...row }
    for (const field of ['createdAt', 'updatedAt', ...dates]) {
      if (typeof doc[field] === 'string') doc[field] = new Date(doc[field])
    }
    return doc
  })
  try {
    await mongoOf(payload, collection).insertMany(docs, { ordered: false })
  } catch (error) {
    if (!onlyDuplicates(error)) throw error
  }
}

/** An unordered bulk write reports all that failed: fine only if each was a duplicate. */
function onlyDuplicates(error: unknown): boolean {
  const failed = (error as { writeErrors?: unknown }).writeErrors
  if (failed === undefined) return isDuplicate(error)
  const errors = (Array.isArray(failed) ? failed : [failed]) as { code?: number }[]
  const concern = (
    error as { result?: { getWriteConcernError?(): unknown } }
  ).result?.getWriteConcernError?.()
  return !concern && errors.length > 0 && errors.every((e) => e.code === 11_000)
}

/** Empties the facts of deciding rows, each only if nobody has decided on it since it was read (`rev`). */
export async function clearFacts(
  payload: Payload,
  collection: string,
  seen: readonly { id: string; rev: number }[],
): Promise<void> {
  for (const part of chunks(seen)) {
    if (isMongo(payload)) {
      const operations = part.map(({ id, rev }) => ({
        updateOne: { filter: { _id: id, rev }, update: { $set: { facts: null, factsPending: 0 } } },
      }))
      await mongoOf(payload, collection).bulkWrite(operations, { ordered: false })
      continue
    }
    const { db, name, column } = sqliteTable(payload, collection)
    await db.client.execute({
      sql: `UPDATE ${name} SET ${column('facts')} = NULL, ${column('factsPending')} = 0
            WHERE (${column('id')}, ${column('rev')}) IN (VALUES ${part.map(() => '(?, ?)').join(', ')})`,
      args: part.flatMap(({ id, rev }) => [id, rev]),
    })
  }
}

/** Sets one column to a number in many rows, by id. */
export async function markRows(
  payload: Payload,
  collection: string,
  ids: readonly string[],
  field: string,
  value: number,
): Promise<void> {
  for (const part of chunks(ids)) {
    if (isMongo(payload)) {
      await mongoOf(payload, collection).bulkWrite(
        part.map((id) => ({ updateOne: { filter: { _id: id }, update: { $set: { [field]: value } } } })),
        { ordered: false },
      )
      continue
    }
    const { db, name, column } = sqliteTable(payload, collection)
    await db.client.execute({
      sql: `UPDATE ${name} SET ${column(field)} = ? WHERE ${column('id')} IN (${part.map(() => '?').join(', ')})`,
      args: [value, ...part],
    })
  }
}
