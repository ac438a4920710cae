import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { sectionOf } from '../archive/layout'
import { entriesOf, rowsOf } from '../archive/read'
import { sayingOf } from '../same'
import { portable, type Row, type Section, sectionsOf } from '../sections'

/** Everything in a database as Payload's own adapter gives it, as texts; not by the reader that backups use. */
export async function everything(payload: Payload): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const section of sectionsOf(payload)) {
    const rows = await read(payload, section)
    all[section.name] = rows.map((row) => sayingOf(portable(payload, section, row))).sort()
  }
  return all
}

async function read(payload: Payload, section: Section): Promise<Row[]> {
  const { db } = payload
  const whole = { limit: 0, pagination: false, where: {} }
  const { slug } = section.config
  switch (section.kind) {
    case 'rows':
      return (await db.find({ ...whole, collection: slug as CollectionSlug })).docs as unknown as Row[]
    case 'versions':
      return (await db.findVersions({ ...whole, collection: slug as CollectionSlug }))
        .docs as unknown as Row[]
    case 'globalVersions':
      return (await db.findGlobalVersions({ ...whole, global: slug as GlobalSlug })).docs as unknown as Row[]
    case 'global': {
      const row = (await db.findGlobal({ slug: slug as GlobalSlug })) as Row | null
      return row?.createdAt ? [row] : []
    }
  }
}

/** The rows of a section in a file. */
export async function rowsIn(file: string, section: string): Promise<Row[]> {
  const rows: Row[] = []
  for await (const entry of entriesOf(file))
    if (sectionOf(entry.name) === section) rows.push(...(await rowsOf(entry)))
  return rows
}

/** Names and contents of the files of a folder. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
