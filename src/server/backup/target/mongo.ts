import type { Payload } from 'payload'
import { chunks } from '@/hooks/runtime/store'
import { collectionOf } from '../adapters'
import type { PlainField } from '../flat'
import type { Row, Section } from '../sections'

const AT_ONCE = 1_000

/** Many flat rows a write, as Payload's adapter would store them. */
export async function insertMongo(
  payload: Payload,
  section: Section,
  fields: readonly PlainField[],
  rows: readonly Row[],
): Promise<void> {
  const dates = fields.filter((f) => f.type === 'date').map((f) => f.name)
  // A sparse unique index leaves out what has no value, but takes null for one.
  const unique = fields.filter((f) => f.unique).map((f) => f.name)
  for (const some of chunks(rows, AT_ONCE)) {
    const documents = some.map(({ id, ...row }) => {
      const document: Row = { _id: id, ...row }
      for (const name of dates) {
        const value = document[name]
        if (typeof value === 'string') document[name] = new Date(value)
      }
      for (const name of unique) if (document[name] === null) delete document[name]
      return document
    })
    await collectionOf(payload, section).insertMany(documents, { ordered: false })
  }
}
