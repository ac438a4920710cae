import { ACCOUNT_KINDS, type AccountKind } from './account'

/** `pool:main`, `member:<personId>`, `escrow:<…>`. */
const ACCOUNT = new RegExp(`^(${ACCOUNT_KINDS.join('|')}):[A-Za-z0-9._:-]{1,100}$`)

export const isAccountKey = (value: unknown): value is string =>
  typeof value === 'string' && ACCOUNT.test(value)

export const kindOf = (account: string): AccountKind => account.slice(0, account.indexOf(':')) as AccountKind

/** Pools are unlimited and take no slots, so that grants to many members never wait for each other. */
export const isPool = (account: string): boolean => account.startsWith('pool:')
