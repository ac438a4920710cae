export const ACCOUNT_KINDS = ['pool', 'member', 'escrow'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** The association's own account, from which grants come; unlimited. */
export const POOL = 'pool:main'

export const MAX_LIMIT = 1_000_000_000

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
