import type { DecidedReason } from './reasons'

export const KINDS = ['open', 'transfer', 'hold', 'post', 'void', 'limit', 'close', 'refused'] as const
export type Kind = (typeof KINDS)[number]

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

/** A row as people read it: without what only the ledger's own work needs. */
export type Move = Omit<
  Row,
  | 'debitSlot'
  | 'creditSlot'
  | 'leg'
  | 'legs'
  | 'expiresAt'
  | 'min'
  | 'max'
  | 'refusal'
  | 'seen'
  | 'request'
  | 'mark'
>
