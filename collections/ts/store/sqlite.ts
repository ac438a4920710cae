import type { Checkpoint, Move, Row, Seal } from '../contract'
import { CHECKPOINT_FIELDS, columnOf, MOVE_FIELDS, ROW_FIELDS, SEAL_FIELDS } from './columns'
import { groupCommit } from './groupCommit'
import { type Inserted, type LedgerStore, type PageQuery, UNIQUE_FIELDS, type UniqueField } from './port'

type Value = string | number | null

/** What is used of libsql's `Client` (`payload.db.client`), so that the ledger does not depend on its package. */
export type SqlClient = {
  execute(statement: { sql: string; args: Value[] }): Promise<{ rows: ArrayLike<ArrayLike<unknown>> }>
}

const T = '"ts_transfers"'
const quoted = (fields: readonly string[], of = '') => fields.map((f) => `${of}"${columnOf(f)}"`).join(', ')

/**
 * A row as one text: libsql's client makes each value of each row a property by itself, which takes three times as
 * long as all else for the tail of an account.
 */
const rowOf = (of = '', fields: readonly string[] = ROW_FIELDS) =>
  `${of}"id", json_array(${quoted(fields, of)})`
const ROW = rowOf()
const MOVE = rowOf('', MOVE_FIELDS)

const valuesOf = (fields: readonly string[]) => `(${[...fields, 0, 0].map(() => '?').join(', ')})`
const insertInto = (table: string, fields: readonly string[], rows = 1) =>
  `INSERT INTO "${table}" (${quoted(fields)}, "updated_at", "created_at") VALUES ${Array(rows).fill(valuesOf(fields)).join(', ')}`
const INSERT_ROW = insertInto('ts_transfers', ROW_FIELDS)
const INSERT_SEAL = insertInto('ts_seals', SEAL_FIELDS)
const INSERT_CHECKPOINT = insertInto('ts_checkpoints', CHECKPOINT_FIELDS)

/**
 * The ledger on SQLite, on Payload's own connection and tables. Each insert is one statement, which those of the same
 * moment share, so it needs no transaction. The connection must be in WAL mode with a busy timeout (stack.md).
 */
export function sqliteStore(client: SqlClient): LedgerStore {
  const all = async (sql: string, args: Value[]) => Array.from((await client.execute({ sql, args })).rows)
  const rows = async (sql: string, args: Value[]) => (await all(sql, args)).map(readRow)

  /** @returns the unique column that refused, or null when the row is in */
  const insert = async (sql: string, args: Value[]): Promise<string | null> => {
    try {
      await client.execute({ sql, args })
      return null
    } catch (error) {
      const taken = takenColumn(error)
      if (taken === null) throw error
      return taken
    }
  }

  const valuesOfRow = (row: Row): Value[] => [...ROW_FIELDS.map((f) => row[f]), row.at, row.at]
  const insertRow = async (row: Row): Promise<Inserted> => {
    const column = await insert(INSERT_ROW, valuesOfRow(row))
    return column === null ? { ok: true } : { ok: false, taken: uniqueField(column) }
  }
  const insertRows = async (some: readonly Row[]): Promise<Set<string>> => {
    const sql = `${insertInto('ts_transfers', ROW_FIELDS, some.length)} ON CONFLICT DO NOTHING RETURNING "id"`
    return new Set((await all(sql, some.flatMap(valuesOfRow))).map((r) => String(r[0])))
  }

  return {
    insert: groupCommit(insertRow, insertRows),
    async find(field, value) {
      return (await rows(`SELECT ${ROW} FROM ${T} WHERE "${field}" = ?`, [value]))[0] ?? null
    },
    page(query) {
      const { sql, args } = pageSql(query, ROW)
      return rows(sql, args)
    },
    async moves(query) {
      const { sql, args } = pageSql(query, MOVE)
      return (await all(sql, args)).map(readMove)
    },
    async lastCheckpoint(account) {
      const found = await all(
        `SELECT ${quoted(CHECKPOINT_FIELDS)} FROM "ts_checkpoints" WHERE "account" = ? ORDER BY "seq" DESC LIMIT 1`,
        [account],
      )
      return found[0] ? readCheckpoint(found[0]) : null
    },
    openHolds: ({ after, by, limit }) =>
      rows(
        `SELECT ${rowOf('h.')} FROM ${T} h WHERE +h."kind" = 'hold' AND h."expires_at" > ? AND h."expires_at" <= ?
         AND NOT EXISTS (SELECT 1 FROM ${T} s WHERE s."settles" = h."key") ORDER BY h."expires_at" LIMIT ?`,
        [after, by, limit],
      ),
    pendingMarks: (limit) => rows(`SELECT ${ROW} FROM ${T} WHERE "mark" = 1 ORDER BY "id" LIMIT ?`, [limit]),
    async clearMarks(ids) {
      for (let i = 0; i < ids.length; i += 500) {
        const some = ids.slice(i, i + 500)
        await client.execute({
          sql: `UPDATE ${T} SET "mark" = 0 WHERE "id" IN (${some.map(() => '?').join(', ')})`,
          args: [...some],
        })
      }
    },
    async lastSeal() {
      const found = await all(`SELECT ${quoted(SEAL_FIELDS)} FROM "ts_seals" ORDER BY "seq" DESC LIMIT 1`, [])
      return found[0] ? readSeal(found[0]) : null
    },
    async seals({ afterSeq, limit }) {
      const found = await all(
        `SELECT ${quoted(SEAL_FIELDS)} FROM "ts_seals" WHERE "seq" > ? ORDER BY "seq" LIMIT ?`,
        [afterSeq, limit],
      )
      return found.map(readSeal)
    },
    async insertSeal(seal) {
      return (await insert(INSERT_SEAL, [...SEAL_FIELDS.map((f) => seal[f]), seal.at, seal.at])) === null
    },
    async checkpoints({ afterKey, limit }) {
      const found = await all(
        `SELECT ${quoted(CHECKPOINT_FIELDS)} FROM "ts_checkpoints" WHERE "key" > ? ORDER BY "key" LIMIT ?`,
        [afterKey, limit],
      )
      return found.map(readCheckpoint)
    },
    async insertCheckpoint(checkpoint) {
      const now = new Date().toISOString()
      const values = CHECKPOINT_FIELDS.map((field) => {
        const value = checkpoint[field]
        return typeof value === 'boolean' ? Number(value) : value
      })
      return (await insert(INSERT_CHECKPOINT, [...values, now, now])) === null
    },
    async missingIndexes() {
      const have = new Set<string>()
      const lists: [string, readonly string[]][] = [
        ['ts_transfers', UNIQUE_FIELDS],
        ['ts_seals', ['seq']],
        ['ts_checkpoints', ['key']],
      ]
      for (const [table] of lists) {
        const found = await all(
          `SELECT l."unique", l."partial", (SELECT group_concat(i."name") FROM pragma_index_info(l."name") i)
           FROM pragma_index_list(?) l`,
          [table],
        )
        for (const [unique, partial, columns] of found.map((r) => Array.from(r))) {
          if (unique === 1 && partial === 0) have.add(`${table}.${columns}`)
        }
      }
      return lists
        .flatMap(([table, fields]) => fields.map((f) => `${table}.${columnOf(f)}`))
        .filter((name) => !have.has(name))
    },
  }
}

