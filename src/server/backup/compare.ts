import type { Payload } from 'payload'
import { kindOf } from './adapters'
import { sectionOf } from './archive/layout'
import type { Manifest } from './archive/manifest'
import { entriesOf, rowsOf } from './archive/read'
import { same } from './same'
import { type Row, type Section, sectionsOf } from './sections'
import { mongoSource } from './source/mongo'
import type { Source } from './source/source'
import { sqliteSource } from './source/sqlite'

export type Difference = {
  readonly section: string
  /** The row's id, or its number in the section. */
  readonly row: string
  readonly what: 'missing' | 'surplus' | 'other' | 'count'
}
export type Comparison = { readonly rows: number; readonly differences: readonly Difference[] }

/** Differences after which it stops looking. */
const ENOUGH = 20

/** Reads the whole database back and holds it against the file, row by row, and against the manifest's counts. */
export async function compare(payload: Payload, file: string, manifest: Manifest): Promise<Comparison> {
  const source = kindOf(payload) === 'mongodb' ? mongoSource(payload) : sqliteSource(payload)
  const readers = new Map(sectionsOf(payload).map((s) => [s.name, new SectionReader(source, s)]))
  const differences: Difference[] = []
  for await (const entry of entriesOf(file)) {
    const reader = readers.get(sectionOf(entry.name) ?? '')
    if (!reader || differences.length >= ENOUGH) continue
    for (const row of await rowsOf(entry)) {
      const difference = await reader.expect(row)
      if (difference && differences.length < ENOUGH) differences.push(difference)
    }
  }
  let rows = 0
  for (const [section, reader] of readers) {
    rows += reader.count
    const surplus = await reader.next()
    if (surplus) differences.push({ section, row: nameOf(surplus, reader.count), what: 'surplus' })
    const wanted = manifest.rows[section] ?? 0
    if (reader.count !== wanted)
      differences.push({ section, row: `${reader.count} / ${wanted}`, what: 'count' })
  }
  return { rows, differences: differences.slice(0, ENOUGH) }
}

/** The rows of a section in the database, one after another, as the file has them. */
class SectionReader {
  /** Rows expected so far. */
  count = 0
  readonly #rows: AsyncIterator<Row>

  constructor(
    source: Source,
    private readonly section: Section,
  ) {
    this.#rows = onePerTurn(source.pages(section))
  }

  async next(): Promise<Row | undefined> {
    const { done, value } = await this.#rows.next()
    return done ? undefined : value
  }

  async expect(wanted: Row): Promise<Difference | undefined> {
    const found = await this.next()
    this.count += 1
    if (found && same(found, wanted)) return undefined
    const row = nameOf(wanted, this.count)
    return { section: this.section.name, row, what: found ? 'other' : 'missing' }
  }
}

async function* onePerTurn(pages: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const page of pages) yield* page
}

const nameOf = (row: Row, n: number): string => String(row.id ?? `#${n}`)
