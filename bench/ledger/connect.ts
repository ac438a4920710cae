import type { Row } from '@/collections/ts/contract'
import type { LedgerStore } from '@/collections/ts/store/port'

/** A ledger's store, and the barest way to insert a row into the same table on the same connection. */
export type Connected = {
  readonly store: LedgerStore
  insertRaw(row: Row): Promise<void>
  close(): Promise<void>
}

/** The store on a connection set as Payload's adapter sets its own (src/server/database.ts). */
export const connect = (uri: string): Promise<Connected> =>
  uri.startsWith('mongodb') ? connectMongo(uri) : connectSqlite(uri)

async function connectSqlite(uri: string): Promise<Connected> {
  const { createClient } = await import('@libsql/client')
  const { sqliteStore } = await import('@/collections/ts/store/sqlite')
  const { ROW_FIELDS, columnOf } = await import('@/collections/ts/store/columns')
  const client = createClient({ url: uri })
  await client.execute('PRAGMA busy_timeout = 10000')
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA journal_size_limit = 67108864')
  await client.execute('PRAGMA synchronous = FULL')
  const columns = [...ROW_FIELDS.map(columnOf), 'updated_at', 'created_at']
  const sql = `INSERT INTO ts_transfers (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  return {
    store: sqliteStore(client),
    insertRaw: async (row) => {
      await client.execute({ sql, args: [...ROW_FIELDS.map((field) => row[field]), row.at, row.at] })
    },
    close: async () => client.close(),
  }
}

async function connectMongo(uri: string): Promise<Connected> {
  const { default: mongoose } = await import('mongoose')
  const { mongoStore } = await import('@/collections/ts/store/mongo')
  const connection = await mongoose
    .createConnection(uri, { writeConcern: { w: 'majority' }, retryWrites: true })
    .asPromise()
  if (!connection.db) throw new Error('no database in the URI')
  type Stored = { _id: string; [field: string]: unknown }
  const rows = connection.db.collection<Stored>('ts-transfers', { writeConcern: { w: 'majority', j: true } })
  return {
    store: mongoStore(connection.db),
    insertRaw: async ({ id, ...fields }) => {
      const at = new Date(fields.at)
      await rows.insertOne({ _id: id, ...fields, createdAt: at, updatedAt: at })
    },
    close: () => connection.close(),
  }
}
