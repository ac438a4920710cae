import type { Payload } from 'payload'
import { isMongo, mongoOf, sqliteTable } from '@/hooks/runtime/store'

/** Rows of a collection whose `field` has one of these values: how many of each, and since when the oldest stands. */
export type Question<V extends string | number = string | number> = {
  collection: string
  field: string
  values: readonly V[]
  since: string
}
export type Counted = { collection: string; value: string | number; count: number; oldest: Date | null }

/**
 * Answers any number of such questions: in one statement on SQLite, side by side on MongoDB. Values without rows are
 * left out. Ask for values that few rows have, by an indexed field: it is asked every few seconds.
 */
export const countBy = (payload: Payload, questions: readonly Question[]): Promise<Counted[]> =>
  isMongo(payload) ? onMongo(payload, questions) : onSqlite(payload, questions)

async function onSqlite(payload: Payload, questions: readonly Question[]): Promise<Counted[]> {
  const parts = questions.map(({ collection, field, values, since }) => {
    const { name, column } = sqliteTable(payload, collection)
    const marks = values.map(() => '?').join(', ')
    return `SELECT '${collection}' AS collection, ${column(field)} AS value, count(*) AS n, min(${column(since)}) AS oldest
      FROM ${name} WHERE ${column(field)} IN (${marks}) GROUP BY ${column(field)}`
  })
  const [first] = questions
  if (!first) return []
  const { db } = sqliteTable(payload, first.collection)
  const { rows } = await db.client.execute({
    sql: parts.join(' UNION ALL '),
    args: questions.flatMap((q) => [...q.values]),
  })
  return rows.map((row) => ({
    collection: String(row.collection),
    value: row.value as string | number,
    count: Number(row.n),
    oldest: instant(row.oldest),
  }))
}

type Aggregating = {
  aggregate(steps: object[]): { toArray(): Promise<{ _id: string | number; n: number; oldest: unknown }[]> }
}

async function onMongo(payload: Payload, questions: readonly Question[]): Promise<Counted[]> {
  const counted = await Promise.all(
    questions.map(async ({ collection, field, values, since }) => {
      const rows = await (mongoOf(payload, collection) as unknown as Aggregating)
        .aggregate([
          { $match: { [field]: { $in: [...values] } } },
          { $group: { _id: `$${field}`, n: { $sum: 1 }, oldest: { $min: `$${since}` } } },
        ])
        .toArray()
      return rows.map((row) => ({ collection, value: row._id, count: row.n, oldest: instant(row.oldest) }))
    }),
  )
  return counted.flat()
}

const instant = (value: unknown): Date | null =>
  value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null
