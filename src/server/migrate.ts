import { existsSync } from 'node:fs'
import { createClient } from '@libsql/client'
import type { Migration, Payload } from 'payload'

type Said = (line: string) => void

/** They bring SQLite's adapter with them (a second, 100 MB): not for a program on MongoDB. */
const ours = async () => (await import('@/src/migrations/sqlite/index')).migrations

/** Batch of the row that Payload writes where a schema was pushed instead of migrated. */
const PUSHED = -1

export type FileState = 'empty' | 'behind' | 'current' | 'pushed' | 'newer'
/** `unknown`: migrations of a newer program. */
export type FileSchema = { state: FileState; pending: string[]; unknown: string[] }

/** Where a SQLite file stands, beside this program's migrations. */
export async function schemaOfFile(path: string): Promise<FileSchema> {
  const known = (await ours()).map((m) => m.name)
  const empty: FileSchema = { state: 'empty', pending: known, unknown: [] }
  if (!existsSync(path)) return empty
  const client = createClient({ url: `file:${path}` })
  try {
    const done = await client.execute("SELECT name FROM sqlite_master WHERE name = 'payload_migrations'")
    if (done.rows.length === 0) return empty
    const { rows } = await client.execute('SELECT name, batch FROM payload_migrations')
    if (rows.some((row) => Number(row.batch) === PUSHED)) return { state: 'pushed', pending: [], unknown: [] }
    const applied = rows.map((row) => String(row.name))
    const pending = known.filter((name) => !applied.includes(name))
    const unknown = applied.filter((name) => !known.includes(name))
    return { state: unknown.length ? 'newer' : pending.length ? 'behind' : 'current', pending, unknown }
  } finally {
    client.close()
  }
}

export const stateOfFile = async (path: string): Promise<FileState> => (await schemaOfFile(path)).state

/** Before a newer program changes an existing file, a copy of it is made beside it. Returns the copy's path. */
export async function copyFile(path: string, now: Date): Promise<string> {
  const client = createClient({ url: `file:${path}` })
  try {
    const copy = `${path}.${now.toISOString().replace(/[:.]/g, '-')}.copy`
    await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    return copy
  } finally {
    client.close()
  }
}

/** Brings a SQLite database to this program's schema. MongoDB has no schema: its indexes are ensured on connecting. */
export async function migrate(payload: Payload, say: Said): Promise<void> {
  if (payload.db.name === 'mongoose') return
  const quiet = payload.logger.info
  payload.logger.info = (...args: unknown[]) => {
    const line = args.find(
      (a) => typeof a === 'string' || (typeof a === 'object' && a !== null && 'msg' in a),
    )
    say(typeof line === 'string' ? line : String((line as { msg: unknown } | undefined)?.msg ?? ''))
  }
  try {
    const migrations = (await ours()) as unknown as Migration[]
    await throwing(payload, () => payload.db.migrate({ migrations }))
  } finally {
    payload.logger.info = quiet
  }
}

/**
 * Where a migration fails (a disk is full), Payload tells its logger and ends the process: with a silent logger nobody
 * would learn why, and nothing would be closed. Here that is an exception. Throws what the migration threw.
 */
async function throwing(payload: Payload, work: () => Promise<void>): Promise<void> {
  const { exit } = process
  const { error: tell } = payload.logger
  let failed: { why: unknown } | undefined
  payload.logger.error = (...args: unknown[]) => {
    const [first] = args
    failed ??= { why: (first as { err?: unknown } | undefined)?.err ?? first }
  }
  process.exit = ((code) => {
    // Somebody else may end the process meanwhile: a signal does.
    if (!failed) return exit.call(process, code)
    throw failed.why
  }) as typeof exit
  try {
    await work()
  } catch (error) {
    // The database's own words, not those of whoever asked it.
    throw (error as Error).cause ?? error
  } finally {
    process.exit = exit
    payload.logger.error = tell
  }
}
