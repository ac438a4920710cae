import type { Payload } from 'payload'
import { chunks } from '@/hooks/runtime/store'
import { sqliteOf, tableOf } from '../adapters'
import type { PlainField } from '../flat'
import type { Row, Section } from '../sections'

/** Many flat rows a statement. SQLite takes 32,766 parameters in one; no table of ours has a hundred columns. */
const AT_ONCE = 200

export async function insertSqlite(
  payload: Payload,
  section: Section,
  fields: readonly PlainField[],
  rows: readonly Row[],
): Promise<void> {
  const { name, columns } = tableOf(payload, section)
  const { client } = sqliteOf(payload)
  for (const some of chunks(rows, AT_ONCE)) {
    for (const alike of byFields(some, (row) => present(row, fields, columns))) {
      const place = `(${alike.fields.map(() => '?').join(', ')})`
      await client.execute({
        sql: `INSERT INTO "${name}" (${alike.fields.map((f) => `"${columnOf(columns, f).name}"`).join(', ')})
              VALUES ${alike.rows.map(() => place).join(', ')}`,
        args: alike.rows.flatMap((row) =>
          alike.fields.map((f) => stored(columnOf(columns, f), row[f]) as string | number | null),
        ),
      })
    }
  }
}

type Columns = ReturnType<typeof tableOf>['columns']
type Column = Columns[string]

function columnOf(columns: Columns, field: string): Column {
  const column = columns[field]
  if (!column) throw new Error(`no column for ${field}`)
  return column
}

const stored = (column: Column, value: unknown): unknown =>
  value === null || value === undefined ? null : column.mapToDriverValue(value)

/** A column that must have a value gets its own where MongoDB had none. */
const present = (row: Row, fields: readonly PlainField[], columns: Columns): string[] =>
  fields
    .map((f) => f.name)
    .filter(
      (f) => (row[f] ?? null) !== null || !columnOf(columns, f).notNull || !columnOf(columns, f).hasDefault,
    )

function byFields(rows: readonly Row[], fieldsOf: (row: Row) => string[]) {
  const groups = new Map<string, { fields: string[]; rows: Row[] }>()
  for (const row of rows) {
    const fields = fieldsOf(row)
    const key = fields.join()
    const group = groups.get(key) ?? { fields, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return groups.values()
}
