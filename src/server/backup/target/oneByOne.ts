import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { kindOf, mongoOf, sqliteOf, tableOf } from '../adapters'
import type { Row, Section } from '../sections'

type Db = Payload['db']

/** Rows in several languages, with lists or groups, and versions: Payload's adapter knows where their parts go. */
export async function insertOneByOne(
  payload: Payload,
  section: Section,
  rows: readonly Row[],
): Promise<void> {
  for (const row of rows) await insertOne(payload, section, row)
}

async function insertOne(payload: Payload, section: Section, row: Row): Promise<void> {
  const { db } = payload
  const { slug } = section.config
  switch (section.kind) {
    case 'rows':
      await db.create({ collection: slug as CollectionSlug, data: row, returning: false })
      return
    case 'versions': {
      const { parent, version, ...more } = row
      const made = await db.createVersion({
        ...more,
        collectionSlug: slug as CollectionSlug,
        parent,
        versionData: version,
      } as unknown as Parameters<Db['createVersion']>[0])
      await setLatest(payload, section, (made as { id: unknown }).id, row.latest === true)
      return
    }
    case 'global':
      await db.createGlobal({ slug: slug as GlobalSlug, data: { ...row } as never, returning: false })
      await datesOfGlobal(payload, section, row)
      return
    case 'globalVersions': {
      const { version, ...more } = row
      const made = await db.createGlobalVersion({
        ...more,
        globalSlug: slug as GlobalSlug,
        versionData: version,
      } as unknown as Parameters<Db['createGlobalVersion']>[0])
      await setLatest(payload, section, (made as { id: unknown }).id, row.latest === true)
    }
  }
}

/** The adapter takes each new version for the latest, which an older one need not be. */
async function setLatest(payload: Payload, section: Section, id: unknown, latest: boolean): Promise<void> {
  if (kindOf(payload) === 'mongodb') {
    const change = latest ? { $set: { latest: true } } : { $unset: { latest: 1 } }
    // By the model, which knows of which type MongoDB's own id is.
    await mongoOf(payload).versions[section.config.slug]?.updateOne({ _id: id }, change)
    return
  }
  const { name } = tableOf(payload, section)
  await sqliteOf(payload).client.execute({
    sql: `UPDATE "${name}" SET latest = ? WHERE id = ?`,
    args: [Number(latest), id as number],
  })
}

/** SQLite's adapter dates a global from its restoring. */
async function datesOfGlobal(payload: Payload, section: Section, row: Row): Promise<void> {
  if (kindOf(payload) === 'mongodb') return
  const { name } = tableOf(payload, section)
  await sqliteOf(payload).client.execute({
    sql: `UPDATE "${name}" SET created_at = ?, updated_at = ?`,
    args: [(row.createdAt ?? null) as string | null, (row.updatedAt ?? null) as string | null],
  })
}
