import type { Checkpoint, Kind, Move, Row, Seal } from '../contract'

/** The unique columns of ts-transfers. On all three stores these indexes alone decide who wins. */
export const UNIQUE_FIELDS = ['id', 'key', 'debitSlot', 'creditSlot', 'settles'] as const
export type UniqueField = (typeof UNIQUE_FIELDS)[number]

/** What an insert came to; `taken` names one of the unique fields that refused. */
export type Inserted = { readonly ok: true } | { readonly ok: false; readonly taken: UniqueField }

export type PageQuery = {
  /** Rows that debit or credit this account. */
  readonly account?: string
  /** after < id */
  readonly after?: string
  /** id ≤ upTo */
  readonly upTo?: string
  /** id < before */
  readonly before?: string
  readonly kinds?: readonly Kind[]
  /** atFrom ≤ at < atTo, ISO texts */
  readonly atFrom?: string
  readonly atTo?: string
  /** id > this id, or at ≥ this instant: all rows of a period, and all that a checkpoint does not know. */
  readonly sinceEither?: { readonly id: string; readonly at: string }
  readonly newestFirst?: boolean
  readonly limit: number
}

/**
 * What the ledger asks of a database. Reads return what has been acknowledged to whoever wrote it; a read
 * may miss rows that land while it runs, and that is enough (domain/decide.ts).
 */
export interface LedgerStore {
  /** One row, durable when this returns. Throws when the outcome is unknown. */
  insert(row: Row): Promise<Inserted>
  find(field: 'key' | 'settles', value: string): Promise<Row | null>
  /** By id, oldest first unless asked otherwise. */
  page(query: PageQuery): Promise<Row[]>
  /** The same rows as they are read by people: half the fields, for the many of a statement. */
  moves(query: PageQuery): Promise<Move[]>
  lastCheckpoint(account: string): Promise<Checkpoint | null>

  /** Holds that nothing settles yet, with after < expiresAt ≤ by, first to expire first. */
  openHolds(query: { after: string; by: string; limit: number }): Promise<Row[]>

  /** Rows with mark 1, oldest first. */
  pendingMarks(limit: number): Promise<Row[]>
  clearMarks(ids: readonly string[]): Promise<void>

  lastSeal(): Promise<Seal | null>
  /** By seq, from the one after `afterSeq`. */
  seals(query: { afterSeq: number; limit: number }): Promise<Seal[]>
  /** False when this seq is taken. */
  insertSeal(seal: Seal): Promise<boolean>
  /** By key, from the one after `afterKey`. */
  checkpoints(query: { afterKey: string; limit: number }): Promise<Checkpoint[]>
  /** False when this account has a checkpoint of this seq. */
  insertCheckpoint(checkpoint: Checkpoint): Promise<boolean>

  /** Unique indexes that do not exist: without them nothing here holds, so a server must not start. */
  missingIndexes(): Promise<string[]>
}
