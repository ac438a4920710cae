/**
 * What the time-credit ledger offers others: its rows, its refusals, its verbs. Types and names only.
 * Amounts are whole TS; instants are ISO texts in UTC; ids are UUIDv7.
 */
import type { Result } from '@/core/result'

/** Slugs of the collections; the SQLite tables are the same names with underscores. */
export const TRANSFERS = 'ts-transfers'
export const SEALS = 'ts-seals'
export const CHECKPOINTS = 'ts-checkpoints'
export const ACCOUNTS = 'ts-accounts'

export const ACCOUNT_KINDS = ['pool', 'member', 'escrow'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** The association's own account, from which grants come; unlimited. */
export const POOL = 'pool:main'

export const KINDS = ['open', 'transfer', 'hold', 'post', 'void', 'limit', 'close', 'refused'] as const
export type Kind = (typeof KINDS)[number]

/** A refusal that was decided on the state of accounts: stored under its key, so that a retry hears it again. */
export const DECIDED_REASONS = [
  /** The debited account would go below its lower limit. detail: available, amount */
  'not-enough',
  /** The credited account would go above its upper limit. detail: room, amount */
  'over-limit',
  'account.closed',
  /** Only an account at zero with nothing held may be closed. */
  'account.not-empty',
  'hold.posted',
  'hold.voided',
  'hold.expired',
  /** Not settled yet: void it instead of reversing it. */
  'hold.open',
  /** Reversed already; a group is reversed once. */
  'reversal.done',
] as const
export type DecidedReason = (typeof DECIDED_REASONS)[number]

/** Invalid input: refused, and nothing is stored, so the same key may be used again with better input. */
export const INPUT_REASONS = [
  'actor.invalid',
  'key.invalid',
  /** The key was used with other content. */
  'key.reused',
  /** Not a whole number from 1 to 1,000,000. */
  'amount.invalid',
  'account.invalid',
  'account.unknown',
  'account.same',
  'account.exists',
  /** Pools have no limits and cannot be closed. */
  'account.is-pool',
  /** A code, reason, reference or note key that is too long or not a code. */
  'code.invalid',
  /** Not an instant after now. */
  'expiry.invalid',
  'limits.invalid',
  /** No leg, or more than MAX_LEGS. */
  'legs.invalid',
  'hold.unknown',
  /** A leg of a linked group is settled and reversed with its group only. */
  'hold.linked',
  'batch.unknown',
  'transfer.unknown',
  /** Not something that can be reversed (a reversal, a refusal, a limit…). */
  'reversal.unsuitable',
] as const
export type InputReason = (typeof INPUT_REASONS)[number]

export type LedgerReason = DecidedReason | InputReason
export type Outcome<T = Row> = Result<T, LedgerReason>

export const MAX_AMOUNT = 1_000_000
export const MAX_LIMIT = 1_000_000_000
export const MAX_LEGS = 50

/**
 * One row of `ts-transfers`: flat, written once, never changed but for `mark`. The fields key, debitSlot,
 * creditSlot and settles are unique; where one says nothing it is `-:<key>`.
 */
export type Row = {
  /** UUIDv7, made right before the insert. */
  readonly id: string
  /** `actor:verb:client's key`; derived for what the ledger itself adds. */
  readonly key: string
  readonly kind: Kind
  /** Account debited; the account itself for open, limit, close; `batch:<batch>` for a group's decision. */
  readonly debit: string
  readonly credit: string
  /** Whole TS, 0 for open, limit, close and a group's decision. */
  readonly amount: number
  /** `<debit>:d:<n>`: this is the n-th debiting row of the account. */
  readonly debitSlot: string
  /** `<credit>:c:<n>` */
  readonly creditSlot: string
  /** What only one row may settle: a hold's key, `batch:<batch>`, `reverse:<key>`, `open:<account>`. */
  readonly settles: string
  /** What the movement is for (`joining`, `mission`, …): the caller's code. */
  readonly code: string | null
  /** Key of the linked group this row belongs to. */
  readonly batch: string | null
  /** Which leg of the group, from 0. */
  readonly leg: number | null
  /** How many legs the group has. */
  readonly legs: number | null
  /** What it is about in another module (a mission's id, …). */
  readonly ref: string | null
  /** The caller's reason code, for voids, reversals, limits, closings. */
  readonly reason: string | null
  /** Key of a note; the free text lies there and can be erased. */
  readonly note: string | null
  /** Who asked: `member:<id>`, `staff:<id>`, `system`, `plugin:<id>`. */
  readonly actor: string
  readonly at: string
  /** For holds: from this instant on it cannot be posted. */
  readonly expiresAt: string | null
  /** For open and limit: the lower limit of the balance. */
  readonly min: number | null
  /** For open and limit: the upper limit, null for none. */
  readonly max: number | null
  /** The code of a decided refusal, on rows of kind refused and on a group's void. */
  readonly refusal: DecidedReason | null
  /** The figure the refusal was decided on (TS available, or room left). */
  readonly seen: number | null
  /** Digest of what was asked, so that a retry is told from another request under the same key. */
  readonly request: string
  /** 1 = not yet delivered as an action. The one mutable column; not sealed. */
  readonly mark: number
}

/** An account as its rows add up. Available = balance − heldOut. */
export type AccountState = {
  readonly key: string
  readonly opened: boolean
  readonly balance: number
  /** Held for others out of this account, still in the balance. */
  readonly heldOut: number
  /** Held by others for this account, not yet in the balance. */
  readonly heldIn: number
  /** Debit slots taken. */
  readonly debits: number
  /** Credit slots taken. */
  readonly credits: number
  readonly min: number
  readonly max: number | null
  /** Debit slot of the change of limits in force (0: those of the opening). */
  readonly limitAt: number
  readonly closed: boolean
  /** Rows that made this state, refusals not counted; only grows. */
  readonly rows: number
}

/** A row of the projection `ts-accounts`; write it only where the stored `rows` is smaller. */
export type AccountProjection = Pick<
  AccountState,
  'key' | 'balance' | 'heldOut' | 'heldIn' | 'debits' | 'credits' | 'rows' | 'closed' | 'min' | 'max'
>

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

/** Who asks, and under which key of theirs; a retry must carry the same key. */
export type Asked = {
  readonly actor: string
  /** 1–200 characters of A–Z a–z 0–9 . _ : - @ / + = ; no spaces, no `#`. */
  readonly key: string
}

type About = {
  readonly code?: string
  readonly ref?: string
  readonly reason?: string
  readonly note?: string
}

export type Movement = { readonly debit: string; readonly credit: string; readonly amount: number }

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
