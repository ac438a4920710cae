import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { collectionOf, type MongoSession, mongoOf } from '../adapters'
import { hasOwnIds, portable, type Row, type Section, sectionsOf } from '../sections'
import { PAGE, type Source } from './source'

/**
 * MongoDB as it stood at one instant, while others write: every read of the session is of the same cluster time.
 * Payload's adapter takes a session only for a transaction, and one of those lives for a minute; so the documents are
 * read by the driver and turned into the rows that the adapter would give.
 */
export async function mongoSnapshot(payload: Payload): Promise<Source & { end(): Promise<void> }> {
  const session = await snapshotSession(payload)
  return { pages: (section) => pages(payload, section, session), end: () => session.endSession() }
}

/** The same, of a database that nobody writes. */
export const mongoSource = (payload: Payload): Source => ({
  pages: (section) => pages(payload, section, undefined),
})

/** Something was made in the database so lately that its past cannot be read yet (SnapshotUnavailable). */
const TOO_YOUNG = 246
const ATTEMPTS = 40

/** The instant is that of the session's first read; each collection is asked once, so that all can be read at it. */
async function snapshotSession(payload: Payload): Promise<MongoSession> {
  for (let attempt = 1; ; attempt++) {
    const session = mongoOf(payload).connection.getClient().startSession({ snapshot: true })
    try {
      for (const section of sectionsOf(payload))
        await collectionOf(payload, section).findOne({}, { session, projection: { _id: 1 } })
      return session
    } catch (error) {
      await session.endSession()
      if ((error as { code?: unknown }).code !== TOO_YOUNG || attempt === ATTEMPTS) throw error
      await sleep(250)
    }
  }
}

async function* pages(
  payload: Payload,
  section: Section,
  session: MongoSession | undefined,
): AsyncGenerator<Row[]> {
  const filter = section.kind === 'global' ? { globalType: section.config.slug } : {}
  const options = { sort: { _id: 1 }, batchSize: PAGE, ...(session ? { session } : {}) }
  let some: Row[] = []
  for await (const document of collectionOf(payload, section).find(filter, options)) {
    some.push(portable(payload, section, rowOf(document, hasOwnIds(payload, section))))
    if (some.length < PAGE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

function rowOf({ _id, ...fields }: Row, ownIds: boolean): Row {
  return { ...(ownIds ? { id: _id } : {}), ...(plain(fields) as Row) }
}

/** Dates as ISO texts, MongoDB's own ids as their hexadecimal text, as Payload's adapter gives them. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if ((value as { _bsontype?: unknown })._bsontype === 'ObjectId') return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
