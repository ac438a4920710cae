import { readdirSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { latestMigration } from '@/src/migrations/latest'
import { bootApp, freshDatabase, testDatabase } from '@/tests/support/app'
import { sqliteOf } from '../backup/adapters'
import { openDatabase } from '../backup/openDatabase'
import { migrate, schemaOfFile } from '../migrate'
import { isNewer, noteSchema, schemaOfMongo } from '../schemaVersion'

type Connection = { db: { collection(name: string): { deleteMany(filter: object): Promise<unknown> } } }

const database = freshDatabase()
afterAll(database.drop)

it('the latest migration is the one noted beside them', () => {
  const names = readdirSync('src/migrations/sqlite').filter((f) => /^\d.*\.ts$/.test(f))
  expect(`${latestMigration}.ts`).toBe(names.sort().at(-1))
})

it('a database of a newer program is known as such', async () => {
  if (testDatabase === 'mongodb') {
    const { payload } = (await bootApp()).app
    // The database of all tests: others must not find what is noted here.
    const { connection } = payload.db as unknown as { connection: Connection }
    const notes = connection.db.collection('schema-version')
    onTestFinished(async () => void (await notes.deleteMany({})))
    await notes.deleteMany({})
    expect(await schemaOfMongo(payload)).toBeUndefined()
    await noteSchema(payload, new Date())
    expect(isNewer(await schemaOfMongo(payload))).toBe(false)
    await noteSchema(payload, new Date(), '99991231_000000_later')
    // Ours was an older program: the note of the newer one stays.
    await noteSchema(payload, new Date())
    expect(await schemaOfMongo(payload)).toBe('99991231_000000_later')
    expect(isNewer(await schemaOfMongo(payload))).toBe(true)
    return
  }
  const file = database.uri.replace('file:', '')
  expect(await schemaOfFile(file)).toMatchObject({ state: 'empty', unknown: [] })
  const client = createClient({ url: database.uri })
  await client.execute('CREATE TABLE payload_migrations (name TEXT, batch INTEGER)')
  const add = (name: string, batch: number) =>
    client.execute({ sql: 'INSERT INTO payload_migrations VALUES (?, ?)', args: [name, batch] })
  await add('99991231_000000_later', 1)
  expect(await schemaOfFile(file)).toMatchObject({ state: 'newer', unknown: ['99991231_000000_later'] })
  await client.execute('DELETE FROM payload_migrations')
  expect(await schemaOfFile(file)).toMatchObject({
    state: 'behind',
    pending: expect.arrayContaining([latestMigration]),
  })
  await add('dev', -1)
  expect(await schemaOfFile(file)).toMatchObject({ state: 'pushed' })
  client.close()
})

it('a migration for which the disk has no room is an exception, in the database’s own words', async () => {
  if (testDatabase === 'mongodb') return
  await bootApp()
  const full = freshDatabase()
  const { payload, close } = await openDatabase(full.uri)
  await sqliteOf(payload).client.execute('PRAGMA max_page_count = 40')
  await expect(migrate(payload, () => undefined)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  // Nothing of it counts as done.
  expect(await schemaOfFile(full.uri.replace('file:', ''))).not.toMatchObject({ state: 'current' })
  await close()
  full.drop()
})
