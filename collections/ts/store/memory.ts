import type { Checkpoint, Row, Seal } from '../contract'
import { type Inserted, type LedgerStore, type PageQuery, UNIQUE_FIELDS, type UniqueField } from './port'

export type Moment = 'before' | 'after'

export type MemoryOptions = {
  /**
   * Called around each verb; may wait (another interleaving) or throw (a crash: `before`, nothing was
   * written; `after`, it was, and nobody knows).
   */
  readonly gate?: (verb: string, moment: Moment) => Promise<void> | void
  /** Leaves out one unique index, to show that the tests notice. */
  readonly withoutUnique?: UniqueField
}

/** The store as a model: plain maps, and gates for crashes and interleavings. */
export class MemoryStore implements LedgerStore {
  readonly rows: Row[] = []
  readonly sealRows: Seal[] = []
  readonly checkpointRows: Checkpoint[] = []
  private readonly unique = new Map<UniqueField, Map<string, Row>>()
  private readonly byAccount = new Map<string, Row[]>()

  constructor(private readonly options: MemoryOptions = {}) {
    for (const field of UNIQUE_FIELDS) this.unique.set(field, new Map())
  }

  insert = (row: Row) => this.gated('insert', () => this.insertNow(row))

  protected insertNow(row: Row): Inserted {
    for (const field of UNIQUE_FIELDS) {
      if (field !== this.options.withoutUnique && this.index(field).has(row[field])) {
        return { ok: false, taken: field }
      }
    }
    for (const field of UNIQUE_FIELDS) {
      if (!this.index(field).has(row[field])) this.index(field).set(row[field], row)
    }
    insertSorted(this.rows, row)
    for (const account of new Set([row.debit, row.credit])) {
      const list = this.byAccount.get(account) ?? []
      insertSorted(list, row)
      this.byAccount.set(account, list)
    }
    return { ok: true }
  }

  find = (field: 'key' | 'settles', value: string) =>
    this.gated('find', () => this.index(field).get(value) ?? null)

  page = (query: PageQuery) => this.gated('page', () => this.pageNow(query))
  moves = (query: PageQuery) => this.gated('moves', () => this.pageNow(query))

  lastCheckpoint = (account: string) =>
    this.gated(
      'lastCheckpoint',
      () => this.checkpointRows.filter((c) => c.account === account).sort((a, b) => b.seq - a.seq)[0] ?? null,
    )

  openHolds = (query: { after: string; by: string; limit: number }) =>
    this.gated('openHolds', () =>
      this.rows
        .filter((r) => r.kind === 'hold' && r.expiresAt !== null)
        .filter((r) => (r.expiresAt ?? '') > query.after && (r.expiresAt ?? '') <= query.by)
        .filter((r) => !this.index('settles').has(r.key))
        .sort((a, b) => ((a.expiresAt ?? '') < (b.expiresAt ?? '') ? -1 : 1))
        .slice(0, query.limit),
    )

  pendingMarks = (limit: number) =>
    this.gated('pendingMarks', () => this.rows.filter((r) => r.mark === 1).slice(0, limit))

  clearMarks = (ids: readonly string[]) =>
    this.gated('clearMarks', () => {
      const cleared = new Set(ids)
      for (const row of this.rows) if (cleared.has(row.id)) Object.assign(row, { mark: 0 })
    })

  lastSeal = () => this.gated('lastSeal', () => this.sealRows.at(-1) ?? null)

  seals = (query: { afterSeq: number; limit: number }) =>
    this.gated('seals', () => this.sealRows.filter((s) => s.seq > query.afterSeq).slice(0, query.limit))

  insertSeal = (seal: Seal) =>
    this.gated('insertSeal', () => {
      if (this.sealRows.some((s) => s.seq === seal.seq)) return false
      this.sealRows.push({ ...seal })
      this.sealRows.sort((a, b) => a.seq - b.seq)
      return true
    })

  checkpoints = (query: { afterKey: string; limit: number }) =>
    this.gated('checkpoints', () =>
      this.checkpointRows
        .filter((c) => c.key > query.afterKey)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, query.limit),
    )

  insertCheckpoint = (checkpoint: Checkpoint) =>
    this.gated('insertCheckpoint', () => {
      if (this.checkpointRows.some((c) => c.key === checkpoint.key)) return false
      this.checkpointRows.push({ ...checkpoint })
      return true
    })

  missingIndexes = async () => (this.options.withoutUnique ? [this.options.withoutUnique] : [])

  private index(field: UniqueField): Map<string, Row> {
    return this.unique.get(field) ?? new Map()
  }

  private async gated<T>(verb: string, work: () => T): Promise<T> {
    await this.options.gate?.(verb, 'before')
    const result = work()
    await this.options.gate?.(verb, 'after')
    return result
  }

  private pageNow(query: PageQuery): Row[] {
    const from = query.account === undefined ? this.rows : (this.byAccount.get(query.account) ?? [])
    const start = query.after === undefined ? 0 : firstAfter(from, query.after)
    const found: Row[] = []
    const wanted = (row: Row) =>
      (query.upTo === undefined || row.id <= query.upTo) &&
      (query.before === undefined || row.id < query.before) &&
      (query.kinds === undefined || query.kinds.includes(row.kind)) &&
      (query.atFrom === undefined || row.at >= query.atFrom) &&
      (query.atTo === undefined || row.at < query.atTo) &&
      (query.sinceEither === undefined || row.id > query.sinceEither.id || row.at >= query.sinceEither.at)
    if (query.newestFirst) {
      for (let i = from.length - 1; i >= start && found.length < query.limit; i--) {
        const row = from[i]
        if (row && wanted(row)) found.push(row)
      }
    } else {
      for (let i = start; i < from.length && found.length < query.limit; i++) {
        const row = from[i]
        if (row && wanted(row)) found.push(row)
      }
    }
    return found
  }
}

/** The index of the first row with a greater id. */
function firstAfter(rows: readonly Row[], id: string): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((rows[mid]?.id ?? '') <= id) low = mid + 1
    else high = mid
  }
  return low
}

function insertSorted(rows: Row[], row: Row): void {
  if ((rows.at(-1)?.id ?? '') <= row.id) rows.push(row)
  else rows.splice(firstAfter(rows, row.id), 0, row)
}
