import type { CollectionSlug } from 'payload'
import type { Lang } from '@/core/lang'
import { compareAndSet } from '@/hooks'
import type { World } from './world'

type Data = Record<string, unknown>

/** Writes a document in French, then its English. Returns its id. */
export async function createBilingual(
  { app }: World,
  collection: CollectionSlug,
  shared: Data,
  texts: Readonly<Record<Lang, Data>>,
): Promise<string> {
  const at = app.clock.now().toISOString()
  // Staff writes these in the admin; nobody is signed in while the demo is made.
  const asStaff = { collection, overrideAccess: true, depth: 0 } as const
  const data = { ...shared, ...texts.fr, createdAt: at, updatedAt: at }
  const { id } = await app.payload.create({ ...asStaff, locale: 'fr', data: data as never })
  await app.payload.update({ ...asStaff, id, locale: 'en', data: texts.en as never })
  // Payload dates a change by the machine's clock; a compare-and-set that changes nothing, by ours.
  await compareAndSet(app, collection, { id: { equals: id } }, {})
  return String(id)
}
