import type { Where } from 'payload'
import { newId } from '@/core/ids'

export type Row = Record<string, unknown> & { id: string }
export type Moment = 'before' | 'after'
/** Called around each verb: may wait (another interleaving) or throw (a crash: `after`, the write stands). */
export type Gate = (verb: string, moment: Moment) => Promise<void> | void

/** Called within each update: what was there, what is there now, as one step. */
export type Watch = (collection: string, before: Row, after: Row) => void

/** Columns that no two rows of a collection share. */
const UNIQUE: Readonly<Record<string, readonly string[]>> = {
  seats: ['key', 'occupant'],
  standings: ['person'],
}

class Taken extends Error {
  readonly code = 11_000
}

/**
 * As much of Payload's database as services ask of it, in memory: one row at a time, unique keys, conditional updates. A
 * model to interleave what runs at once, step by step; the databases themselves are tried in the integration tests.
 */
export class MemoryDb {
  readonly name = 'memory'
  readonly tables = new Map<string, Map<string, Row>>()
  constructor(
    private readonly gate: Gate = () => undefined,
    private readonly watch: Watch = () => undefined,
  ) {}

  rows = (collection: string): Row[] => [...this.table(collection).values()]

  create = ({ collection, data }: { collection: string; data: Partial<Row> }) =>
    this.gated('create', () => {
      const row = { ...data, id: data.id ?? newId() } as Row
      this.refuseTaken(collection, row)
      this.table(collection).set(row.id, row)
      return { ...row }
    })

  findOne = ({ collection, where }: { collection: string; where: Where }) =>
    this.gated('findOne', () => this.matching(collection, where).map((row) => ({ ...row }))[0] ?? null)

  find = (ask: { collection: string; where: Where; sort?: string | string[]; limit?: number }) =>
    this.gated('find', () => {
      const found = sorted(this.matching(ask.collection, ask.where), ask.sort)
      return { docs: found.slice(0, ask.limit || found.length).map((row) => ({ ...row })) }
    })

  count = ({ collection, where }: { collection: string; where: Where }) =>
    this.gated('count', () => ({ totalDocs: this.matching(collection, where).length }))

  updateOne = ({ collection, where, data }: { collection: string; where: Where; data: Partial<Row> }) =>
    this.gated('updateOne', () => {
      const [row] = this.matching(collection, where)
      if (!row) return null
      const changed = { ...row, ...data }
      this.refuseTaken(collection, changed)
      this.table(collection).set(row.id, changed)
      this.watch(collection, row, changed)
      return { ...changed }
    })

  findGlobal = async () => null

  private table(collection: string): Map<string, Row> {
    const there = this.tables.get(collection) ?? new Map<string, Row>()
    this.tables.set(collection, there)
    return there
  }

  private matching = (collection: string, where: Where): Row[] =>
    this.rows(collection).filter((row) => matches(row, where))

  private refuseTaken(collection: string, row: Row): void {
    for (const field of UNIQUE[collection] ?? ['key'])
      if (row[field] !== undefined && row[field] !== null)
        for (const other of this.rows(collection))
          if (other.id !== row.id && other[field] === row[field]) throw new Taken(`${collection}.${field}`)
  }

  private async gated<T>(verb: string, run: () => T): Promise<T> {
    await this.gate(verb, 'before')
    const done = run()
    await this.gate(verb, 'after')
    return done
  }
}

function matches(row: Row, where: Where): boolean {
  return Object.entries(where).every(([field, condition]) => {
    if (field === 'and') return (condition as Where[]).every((part) => matches(row, part))
    if (field === 'or') return (condition as Where[]).some((part) => matches(row, part))
    return Object.entries(condition as Record<string, unknown>).every(([operator, wanted]) =>
      holds(row[field], operator, wanted),
    )
  })
}

const compared = (value: unknown): string | number =>
  typeof value === 'number' ? value : String(value ?? '')

function holds(value: unknown, operator: string, wanted: unknown): boolean {
  const there = value !== null && value !== undefined
  const [a, b] = [compared(value), compared(wanted)]
  if (operator === 'equals') return value === wanted
  if (operator === 'not_equals') return value !== wanted
  if (operator === 'in') return (wanted as unknown[]).includes(value)
  if (operator === 'exists') return there === wanted
  if (!there) return false
  if (operator === 'less_than') return a < b
  if (operator === 'less_than_equal') return a <= b
  if (operator === 'greater_than') return a > b
  if (operator === 'greater_than_equal') return a >= b
  throw new Error(`the memory database knows no ${operator}`)
}

function sorted(rows: Row[], sort: string | string[] | undefined): Row[] {
  const terms = (sort === undefined ? [] : Array.isArray(sort) ? sort : [sort]).map((term) =>
    term.startsWith('-') ? { field: term.slice(1), turn: -1 } : { field: term, turn: 1 },
  )
  return rows.toSorted((x, y) => {
    for (const { field, turn } of terms) {
      const [a, b] = [compared(x[field]), compared(y[field])]
      if (a !== b) return a < b ? -turn : turn
    }
    return 0
  })
}
