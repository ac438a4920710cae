import { ok, type Result, refuse } from '@/core/result'
import { MAX_LIMIT } from './account'
import { isAccountKey, isPool } from './accountKeys'
import { type Asked, MAX_AMOUNT, type Movement } from './ask'
import { isActor, isClientKey, isCode } from './keys'
import type { InputReason } from './reasons'

type Checked = Result<null, InputReason>
const FINE: Checked = ok(null)

export function checkAsked(ask: Asked): Checked {
  if (!isActor(ask.actor)) return refuse('actor.invalid')
  return isClientKey(ask.key) ? FINE : refuse('key.invalid')
}

/** Whole TS from 1 to MAX_AMOUNT; -0, fractions, NaN, texts are none. */
export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= MAX_AMOUNT

export function checkMovement(move: Movement): Checked {
  if (!isAmount(move.amount)) return refuse('amount.invalid')
  if (!isAccountKey(move.debit) || !isAccountKey(move.credit)) return refuse('account.invalid')
  return move.debit === move.credit ? refuse('account.same') : FINE
}

/** Codes, references and keys of notes; absent ones are fine. */
export const checkCodes = (...codes: readonly (string | null | undefined)[]): Checked =>
  codes.every((code) => code === undefined || code === null || isCode(code)) ? FINE : refuse('code.invalid')

const isLimit = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_LIMIT

export function checkLimits(min: number, max: number | null): Checked {
  if (!isLimit(min) || (max !== null && !isLimit(max))) return refuse('limits.invalid')
  return max !== null && max < min ? refuse('limits.invalid') : FINE
}

export function checkOwnAccount(account: string): Checked {
  if (!isAccountKey(account)) return refuse('account.invalid')
  return isPool(account) ? refuse('account.is-pool') : FINE
}

/** The deadline as an ISO text; it must be a valid instant. */
export function deadlineOf(value: string | Date): Result<string, InputReason> {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? refuse('expiry.invalid') : ok(at.toISOString())
}

/** The first refusal, or fine. */
export function checkAll(...checks: readonly Checked[]): Checked {
  return checks.find((check) => !check.ok) ?? FINE
}
