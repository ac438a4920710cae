import type { Checkpoint, Move, Row, Seal } from '../contract'

/** The fields of each collection as the stores write them, in one order. */
export const ROW_FIELDS = [
  'id',
  'key',
  'kind',
  'debit',
  'credit',
  'amount',
  'debitSlot',
  'creditSlot',
  'settles',
  'code',
  'batch',
  'leg',
  'legs',
  'ref',
  'reason',
  'note',
  'actor',
  'at',
  'expiresAt',
  'min',
  'max',
  'refusal',
  'seen',
  'request',
  'mark',
] as const satisfies readonly (keyof Row)[]

/** What a movement tells whoever reads it; the rest serves the ledger's own work. */
export const MOVE_FIELDS = [
  'id',
  'key',
  'kind',
  'debit',
  'credit',
  'amount',
  'settles',
  'code',
  'batch',
  'ref',
  'reason',
  'note',
  'actor',
  'at',
] as const satisfies readonly (keyof Move)[]

export const SEAL_FIELDS = [
  'id',
  'seq',
  'from',
  'to',
  'count',
  'hash',
  'prevHash',
  'prints',
  'late',
  'at',
] as const satisfies readonly (keyof Seal)[]

export const CHECKPOINT_FIELDS = [
  'id',
  'key',
  'account',
  'seq',
  'upTo',
  'opened',
  'balance',
  'heldOut',
  'heldIn',
  'debits',
  'credits',
  'min',
  'max',
  'limitAt',
  'closed',
  'rows',
] as const satisfies readonly (keyof Checkpoint)[]

/** debitSlot → debit_slot, as Payload names columns. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
