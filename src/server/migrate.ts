import { existsSync } from 'node:fs'
import { createClient } from '@libsql/client'
import type { Migration, Payload } from 'payload'
import { migrations } from '@/src/migrations/sqlite/index'

type Said = (line: string) => void

/**
 * Before a newer program changes an existing SQLite file, a copy of it is made beside it. Returns the copy's path,
 * or null when nothing is to be migrated or the file is new.
 */
export async function copyBeforeMigrating(path: string, now: Date): Promise<string | null> {
  if (!existsSync(path)) return null
  const client = createClient({ url: `file:${path}` })
  try {
    const done = await client.execute("SELECT name FROM sqlite_master WHERE name = 'payload_migrations'")
    if (done.rows.length === 0) return null
    const applied = new Set(
      (await client.execute('SELECT name FROM payload_migrations')).rows.map((r) => String(r.name)),
    )
    if (migrations.every((m) => applied.has(m.name))) return null
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
    await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
  } finally {
    payload.logger.info = quiet
  }
}
