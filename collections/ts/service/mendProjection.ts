import { isDeepStrictEqual } from 'node:util'
import type { Where } from 'payload'
import { type App, compareAndSet } from '@/hooks'
import { ACCOUNTS, type AccountProjection } from '../contract'
import { projectionOf } from '../domain/state'
import { ledgerStoreOf } from './ledgerOf'
import { readState } from './readState'
import { rebuildProjection } from './repairProjection'
import { projected } from './verifyLedger'

/**
 * Makes every balance shown again from the entries: those that are behind or not there, and those that are wrong
 * though as many entries are counted (somebody wrote in the table). May run beside members at work.
 */
export async function mendProjection(app: App): Promise<{ accounts: number; mended: number }> {
  const { docs } = await app.payload.db.find<AccountProjection & { id: string }>({
    collection: ACCOUNTS,
    where: {},
    pagination: false,
    limit: 0,
  })
  let mended = 0
  for (const row of docs) {
    const state = await readState(ledgerStoreOf(app), row.key)
    if (!state.opened) continue
    const right = projectionOf(state)
    if (isDeepStrictEqual(projected(row), projected(right))) continue
    // Only if nobody projected it since it was read.
    const seen: Where = { and: [{ key: { equals: row.key } }, { rows: { equals: row.rows } }] }
    if (await compareAndSet(app, ACCOUNTS, seen, right)) mended++
  }
  return { accounts: await rebuildProjection(app), mended }
}
