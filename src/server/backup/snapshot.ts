import { chmod } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Payload } from 'payload'
import { ok, type Result, refuse } from '@/core/result'
import { sqlitePath } from '../database'
import { migrate, schemaOfFile } from '../migrate'
import { isNewer, schemaOfMongo } from '../schemaVersion'
import type { Kind } from './adapters'
import { openDatabase } from './openDatabase'
import { mongoSnapshot } from './source/mongo'
import type { Source } from './source/source'
import { sqliteSource } from './source/sqlite'

export type Snapshot = Source & {
  readonly kind: Kind
  readonly payload: Payload
  /** When it was taken. */
  readonly at: Date
  close(): Promise<void>
}
export type SnapshotReason = 'database.absent' | 'database.newer' | 'database.no-snapshot'

/** Called right before the instant of a snapshot, and right after it. */
type Beside = () => Promise<void>

/** The database at one instant, while the program goes on writing it. */
export function takeSnapshot(
  uri: string,
  work: string,
  beside: Beside,
): Promise<Result<Snapshot, SnapshotReason>> {
  return uri.startsWith('file:') ? ofSqlite(sqlitePath(uri), work, beside) : ofMongo(uri, beside)
}

/** SQLite's own copy while others write (`VACUUM INTO` reads in one transaction), then read at leisure. */
async function ofSqlite(
  file: string,
  work: string,
  beside: Beside,
): Promise<Result<Snapshot, SnapshotReason>> {
  const { state, unknown } = await schemaOfFile(file)
  if (state === 'empty') return refuse('database.absent', { file })
  if (state === 'newer') return refuse('database.newer', { names: unknown.join(', ') })
  const copy = path.join(work, 'rows.sqlite')
  const client = createClient({ url: `file:${file}` })
  let at: Date
  try {
    await client.execute('PRAGMA busy_timeout = 10000')
    await beside()
    // Not a moment later: a row may be written while the copy is made, and is not in it.
    at = new Date()
    await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    await beside()
  } finally {
    client.close()
  }
  await chmod(copy, 0o600)
  const { payload, close } = await openDatabase(`file:${copy}`)
  // The program was updated and has not been started since: its rows are saved as it will have them.
  if (state === 'behind') await migrate(payload, () => undefined)
  return ok({ ...sqliteSource(payload), kind: 'sqlite', payload, at, close })
}

async function ofMongo(uri: string, beside: Beside): Promise<Result<Snapshot, SnapshotReason>> {
  const { payload, close } = await openDatabase(uri, { reading: true })
  try {
    const found = await schemaOfMongo(payload)
    if (found !== undefined && isNewer(found)) {
      await close()
      return refuse('database.newer', { names: found })
    }
    await beside()
    const at = new Date()
    const { end, ...source } = await mongoSnapshot(payload)
    await beside()
    return ok({
      ...source,
      kind: 'mongodb',
      payload,
      at,
      close: async () => {
        await end()
        await close()
      },
    })
  } catch (error) {
    await close()
    if (isNoReplicaSet(error)) return refuse('database.no-snapshot')
    throw error
  }
}

/** NotAReplicaSet, or InvalidOptions of a server that knows no snapshot reads outside of one. */
const isNoReplicaSet = (error: unknown) =>
  [72, 123].includes((error as { code?: number }).code ?? 0) ||
  /snapshot reads|replica set/i.test(String((error as Error).message))

/** SnapshotTooOld: MongoDB has forgotten the instant we read (it keeps 5 minutes unless told otherwise). */
export const isTooOld = (error: unknown): boolean => (error as { code?: number }).code === 239
