import { expect, it } from 'vitest'
import { bootApp, testDatabase } from '@/tests/support/app'
import { missingUniqueIndexes } from '../checkIndexes'

type Mongo = {
  connection: {
    collection(name: string): {
      indexes(): Promise<{ key: Record<string, number> }[]>
      dropIndex(name: string): Promise<unknown>
      createIndex(keys: object, options: object): Promise<unknown>
    }
  }
}
type Sqlite = { client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> } }

it('every unique index is there, and one that is not is named', async () => {
  const { app } = await bootApp()
  expect(await missingUniqueIndexes(app.payload)).toEqual([])
  if (testDatabase === 'sqlite') {
    const { client } = app.payload.db as unknown as Sqlite
    const name = 'ts_transfers_debit_slot_idx'
    const { rows } = await client.execute(`SELECT sql FROM sqlite_master WHERE name = '${name}'`)
    await client.execute(`DROP INDEX ${name}`)
    expect(await missingUniqueIndexes(app.payload)).toEqual(['ts_transfers: debit_slot'])
    await client.execute(String(rows[0]?.sql))
  } else {
    const { connection } = app.payload.db as unknown as Mongo
    for (const [collection, field] of [
      ['leases', 'key'],
      ['ts-transfers', 'debitSlot'],
    ] as const) {
      const rows = connection.collection(collection)
      await rows.dropIndex(`${field}_1`)
      expect(await missingUniqueIndexes(app.payload)).toEqual([`${collection}: ${field}`])
      await rows.createIndex({ [field]: 1 }, { unique: true })
    }
  }
  expect(await missingUniqueIndexes(app.payload)).toEqual([])
})

/** What only MongoDB can hold. */
const onMongo = testDatabase === 'mongodb' ? it : () => undefined
onMongo('the ledger is read by indexes of MongoDB’s own id, made once', async () => {
  const { app } = await bootApp()
  const { connection } = app.payload.db as unknown as Mongo
  const indexes = await connection.collection('ts-transfers').indexes()
  const compound = indexes.map(({ key }) => Object.keys(key).join()).filter((key) => key.includes(','))
  expect(compound.sort()).toEqual(['credit,_id', 'debit,_id'])
})
