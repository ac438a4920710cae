import type { Clock } from '@/core/clock'
import type { Row } from '../contract'
import { isPool } from '../domain/accountKeys'
import type { LedgerStore } from '../store/port'
import type { AccountStates } from './accountStates'
import type { KeyedQueue } from './keyedQueue'

/** What every verb works with. */
export type Ledgering = {
  readonly store: LedgerStore
  readonly clock: Clock
  readonly newId: () => string
  readonly states: AccountStates
  readonly queue: KeyedQueue
  /** Waits before the n-th retry (from 1). */
  readonly backoff: (attempt: number) => Promise<void>
  readonly attempts: number
  /** Rows ask to be delivered as actions. */
  readonly announce: boolean
  /** How long the legs of an undecided group are held, in milliseconds. */
  readonly groupTime: number
  /** Told of each row that stands. */
  readonly recorded: (row: Row) => void
}

type RowBasis = Pick<Row, 'key' | 'kind' | 'debit' | 'credit' | 'actor' | 'request'> & Partial<Row>

/** A row whose unsaid columns say nothing; id and at are set right before the insert. */
export type RowDraft = Omit<Row, 'id' | 'at' | 'mark'>

export const draftRow = (basis: RowBasis): RowDraft => ({
  amount: 0,
  debitSlot: `-:${basis.key}`,
  creditSlot: `-:${basis.key}`,
  settles: `-:${basis.key}`,
  code: null,
  batch: null,
  leg: null,
  legs: null,
  ref: null,
  reason: null,
  note: null,
  expiresAt: null,
  min: null,
  max: null,
  refusal: null,
  seen: null,
  ...basis,
})

export const finishRow = (ledger: Ledgering, draft: RowDraft): Row => ({
  ...draft,
  id: ledger.newId(),
  at: ledger.clock.now().toISOString(),
  mark: ledger.announce && draft.kind !== 'refused' ? 1 : 0,
})

/** Work on these accounts, one at a time in this process; pools wait for nobody. */
export const inQueue = <T>(ledger: Ledgering, accounts: readonly string[], work: () => Promise<T>) =>
  ledger.queue.run(
    accounts.filter((account) => !isPool(account)),
    work,
  )
