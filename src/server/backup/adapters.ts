import type { Payload } from 'payload'
import type { Section } from './sections'

/*
 * What is used of Payload's two adapters beyond their common interface, typed once.
 */

type SqlValue = string | number | null
type Column = {
  name: string
  notNull: boolean
  hasDefault: boolean
  mapToDriverValue(value: unknown): unknown
}
export type SqliteDb = {
  tables: Record<string, Record<string, Column>>
  tableNameMap: Map<string, string>
  versionsSuffix: string
  client: {
    execute(
      statement: string | { sql: string; args: SqlValue[] },
    ): Promise<{ rows: ArrayLike<Record<string, unknown>> }>
    close(): void
  }
}
export const sqliteOf = (payload: Payload): SqliteDb => payload.db as unknown as SqliteDb

/** A section's own table: its name, and its columns by field. */
export function tableOf(payload: Payload, { kind, config: { slug } }: Section) {
  const db = sqliteOf(payload)
  const snake = slug.replaceAll('-', '_')
  const key = kind === 'versions' || kind === 'globalVersions' ? `_${snake}${db.versionsSuffix}` : snake
  const name = db.tableNameMap.get(key)
  const columns = name === undefined ? undefined : db.tables[name]
  if (name === undefined || !columns) throw new Error(`no table for ${key}`)
  return { name, columns }
}

type Session = { endSession(): Promise<void> }
type Cursor = AsyncIterable<Record<string, unknown>>
export type MongoCollection = {
  collectionName: string
  find(filter: object, options?: object): Cursor
  findOne(filter: object, options?: object): Promise<Record<string, unknown> | null>
  insertMany(docs: object[], options?: object): Promise<unknown>
  deleteMany(filter: object): Promise<unknown>
}
type Model = {
  collection: { collectionName: string }
  updateOne(filter: object, update: object): Promise<unknown>
}
export type MongoDb = {
  collections: Record<string, Model>
  versions: Record<string, Model>
  globals: Model | null
  connection: {
    db: { collection(name: string): MongoCollection }
    getClient(): { startSession(options: { snapshot: boolean }): Session }
  }
}
export type MongoSession = Session
export const mongoOf = (payload: Payload): MongoDb => payload.db as unknown as MongoDb

/** The MongoDB collection that holds a section. */
export function collectionOf(payload: Payload, { kind, config: { slug } }: Section): MongoCollection {
  const db = mongoOf(payload)
  const model = kind === 'rows' ? db.collections[slug] : kind === 'global' ? db.globals : db.versions[slug]
  if (!model) throw new Error(`no collection for ${slug}`)
  return db.connection.db.collection(model.collection.collectionName)
}

export type Kind = 'sqlite' | 'mongodb'
export const kindOf = (payload: Payload): Kind => (payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite')
