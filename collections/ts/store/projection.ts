import { newId } from '@/core/ids'
import type { App } from '@/hooks'
import { chunks, isMongo, mongoOf } from '@/hooks/runtime/store'
import { ACCOUNTS, type AccountProjection } from '../contract'
import { columnOf } from './columns'
import type { SqlClient } from './sqlite'

const FIELDS = [
  'key',
  'balance',
  'heldOut',
  'heldIn',
  'min',
  'max',
  'closed',
  'debits',
  'credits',
  'rows',
] as const satisfies readonly (keyof AccountProjection)[]

/**
 * Writes what is newer than what is stored: several processes project the same accounts, and fewer rows counted is
 * older. Many accounts in one statement, since each by itself would wait for the disk by itself.
 */
export async function writeProjections(app: App, rows: readonly AccountProjection[]): Promise<void> {
  for (const some of chunks(rows)) {
    if (isMongo(app.payload)) await intoMongo(app, some)
    else await intoSqlite(app, some)
  }
}

const quoted = (field: string) => `"${columnOf(field)}"`
const INTO = `INSERT INTO "ts_accounts" ("id", ${FIELDS.map(quoted).join(', ')}, "updated_at", "created_at") VALUES`
const PLACES = `(${['id', ...FIELDS, 'updatedAt', 'createdAt'].map(() => '?').join(', ')})`
const CHANGED = [...FIELDS.filter((field) => field !== 'key'), 'updatedAt']
const NEWER = `ON CONFLICT ("key") DO UPDATE SET ${CHANGED.map((f) => `${quoted(f)} = excluded.${quoted(f)}`).join(', ')}
  WHERE excluded."rows" > "ts_accounts"."rows"`

async function intoSqlite(app: App, rows: readonly AccountProjection[]): Promise<void> {
  const { client } = app.payload.db as unknown as { client: SqlClient }
  const now = app.clock.now().toISOString()
  const sqlOf = (value: string | number | boolean | null) =>
    typeof value === 'boolean' ? Number(value) : value
  await client.execute({
    sql: `${INTO} ${rows.map(() => PLACES).join(', ')} ${NEWER}`,
    args: rows.flatMap((row) => [newId(), ...FIELDS.map((field) => sqlOf(row[field])), now, now]),
  })
}

async function intoMongo(app: App, rows: readonly AccountProjection[]): Promise<void> {
  const now = app.clock.now()
  const operations = rows.map(({ key, ...row }) => ({
    updateOne: {
      filter: { key, rows: { $lt: row.rows } },
      update: { $set: { ...row, updatedAt: now }, $setOnInsert: { _id: newId(), createdAt: now } },
      upsert: true,
    },
  }))
  try {
    await mongoOf(app.payload, ACCOUNTS).bulkWrite(operations, { ordered: false })
  } catch (error) {
    // What is stored is as new or newer: it does not match, and its key refuses the insert.
    if (!onlyRefusedByKey(error)) throw error
  }
}

function onlyRefusedByKey(error: unknown): boolean {
  const { writeErrors } = error as { writeErrors?: unknown }
  if (writeErrors === undefined) return false
  const errors = (Array.isArray(writeErrors) ? writeErrors : [writeErrors]) as { code?: number }[]
  return errors.length > 0 && errors.every((one) => one.code === 11_000)
}
