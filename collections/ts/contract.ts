/**
 * What the time-credit ledger offers others: its rows, its refusals, its verbs. Types and names only.
 * Amounts are whole TS; instants are ISO texts in UTC; ids are UUIDv7.
 */
import type { Result } from '@/core/result'
import type { AccountState } from './domain/account'
import type { Asked, Movement } from './domain/ask'
import type { LedgerReason } from './domain/reasons'
import type { Kind, Row } from './domain/row'

export * from './domain/account'
export * from './domain/ask'
export * from './domain/reasons'
export * from './domain/row'
export * from './domain/seal'

/** Slugs of the collections; the SQLite tables are the same names with underscores. */
export const TRANSFERS = 'ts-transfers'
export const SEALS = 'ts-seals'
export const CHECKPOINTS = 'ts-checkpoints'
export const ACCOUNTS = 'ts-accounts'

export type Outcome<T = Row> = Result<T, LedgerReason>

type About = {
  readonly code?: string
  readonly ref?: string
  readonly reason?: string
  readonly note?: string
}

export type OpenAccount = Asked & {
  readonly account: string
  /** Default 0. Ignored for pools. */
  readonly min?: number
  /** Default null: none. */
  readonly max?: number | null
  readonly ref?: string
}
export type Transfer = Asked & About & Movement
export type Hold = Asked & About & Movement & { readonly expiresAt: string | Date }
export type SettleHold = Asked & Omit<About, 'code' | 'ref'> & { readonly hold: string }
export type Linked = Asked &
  About & {
    readonly legs: readonly (Movement & { readonly code?: string; readonly ref?: string })[]
  }
export type Reverse = Asked & {
  /** Key of a transfer, a posted hold (or its post), or a linked group. */
  readonly original: string
  readonly reason: string
  readonly note?: string
}
export type SetLimits = Asked & {
  readonly account: string
  readonly min: number
  readonly max: number | null
  readonly reason?: string
  readonly note?: string
}
export type CloseAccount = Asked & {
  readonly account: string
  readonly reason?: string
  readonly note?: string
}

export type HistoryQuery = {
  /** Rows with a smaller id, to page on. */
  readonly before?: string
  /** 1–200, default 50. */
  readonly limit?: number
  readonly kinds?: readonly Kind[]
  /** Half-open period of `at`: from ≤ at < to. */
  readonly from?: Date
  readonly to?: Date
}

/**
 * The verbs. Each returns the row that decided, or a refusal; the same key with the same content returns
 * the first outcome. A deadline is not part of the content, as callers compute it from now.
 * @throws LedgerBusy when an account stayed contended through all retries: nothing was stored, ask again.
 * @throws whatever the store throws: the outcome is unknown, ask again with the same key.
 */
export interface Ledger {
  openAccount(ask: OpenAccount): Promise<Outcome>
  transfer(ask: Transfer): Promise<Outcome>
  hold(ask: Hold): Promise<Outcome>
  /** Settles a hold in full. */
  post(ask: SettleHold): Promise<Outcome>
  /** Releases a hold. */
  void(ask: SettleHold): Promise<Outcome>
  /** Several movements, all or nothing; the row returned is the group's decision. */
  linked(ask: Linked): Promise<Outcome>
  /** Finishes a decided group after a crash; harmless when there is nothing to do. */
  materialise(batch: string): Promise<Outcome>
  reverse(ask: Reverse): Promise<Outcome>
  setLimits(ask: SetLimits): Promise<Outcome>
  closeAccount(ask: CloseAccount): Promise<Outcome>
  /** Voids what has expired and finishes decided groups; returns how many holds were settled. */
  expireHolds(limit?: number): Promise<number>
  /** Exact, from the rows. */
  readAccount(account: string): Promise<Result<AccountState, 'account.unknown'>>
  /** The first outcome under a full key (`actor:verb:key`); null when there is none. */
  readOutcome(key: string): Promise<Outcome | null>
  /** Newest first. */
  history(account: string, query?: HistoryQuery): Promise<Row[]>
  /** Rows not yet delivered as actions, oldest first. */
  pendingMarks(limit: number): Promise<Row[]>
  clearMarks(ids: readonly string[]): Promise<void>
}

/** The action `ts.recorded`: one per row of the ledger that is not a refusal, after it stands. */
export type TsRecorded = Omit<Row, 'mark' | 'request'>

declare module '@/hooks' {
  interface Actions {
    'ts.recorded': TsRecorded
  }
}
