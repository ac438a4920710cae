import type { AccountProjection, AccountState } from './account'
import { slotNumber } from './keys'
import type { Row } from './row'

/** An account before its first row. */
export const noAccount = (key: string): AccountState => ({
  key,
  opened: false,
  balance: 0,
  heldOut: 0,
  heldIn: 0,
  debits: 0,
  credits: 0,
  min: 0,
  max: null,
  limitAt: 0,
  closed: false,
  rows: 0,
})

/**
 * Adds one row to an account's state. The order of rows does not matter (sums, counts, and the limits of
 * the highest slot), as rows may land in another order than their ids. Each row must be added once.
 */
export function addRow(state: AccountState, row: Row): AccountState {
  if (row.kind === 'refused') return state
  const next = { ...state, rows: state.rows + 1 }
  const account = state.key
  if (row.kind === 'open') {
    next.opened = true
    if (state.limitAt === 0) {
      next.min = row.min ?? 0
      next.max = row.max
    }
    return next
  }
  if (row.debit === account) {
    const slot = slotNumber(row.debitSlot, account, 'd')
    if (slot !== null) next.debits += 1
    if (row.kind === 'transfer' || row.kind === 'post') next.balance -= row.amount
    if (row.kind === 'hold') next.heldOut += row.amount
    if (row.kind === 'post' || row.kind === 'void') next.heldOut -= row.amount
    if (row.kind === 'close') next.closed = true
    if (row.kind === 'limit' && slot !== null && slot > state.limitAt) {
      next.limitAt = slot
      next.min = row.min ?? 0
      next.max = row.max
    }
  }
  if (row.credit === account) {
    if (slotNumber(row.creditSlot, account, 'c') !== null) next.credits += 1
    if (row.kind === 'transfer' || row.kind === 'post') next.balance += row.amount
    if (row.kind === 'hold') next.heldIn += row.amount
    if (row.kind === 'post' || row.kind === 'void') next.heldIn -= row.amount
  }
  return next
}

export const available = (state: AccountState): number => state.balance - state.heldOut

/** What may still be credited; Infinity without an upper limit. */
export const room = (state: AccountState): number =>
  state.max === null ? Number.POSITIVE_INFINITY : state.max - state.balance - state.heldIn

export const projectionOf = (state: AccountState): AccountProjection => ({
  key: state.key,
  balance: state.balance,
  heldOut: state.heldOut,
  heldIn: state.heldIn,
  debits: state.debits,
  credits: state.credits,
  rows: state.rows,
  closed: state.closed,
  min: state.min,
  max: state.max,
})
