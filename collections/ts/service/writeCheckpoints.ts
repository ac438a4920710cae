import type { Row, Seal } from '../contract'
import { isAccountKey } from '../domain/accountKeys'
import { lateOf } from '../domain/lateOf'
import type { LedgerStore } from '../store/port'
import { readTail } from './readState'

/**
 * The checkpoints a seal calls for: an account with many rows since its last one, or one whose last one
 * misses rows that landed late. They are written after the seal: what lands later in their range is then
 * late, and supersedes them. Doing it again changes nothing.
 */
export async function writeCheckpoints(
  store: LedgerStore,
  seal: Seal,
  every: number,
  newId: () => string,
  sealed?: readonly Row[],
): Promise<void> {
  const late = new Set(lateOf(seal))
  const rows = sealed ?? (await rowsOf(store, seal))
  const touched = new Map<string, { late: boolean }>()
  for (const row of rows) {
    for (const account of [row.debit, row.credit]) {
      if (!isAccountKey(account)) continue
      touched.set(account, { late: late.has(row.id) || touched.get(account)?.late === true })
    }
  }
  for (const [account, { late: whole }] of touched) {
    const last = await store.lastCheckpoint(account)
    if (last && last.seq >= seal.seq) continue
    if (whole && !last) continue
    const { state, read } = await readTail(store, account, { whole, upTo: seal.to })
    if (!whole && read < every) continue
    const { key: _, ...figures } = state
    await store.insertCheckpoint({
      ...figures,
      id: newId(),
      key: `${account}@${seal.seq}`,
      account,
      seq: seal.seq,
      upTo: seal.to,
    })
  }
}

/** Rows of a seal made earlier; its late rows lie before its range. */
async function rowsOf(store: LedgerStore, seal: Seal): Promise<Row[]> {
  const late = lateOf(seal)
  const rows = await store.page({ after: seal.from, upTo: seal.to, limit: seal.count + 1_000 })
  for (const id of late) rows.push(...(await store.page({ upTo: id, newestFirst: true, limit: 1 })))
  return rows
}
