/**
 * The keys of rows. `#` is not allowed in what callers give, so that what the ledger derives (`<batch>#0`,
 * `batch:<batch>#post:0`) can never meet a caller's key, and actors are never called batch, open, reverse.
 */
const ACTOR = /^(?!(batch|open|reverse)(:|$))[a-z][a-z-]{0,30}(:[A-Za-z0-9._@-]{1,100})?$/
const CLIENT_KEY = /^[A-Za-z0-9._:@/+=-]{1,200}$/
const CODE = /^[A-Za-z0-9._:@/+=-]{1,100}$/

export const isActor = (value: unknown): value is string => typeof value === 'string' && ACTOR.test(value)

export const isClientKey = (value: unknown): value is string =>
  typeof value === 'string' && CLIENT_KEY.test(value)

/** Codes, references and keys of notes: short and without spaces, so that free text cannot slip in. */
export const isCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value)

export const fullKey = (actor: string, verb: string, key: string): string => `${actor}:${verb}:${key}`

/** What stands in a unique field that says nothing. */
export const unused = (key: string): string => `-:${key}`

export const debitSlot = (account: string, n: number): string => `${account}:d:${n}`
export const creditSlot = (account: string, n: number): string => `${account}:c:${n}`

/** The number of a slot of this account, or null for an unused one. */
export function slotNumber(slot: string, account: string, side: 'd' | 'c'): number | null {
  const prefix = `${account}:${side}:`
  if (!slot.startsWith(prefix)) return null
  const n = Number(slot.slice(prefix.length))
  return Number.isSafeInteger(n) && n > 0 ? n : null
}

export const legKey = (batch: string, leg: number): string => `${batch}#${leg}`
export const legSettlingKey = (batch: string, kind: 'post' | 'void', leg: number): string =>
  `batch:${batch}#${kind}:${leg}`

/** A group's decision is on no account: it must not be in any account's tail. */
export const batchAccount = (batch: string): string => `batch:${batch}`

export const settlesBatch = (batch: string): string => `batch:${batch}`
export const settlesOpening = (account: string): string => `open:${account}`
export const settlesReversal = (original: string): string => `reverse:${original}`

export const expiryKey = (holdKey: string): string => `system:expire:${holdKey}`
