import { createClient } from '@libsql/client'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { BSON, MongoClient } from 'mongodb'
import { migrations } from '@/src/migrations/sqlite/index'

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

/** A file as the first migration makes it, noted as Payload does, with these rows. */
export async function writeSqlite(uri: string, rows: RawRows): Promise<void> {
  const [first] = migrations
  if (!first) throw new Error('no migration')
  const client = createClient({ url: uri })
  await first.up({ db: drizzle(client) } as unknown as Parameters<typeof first.up>[0])
  await client.execute({
    sql: 'INSERT INTO payload_migrations (name, batch) VALUES (?, 1)',
    args: [first.name],
  })
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
export async function writeMongo(uri: string, rows: RawRows): Promise<void> {
  const client = await new MongoClient(uri).connect()
  for (const [collection, list] of Object.entries(rows)) {
    const docs = BSON.EJSON.deserialize(list as unknown as BSON.Document) as BSON.Document[]
    await client.db().collection(collection).insertMany(docs)
  }
  await client.close()
}
