import type { CollectionSlug, Payload } from 'payload'
import { cache } from 'react'
import type { Kind, Reference } from './references'

/** What a reference is called, and its page in the admin. */
export type Named = { words: string; collection: string; href: string }

/** Where names are read: the row whose `by` is the id, and its column that names it. */
const SOURCES: Readonly<Record<Kind, { collection: string; by: string; title: string }>> = {
  person: { collection: 'profiles', by: 'person', title: 'name' },
  season: { collection: 'seasons', by: 'id', title: 'name' },
  loge: { collection: 'loges', by: 'id', title: 'name' },
  mission: { collection: 'missions', by: 'id', title: 'title' },
  application: { collection: 'applications', by: 'id', title: 'name' },
  payment: { collection: 'payments', by: 'id', title: 'receivedOn' },
}

type Row = Record<string, unknown> & { id: string }
type Batch = { ids: Set<string>; found: Promise<Map<string, Named>> }

/** The batches under way of one request. */
const batches = cache((_payload: Payload) => new Map<Kind, Batch>())

/**
 * The name of what a reference stands for; undefined when it is gone. All that one page asks for in one turn is one
 * query a kind. Read past access: the page is staff's, and the row that is shown names them already.
 */
export async function nameOf(payload: Payload, { kind, id }: Reference): Promise<Named | undefined> {
  const waiting = batches(payload)
  let batch = waiting.get(kind)
  if (!batch) {
    const ids = new Set<string>()
    const found = new Promise<void>((turn) => setImmediate(turn)).then(() => {
      waiting.delete(kind)
      return load(payload, kind, [...ids])
    })
    batch = { ids, found }
    waiting.set(kind, batch)
  }
  batch.ids.add(id)
  return (await batch.found).get(id)
}

async function load(payload: Payload, kind: Kind, ids: string[]): Promise<Map<string, Named>> {
  const { collection, by, title } = SOURCES[kind]
  // A plugin may not be installed.
  if (!payload.collections[collection as CollectionSlug]) return new Map()
  const { docs } = await payload.db.find<Row>({
    collection: collection as CollectionSlug,
    where: { [by]: { in: ids } },
    limit: ids.length,
    pagination: false,
    select: { [by]: true, [title]: true },
  })
  return new Map(
    docs.flatMap((row) =>
      typeof row[title] === 'string' && row[title] !== ''
        ? [
            [
              String(row[by]),
              { words: row[title], collection, href: `/admin/collections/${collection}/${row.id}` },
            ] as const,
          ]
        : [],
    ),
  )
}
