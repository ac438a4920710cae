import type { AccountState } from './account'

/** A seal: SHA-256 over a batch of rows, chained to the one before. */
export type Seal = {
  readonly id: string
  /** 1, 2, 3 … unique */
  readonly seq: number
  /** Rows with from < id ≤ to, as they were then. */
  readonly from: string
  readonly to: string
  /** Rows sealed: those of the range and the late ones. */
  readonly count: number
  readonly hash: string
  readonly prevHash: string
  /** Eight characters of each row's hash, in the order of ids: tells later which rows were there. */
  readonly prints: string
  /** JSON list of the ids of rows that landed after their range was sealed, sealed here. */
  readonly late: string
  readonly at: string
}

/** An account's state over all rows with id ≤ upTo, written by the sealing job. */
export type Checkpoint = Omit<AccountState, 'key'> & {
  readonly id: string
  /** `<account>@<seq>`, unique. */
  readonly key: string
  readonly account: string
  readonly seq: number
  readonly upTo: string
}
