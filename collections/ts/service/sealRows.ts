import { idFloor, newId } from '@/core/ids'
import type { Row, Seal } from '../contract'
import { lateOf } from '../domain/lateOf'
import type { LedgerStore } from '../store/port'
import { NO_HASH, printOf, rowHash, sealHash } from './digest'
import { findLate } from './findLate'
import { writeCheckpoints } from './writeCheckpoints'

export type SealOptions = {
  /** Rows younger than this are left alone: their neighbours may still be on their way. Default 2 min, in ms. */
  readonly lag?: number
  /** How far back rows that landed late are looked for. Default 30 min, in ms. */
  readonly lookBack?: number
  /** Rows a seal, at most. Default 1,000. */
  readonly batch?: number
  /** Rows after which an account gets a checkpoint. Default 64. */
  readonly checkpointEvery?: number
  readonly newId?: () => string
}

/**
 * Seals the next batch of rows, if there is one, and writes the checkpoints it calls for. To be called under
 * a lease; two at once do no harm (the seq is unique), the second just finds its seal taken.
 * @returns the seal, or null when there was nothing to seal; call again until null.
 */
export async function sealRows(
  store: LedgerStore,
  now: Date,
  options: SealOptions = {},
): Promise<Seal | null> {
  const { lag = 120_000, lookBack = 1_800_000, batch = 1_000, checkpointEvery = 64 } = options
  const makeId = options.newId ?? newId
  const last = await store.lastSeal()
  // A crash may have come between the last seal and its checkpoints. Those that late rows call for must come
  // before the next: it would be reckoned from one that misses them.
  if (last && lateOf(last).length > 0) await writeCheckpoints(store, last, checkpointEvery, makeId)
  const from = last?.to ?? ''
  const before = idFloor(new Date(now.getTime() - lag))
  const rows = await store.page({ after: from, before, limit: batch })
  // While catching up, looking back at each step would read the same rows again and again: once at the end.
  const caughtUp = rows.length < batch
  const floor = idFloor(new Date(now.getTime() - lag - lookBack))
  const late = last && caughtUp ? await findLate(store, last, floor) : []
  if (rows.length === 0 && late.length === 0) {
    if (last) await writeCheckpoints(store, last, checkpointEvery, makeId)
    return null
  }
  const seal = makeSeal(makeId(), last, rows, late, now)
  if (!(await store.insertSeal(seal))) return null
  await writeCheckpoints(store, seal, checkpointEvery, makeId, [...rows, ...late])
  return seal
}

function makeSeal(
  id: string,
  last: Seal | null,
  rows: readonly Row[],
  late: readonly Row[],
  now: Date,
): Seal {
  const hashes = rows.map(rowHash)
  const from = last?.to ?? ''
  const link = {
    seq: (last?.seq ?? 0) + 1,
    from,
    to: rows.at(-1)?.id ?? from,
    prevHash: last?.hash ?? NO_HASH,
    late: JSON.stringify(late.map((row) => row.id)),
  }
  return {
    ...link,
    id,
    count: rows.length + late.length,
    hash: sealHash(link, [...hashes, ...late.map(rowHash)]),
    prints: hashes.map(printOf).join(''),
    at: now.toISOString(),
  }
}
