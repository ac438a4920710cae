import type { Payload } from 'payload'
import { newId } from '@/core/ids'
import { LEASES } from '@/hooks/runtime/collections'

/**
 * The key of the lease that a restore holds from before its first change until all is verified. It is not renewed and
 * does not end by itself: a database that has it is not whole.
 */
export const MARK = 'restore'

type Lease = { id: string; key: string; holder: string; until: string }

const ofMark = { collection: LEASES, where: { key: { equals: MARK } } } as const

/** Says that a restore of this file has begun. */
export async function mark(payload: Payload, file: string, now: Date): Promise<void> {
  if (await restoreUnderWay(payload)) return
  const at = now.toISOString()
  await payload.db.create({
    collection: LEASES,
    data: { id: newId(), key: MARK, holder: file, until: at, rev: 1, createdAt: at, updatedAt: at },
  })
}

export const unmark = (payload: Payload): Promise<unknown> => payload.db.deleteOne(ofMark)

/** The file whose restoring was begun and not ended; undefined for a database that is whole. */
export async function restoreUnderWay(payload: Payload): Promise<string | undefined> {
  return (await payload.db.findOne<Lease>(ofMark))?.holder
}

/** Whoever holds a lease that has not ended: a program is running on this database. */
export async function holderAtWork(payload: Payload, now: Date): Promise<string | undefined> {
  const { docs } = await payload.db.find<Lease>({
    collection: LEASES,
    where: { and: [{ key: { not_equals: MARK } }, { until: { greater_than: now.toISOString() } }] },
    limit: 1,
    pagination: false,
  })
  return docs[0]?.holder
}
