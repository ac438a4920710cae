import type { Payload } from 'payload'
import type { App } from '@/hooks'
import { type Ledger, TRANSFERS } from '../contract'
import { mongoStore } from '../store/mongo'
import type { LedgerStore } from '../store/port'
import { writeProjections } from '../store/projection'
import { type SqlClient, sqliteStore } from '../store/sqlite'
import { createLedger } from './createLedger'
import { measured } from './measured'
import { createProjector, type Projector } from './projector'

type Rooms = { ledger: Ledger; store: LedgerStore; projector: Projector }

/** One ledger an App: it remembers the accounts this process has seen. */
const rooms = new WeakMap<App, Rooms>()

function roomsOf(app: App): Rooms {
  const known = rooms.get(app)
  if (known) return known
  const store = ledgerStoreOn(app.payload)
  const projector = createProjector({
    store,
    write: (rows) => writeProjections(app, rows),
    failed: (error) => app.log.warn({ err: error }, 'the balances shown are behind; they will be repaired'),
  })
  const ledger = createLedger({
    store,
    clock: app.clock,
    announce: true,
    touch: (accounts) => projector.touch(accounts),
    nudge: () => app.nudge(TRANSFERS),
  })
  const made = { ledger: measured(ledger), store, projector }
  rooms.set(app, made)
  return made
}

/** The ledger of the running program. */
export const ledgerOf = (app: App): Ledger => roomsOf(app).ledger
export const ledgerStoreOf = (app: App): LedgerStore => roomsOf(app).store
export const projectorOf = (app: App): Projector => roomsOf(app).projector

type Connected = Payload['db'] & {
  client?: SqlClient
  connection?: { db?: Parameters<typeof mongoStore>[0] }
}

/** The ledger writes on Payload's own connection, in the tables that Payload's collections show. */
export function ledgerStoreOn(payload: Payload): LedgerStore {
  const db = payload.db as Connected
  if (db.name !== 'mongoose') {
    if (!db.client) throw new Error('the SQLite adapter has no connection')
    return sqliteStore(db.client)
  }
  if (!db.connection?.db) throw new Error('the MongoDB adapter has no connection')
  return mongoStore(db.connection.db)
}
