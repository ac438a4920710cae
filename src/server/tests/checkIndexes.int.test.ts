import { expect, it } from 'vitest'
import { bootApp, testDatabase } from '@/tests/support/app'
import { missingUniqueIndexes } from '../checkIndexes'

it('every unique index is there, and one that is not is named', async () => {
  const { app } = await bootApp()
  expect(await missingUniqueIndexes(app.payload)).toEqual([])
  if (testDatabase === 'sqlite') return
  const { connection } = app.payload.db as unknown as {
    connection: {
      collection(name: string): {
        dropIndex(n: string): Promise<unknown>
        createIndex(k: object, o: object): Promise<unknown>
      }
    }
  }
  const leases = connection.collection('leases')
  await leases.dropIndex('key_1')
  expect(await missingUniqueIndexes(app.payload)).toEqual(['leases: key'])
  await leases.createIndex({ key: 1 }, { unique: true, sparse: true })
  expect(await missingUniqueIndexes(app.payload)).toEqual([])
})
