import type { Where } from 'payload'
import type { App } from '@/hooks'
import { ACCOUNTS, type AccountProjection } from '../contract'
import { memberAccount } from './openMemberAccount'
import { projected } from './verifyLedger'

/** What a page shows of an account. `available` is what may still be spent. */
export type Balance = AccountProjection & { available: number }

const shown = (row: AccountProjection): Balance => ({
  ...projected(row),
  available: row.balance - row.heldOut - row.min,
})

/** An account as pages show it, from the projection; null when it is not open. Never decide on it. */
export async function readBalance(app: App, account: string): Promise<Balance | null> {
  const row = await app.payload.db.findOne<AccountProjection & { id: string }>({
    collection: ACCOUNTS,
    where: { key: { equals: account } },
  })
  return row ? shown(row) : null
}

/** A person's balance. */
export const readBalanceOf = (app: App, person: string): Promise<Balance | null> =>
  readBalance(app, memberAccount(person))

export async function findBalances(app: App, where: Where, sort: string, limit: number): Promise<Balance[]> {
  const { docs } = await app.payload.db.find<AccountProjection & { id: string }>({
    collection: ACCOUNTS,
    where,
    sort,
    limit,
    pagination: false,
  })
  return docs.map(shown)
}
