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
    for (const row of await rowsOf(entry)) differences.push(...(await reader.expect(row)))
  }
  let rows = 0
  for (const [section, reader] of readers) {
    rows += reader.found
    differences.push(...(await reader.rest()))
    const wanted = manifest.rows[section] ?? 0
    if (reader.found !== wanted)
      differences.push({ section, row: `${reader.found} / ${wanted}`, what: 'count' })
  }
  return { rows, differences: differences.slice(0, ENOUGH) }
}

/** The rows of a section in the database, one after another, beside those of the file: both in the order of ids. */
class SectionReader {
  /** Rows read so far. */
  found = 0
  readonly #rows: AsyncIterator<Row>
  /** Read, and not yet held against a row of the file. */
  #next: Row | undefined

  constructor(
    source: Source,
    private readonly section: Section,
  ) {
    this.#rows = onePerTurn(source.pages(section))
  }

  async expect(wanted: Row): Promise<Difference[]> {
    const differences: Difference[] = []
    await this.#read()
    while (this.#next && isBefore(this.#next, wanted)) {
      differences.push(this.#tell(this.#next, 'surplus'))
      await this.#take()
    }
    if (!this.#next || isBefore(wanted, this.#next)) return [...differences, this.#tell(wanted, 'missing')]
    if (!same(this.#next, wanted)) differences.push(this.#tell(wanted, 'other'))
    this.#next = undefined
    return differences
  }

  /** One row that the file does not have is enough to know. */
  async rest(): Promise<Difference[]> {
    await this.#read()
    return this.#next ? [this.#tell(this.#next, 'surplus')] : []
  }

  async #take(): Promise<void> {
    this.#next = undefined
    await this.#read()
  }

  async #read(): Promise<void> {
    if (this.#next) return
    const { done, value } = await this.#rows.next()
    if (done) return
    this.#next = value
    this.found += 1
  }

  #tell = (row: Row, what: Difference['what']): Difference => ({
    section: this.section.name,
    row: String(row.id ?? `#${this.found}`),
    what,
  })
}

/** Rows that a database numbers for itself are compared in the order they come. */
const isBefore = (one: Row, other: Row): boolean =>
  typeof one.id === 'string' && typeof other.id === 'string' && one.id < other.id

async function* onePerTurn(pages: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const page of pages) yield* page
}
