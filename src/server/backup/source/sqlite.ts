import type { CollectionSlug, GlobalSlug, Payload, Where } from 'payload'
import { portable, type Row, type Section } from '../sections'
import { PAGE, type Source } from './source'

type Numbered = Row & { id: string | number }
type Query = { where: Where; sort: string; limit: number; pagination: false }

/** A SQLite file that nobody writes, as Payload's adapter reads it. */
export const sqliteSource = (payload: Payload): Source => ({
  async *pages(section) {
    if (section.kind === 'global') {
      const row = (await payload.db.findGlobal({ slug: section.config.slug as GlobalSlug })) as Row
      // Payload has an empty object for a global that was never saved.
      if (row?.id !== undefined) yield [portable(payload, section, row)]
      return
    }
    for (let after: string | number | undefined; ; ) {
      const where: Where = after === undefined ? {} : { id: { greater_than: after } }
      const rows = await find(payload, section, { where, sort: 'id', limit: PAGE, pagination: false })
      if (rows.length > 0) yield rows.map((row) => portable(payload, section, row))
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) return
      after = last.id
    }
  },
})

async function find(payload: Payload, section: Section, query: Query): Promise<Numbered[]> {
  const { slug } = section.config
  const read = () => {
    if (section.kind === 'versions')
      return payload.db.findVersions({ ...query, collection: slug as CollectionSlug })
    if (section.kind === 'globalVersions')
      return payload.db.findGlobalVersions({ ...query, global: slug as GlobalSlug })
    return payload.db.find({ ...query, collection: slug as CollectionSlug })
  }
  return (await read()).docs as unknown as Numbered[]
}
