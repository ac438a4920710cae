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
