import { HOUR } from '@/core/clock'
import { idFloor } from '@/core/ids'
import type { App } from '@/hooks'
import { ledgerStoreOf, projectorOf } from './ledgerOf'

const PAGE = 1_000
/** Rows may land a little after others with later ids; what was looked at lately is looked at again. */
const OVERLAP = HOUR
const reached = new WeakMap<App, string>()

/**
 * Projects again every account with entries since the last run of this process (the first run looks back a
 * day), so that balances shown are right soon after a crash. Returns how many accounts were looked at.
 */
export async function repairProjection(app: App, since?: string): Promise<number> {
  const now = app.clock.now()
  const from = since ?? reached.get(app) ?? idFloor(new Date(now.getTime() - 24 * HOUR))
  const accounts = await touchedSince(app, from)
  projectorOf(app).touch([...accounts])
  await projectorOf(app).flush()
  reached.set(app, idFloor(new Date(now.getTime() - OVERLAP)))
  return accounts.size
}

/** Projects every account there is: for commands. */
export const rebuildProjection = (app: App): Promise<number> => repairProjection(app, '')

async function touchedSince(app: App, from: string): Promise<Set<string>> {
  const store = ledgerStoreOf(app)
  const accounts = new Set<string>()
  for (let after = from; ; ) {
    const rows = await store.page({ after, limit: PAGE })
    for (const row of rows) accounts.add(row.debit).add(row.credit)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return accounts
    after = last.id
  }
}
