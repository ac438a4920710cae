import { createClient } from '@libsql/client'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { BSON, MongoClient } from 'mongodb'
import { migrations } from '@/src/migrations/sqlite/index'

/** What a program left in a database of its time. */
export type Fixture = {
  /** Of package.json. */
  readonly version: string
  /** The migrations that had made the database. */
  readonly schema: readonly string[]
  readonly rows: RawRows
}

/** Rows as they stand in a database, by table or collection: nothing of ours reads or writes them. */
export type RawRows = Record<string, Record<string, unknown>[]>

export async function readSqlite(uri: string): Promise<RawRows> {
  const client = createClient({ url: uri })
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'payload_migrations'",
  )
  const all: RawRows = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.execute(`SELECT * FROM "${name}"`)
    if (rows.length > 0) all[String(name)] = rows.map((row) => ({ ...row }))
  }
  client.close()
  return all
}

/** A file as the first migrations make it, noted as Payload does, with these rows. */
export async function writeSqlite(uri: string, schema: readonly string[], rows: RawRows): Promise<void> {
  const client = createClient({ url: uri })
  for (const name of schema) {
    const migration = migrations.find((m) => m.name === name)
    if (!migration)
      throw new Error(`the migration ${name} has gone: no database of its time can be opened any more`)
    await migration.up({ db: drizzle(client) } as unknown as Parameters<typeof migration.up>[0])
    await client.execute({ sql: 'INSERT INTO payload_migrations (name, batch) VALUES (?, 1)', args: [name] })
  }
  for (const [table, list] of Object.entries(rows)) {
    for (const row of list) {
      const columns = Object.keys(row)
      await client.execute({
        sql: `INSERT INTO "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        args: Object.values(row) as (string | number | null)[],
      })
    }
  }
  client.close()
}

export async function readMongo(uri: string): Promise<RawRows> {
  const client = await new MongoClient(uri).connect()
  const all: RawRows = {}
  for (const { collectionName } of await client.db().collections()) {
    const rows = await client.db().collection(collectionName).find().toArray()
    if (rows.length > 0) all[collectionName] = BSON.EJSON.serialize(rows) as unknown as RawRows[string]
  }
  await client.close()
  return all
}

/** Documents without an index: an older program's are made by the newer one where it lacks them. */
export async function writeMongo(uri: string, schema: readonly string[], rows: RawRows): Promise<void> {
  const client = await new MongoClient(uri).connect()
  for (const [collection, list] of Object.entries(rows)) {
    const docs = BSON.EJSON.deserialize(list as unknown as BSON.Document) as BSON.Document[]
    await client.db().collection(collection).insertMany(docs)
  }
  // As its program noted (src/server/schemaVersion.ts). The first one did not yet.
  const noted = { _id: 'schema' as never, latest: schema.at(-1), at: new Date(0) }
  if (schema.length > 1) await client.db().collection('schema-version').insertOne(noted)
  await client.close()
}
