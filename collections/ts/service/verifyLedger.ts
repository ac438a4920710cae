import type { App } from '@/hooks'
import { ACCOUNTS, type AccountProjection } from '../contract'
import { ledgerStoreOf, projectorOf } from './ledgerOf'
import { type Verified, type VerifyOptions, verify } from './verify'

const PAGE = 1_000

/**
 * Replays the whole ledger: sums, limits, slots, settlements, seals, and the balances shown. For
 * `npm run ledger:verify`. What this process has not projected yet is projected first.
 */
export async function verifyLedger(
  app: App,
  options: Omit<VerifyOptions, 'now' | 'projection'> = {},
): Promise<Verified> {
  await projectorOf(app).flush()
  return verify(ledgerStoreOf(app), { ...options, now: app.clock.now(), projection: projections(app) })
}

async function* projections(app: App): AsyncGenerator<AccountProjection> {
  for (let after = ''; ; ) {
    const { docs } = await app.payload.db.find<AccountProjection & { id: string }>({
      collection: ACCOUNTS,
      where: { key: { greater_than: after } },
      sort: 'key',
      limit: PAGE,
      pagination: false,
    })
    for (const row of docs) yield projected(row)
    const last = docs.at(-1)
    if (!last || docs.length < PAGE) return
    after = last.key
  }
}

/** The columns of the projection, and nothing of what Payload adds. */
export const projected = (row: AccountProjection): AccountProjection => ({
  key: row.key,
  balance: row.balance,
  heldOut: row.heldOut,
  heldIn: row.heldIn,
  debits: row.debits,
  credits: row.credits,
  rows: row.rows,
  closed: Boolean(row.closed),
  min: row.min,
  max: row.max ?? null,
})
