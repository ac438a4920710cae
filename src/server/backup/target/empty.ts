import type { Payload } from 'payload'
import { LEASES } from '@/hooks/runtime/collections'
import { kindOf, mongoOf, sqliteOf } from '../adapters'
import { sectionsOf } from '../sections'
import { MARK } from './marker'

/** The first section that has rows; undefined in an empty database. */
export async function firstFull(payload: Payload): Promise<string | undefined> {
  for (const section of sectionsOf(payload)) {
    if (section.kind !== 'rows') continue
    const { docs } = await payload.db.find({
      collection: section.config.slug as never,
      limit: 1,
      pagination: false,
    })
    if (docs.length > 0) return section.name
  }
  return undefined
}

/** Deletes every row but the mark that says so, and what tells the schema. */
export async function emptyDatabase(payload: Payload): Promise<void> {
  if (kindOf(payload) === 'mongodb') return emptyMongo(payload)
  const { client, tables } = sqliteOf(payload)
  for (const table of Object.keys(tables)) {
    if (table === 'payload_migrations') continue
    const but = table === LEASES ? ` WHERE "key" <> '${MARK}'` : ''
    await client.execute(`DELETE FROM "${table}"${but}`)
  }
}

async function emptyMongo(payload: Payload): Promise<void> {
  const { collections, connection, globals, versions } = mongoOf(payload)
  const models = [...Object.values(collections), ...Object.values(versions), ...(globals ? [globals] : [])]
  for (const { collection } of models) {
    if (collection.collectionName === 'payload-migrations') continue
    const filter = collection.collectionName === LEASES ? { key: { $ne: MARK } } : {}
    await connection.db.collection(collection.collectionName).deleteMany(filter)
  }
}

/** Rows come in the file's order, so that one may name another that is still to come; and there are many. */
export async function prepareToPour(payload: Payload): Promise<void> {
  if (kindOf(payload) === 'mongodb') return
  const { client } = sqliteOf(payload)
  await client.execute('PRAGMA foreign_keys = OFF')
  // 64 MB: unique indexes are written all over the place.
  await client.execute('PRAGMA cache_size = -64000')
}

/** References that lead nowhere, once all is there. */
export async function danglingReferences(payload: Payload): Promise<number> {
  if (kindOf(payload) === 'mongodb') return 0
  const { rows } = await sqliteOf(payload).client.execute('PRAGMA foreign_key_check')
  await sqliteOf(payload).client.execute('PRAGMA foreign_keys = ON')
  return rows.length
}
