import { ok, type Refusal, type Result, refuse } from '@/core/result'
import type { AccountState } from './account'
import { isPool } from './accountKeys'
import type { DecidedReason } from './reasons'
import { available, room } from './state'

/**
 * The rules of the ledger, on states of accounts. A yes from a state that misses rows is still right once
 * the slots are taken: no debit was missed on the debited side, no credit on the credited side, and what
 * else may be missing (credits for a debit, debits for a credit, releases) could only have allowed more.
 * A no from such a state proves nothing.
 */
export function mayDebit(state: AccountState, amount: number): Result<null, DecidedReason> {
  if (isPool(state.key)) return ok(null)
  if (state.closed) return refuse('account.closed')
  const free = available(state)
  return free - amount >= state.min ? ok(null) : notEnough(free - state.min, amount)
}

export function mayCredit(state: AccountState, amount: number): Result<null, DecidedReason> {
  if (isPool(state.key)) return ok(null)
  if (state.closed) return refuse('account.closed')
  const free = room(state)
  return amount <= free ? ok(null) : overLimit(free, amount)
}

export function mayMove(from: AccountState, to: AccountState, amount: number): Result<null, DecidedReason> {
  const debit = mayDebit(from, amount)
  return debit.ok ? mayCredit(to, amount) : debit
}

export function mayClose(state: AccountState): Result<null, DecidedReason> {
  if (state.closed) return refuse('account.closed')
  const empty = state.balance === 0 && state.heldOut === 0 && state.heldIn === 0
  return empty ? ok(null) : refuse('account.not-empty')
}

/** New limits may lie on the wrong side of the balance: they bind from the next movement on. */
export const mayLimit = (state: AccountState): Result<null, DecidedReason> =>
  state.closed ? refuse('account.closed') : ok(null)

/** @param free TS that could be spent down to the lower limit */
const notEnough = (free: number, amount: number): Refusal<DecidedReason> =>
  refuse('not-enough', { available: free, amount })
const overLimit = (free: number, amount: number): Refusal<DecidedReason> =>
  refuse('over-limit', { room: free, amount })

/** The figure of a refusal, to be stored with it. */
export const figureOf = (refusal: Refusal<DecidedReason>): number | null => {
  const figure = refusal.detail?.available ?? refusal.detail?.room
  return typeof figure === 'number' ? figure : null
}

/** A refusal as it was said the first time, from what was stored of it. */
export function retold(reason: DecidedReason, seen: number | null, amount: number): Refusal<DecidedReason> {
  if (reason === 'not-enough' && seen !== null) return notEnough(seen, amount)
  if (reason === 'over-limit' && seen !== null) return overLimit(seen, amount)
  return refuse(reason)
}