/**
 * One index range for an account's debits, one for its credits, merged by id. Without an account the ids
 * alone are walked. A `+` before a column keeps the planner off that column's index, which is far worse here.
 */
function pageSql(query: PageQuery, row: string): { sql: string; args: Value[] } {
  const conditions: string[] = []
  const values: Value[] = []
  const where = (condition: string, ...args: Value[]) => {
    conditions.push(condition)
    values.push(...args)
  }
  if (query.after !== undefined && query.after !== '') where('"id" > ?', query.after)
  if (query.upTo !== undefined) where('"id" <= ?', query.upTo)
  if (query.before !== undefined) where('"id" < ?', query.before)
  if (query.kinds !== undefined)
    where(`+"kind" IN (${query.kinds.map(() => '?').join(', ')})`, ...query.kinds)
  if (query.atFrom !== undefined) where('+"at" >= ?', query.atFrom)
  if (query.atTo !== undefined) where('+"at" < ?', query.atTo)
  if (query.sinceEither !== undefined)
    where('(+"id" > ? OR +"at" >= ?)', query.sinceEither.id, query.sinceEither.at)
  const order = `ORDER BY "id" ${query.newestFirst ? 'DESC' : 'ASC'} LIMIT ?`
  if (query.account === undefined) {
    const filter = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
    return { sql: `SELECT ${row} FROM ${T} ${filter} ${order}`, args: [...values, query.limit] }
  }
  const rest = conditions.map((c) => ` AND ${c}`).join('')
  return {
    sql: `SELECT ${row} FROM ${T} WHERE "debit" = ?${rest}
          UNION ALL SELECT ${row} FROM ${T} WHERE "credit" = ? AND "debit" <> "credit"${rest} ${order}`,
    args: [query.account, ...values, query.account, ...values, query.limit],
  }
}

const parsed = (values: ArrayLike<unknown>) => JSON.parse(String(values[1])) as unknown[]
const readRow = (values: ArrayLike<unknown>): Row => read<Row>(ROW_FIELDS, parsed(values))
const readMove = (values: ArrayLike<unknown>): Move => read<Move>(MOVE_FIELDS, parsed(values))
const readSeal = (values: ArrayLike<unknown>): Seal => read<Seal>(SEAL_FIELDS, values)
function readCheckpoint(values: ArrayLike<unknown>): Checkpoint {
  const raw = read<Omit<Checkpoint, 'opened' | 'closed'> & { opened: unknown; closed: unknown }>(
    CHECKPOINT_FIELDS,
    values,
  )
  return { ...raw, opened: raw.opened === 1, closed: raw.closed === 1 }
}

/** The columns were named in the statement, in this order; their types are the schema's. */
function read<T>(fields: readonly string[], values: ArrayLike<unknown>): T {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < fields.length; i++) row[fields[i] ?? ''] = values[i]
  return row as T
}

/** `UNIQUE constraint failed: ts_transfers.debit_slot` → debit_slot */
function takenColumn(error: unknown): string | null {
  const message = error instanceof Error ? error.message : ''
  return /UNIQUE constraint failed: \w+\.(\w+)/.exec(message)?.[1] ?? null
}

function uniqueField(column: string): UniqueField {
  const field = UNIQUE_FIELDS.find((f) => columnOf(f) === column)
  if (!field) throw new Error(`an unexpected unique column refused: ${column}`)
  return field
}
