import type { App } from '@/hooks'
import type { Outcome } from '../contract'
import { ledgerOf } from './ledgerOf'

/** The ledger's account of a person. */
export const memberAccount = (person: string): string => `member:${person}`

/** The person behind a member's account, or null for a pool or an escrow. */
export const personOfAccount = (account: string): string | null =>
  account.startsWith('member:') ? account.slice('member:'.length) : null

/** Opens a person's account; open already is well. */
export const openMemberAccount = (app: App, person: string): Promise<Outcome> =>
  ledgerOf(app).openAccount({
    actor: 'system',
    key: `member:${person}`,
    account: memberAccount(person),
    ref: person,
  })
