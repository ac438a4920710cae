import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import mongoose from 'mongoose'
import { CHECKPOINTS, SEALS, TRANSFERS } from '../../contract'
import { mongoStore } from '../../store/mongo'
import type { LedgerStore } from '../../store/port'
import { sqliteStore } from '../../store/sqlite'
import { openSqlite } from './sqliteTables'

export type Opened = {
  readonly name: 'sqlite' | 'mongodb'
  /** A new, empty store on the same server. */
  empty(): Promise<LedgerStore>
  close(): Promise<void>
}

/**
 * The database these tests run on: TEST_DATABASE, as vitest's projects set it. MongoDB is at
 * TEST_MONGODB_URI, or started from MONGOD_BINARY.
 */
export const openStore = (): Promise<Opened> =>
  process.env.TEST_DATABASE === 'mongodb' ? openMongo() : openFiles()

async function openFiles(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'ts-ledger-'))
  const clients: { close(): void }[] = []
  return {
    name: 'sqlite',
    async empty() {
      const client = await openSqlite(join(folder, `${clients.length}.db`))
      clients.push(client)
      return sqliteStore(client)
    },
    async close() {
      for (const client of clients) client.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function openMongo(): Promise<Opened> {
  const server = await startMongod()
  const client = new mongoose.mongo.MongoClient(server.uri)
  await client.connect()
  const databases: mongoose.mongo.Db[] = []
  return {
    name: 'mongodb',
    async empty() {
      const db = client.db(`ts-${process.pid}-${Date.now()}-${databases.length}`)
      databases.push(db)
      await makeCollections(db)
      return mongoStore(db)
    },
    async close() {
      for (const db of databases) await db.dropDatabase()
      await client.close()
      await server.stop()
    },
  }
}

async function startMongod(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const uri = process.env.TEST_MONGODB_URI
  if (uri) return { uri, stop: async () => {} }
  const systemBinary = process.env.MONGOD_BINARY
  if (!systemBinary) throw new Error('TEST_DATABASE=mongodb needs TEST_MONGODB_URI or MONGOD_BINARY')
  const server = await MongoMemoryReplSet.create({
    binary: { systemBinary },
    replSet: { count: 1, storageEngine: 'wiredTiger' },
  })
  return {
    uri: server.getUri(),
    stop: async () => {
      await server.stop()
    },
  }
}

/** As Payload makes the collections: one unique index a field, and those by which accounts are read. */
async function makeCollections(db: mongoose.mongo.Db): Promise<void> {
  const unique: [string, string[]][] = [
    [TRANSFERS, ['key', 'debitSlot', 'creditSlot', 'settles']],
    [SEALS, ['seq']],
    [CHECKPOINTS, ['key']],
  ]
  for (const [name, fields] of unique) {
    const collection = await db.createCollection(name)
    for (const field of fields) await collection.createIndex({ [field]: 1 }, { unique: true, sparse: true })
  }
  await db.collection(TRANSFERS).createIndex({ expiresAt: 1 })
  await db.collection(TRANSFERS).createIndex({ mark: 1 })
  await db.collection(TRANSFERS).createIndex({ debit: 1, _id: 1 })
  await db.collection(TRANSFERS).createIndex({ credit: 1, _id: 1 })
  await db.collection(CHECKPOINTS).createIndex({ account: 1, seq: 1 })
}
