import { randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import type { UploadedFile } from '@/hooks/web'
import { type ImageReason, prepareImage } from './prepareImage'

type MediaRow = {
  id: string
  url?: string | null
  sizes?: Record<string, { url?: string | null } | undefined>
}

/**
 * Stores a person's photo and gives the address of its small square (160 pixels). The photo before it stays
 * until the next one comes, as the profile still shows it; older ones go.
 * Refusals: `media.not-an-image`, `media.too-heavy`, `media.too-large`, `media.broken`.
 */
export async function storePortrait(
  app: App,
  file: UploadedFile,
  owner: string,
): Promise<Result<{ id: string; url: string }, ImageReason>> {
  const image = await prepareImage(file.data)
  if (!image.ok) return image
  const made = (await app.payload.create({
    collection: 'media',
    // A person's own photo: members have no right on the collection, the caller checked whose profile it is.
    overrideAccess: true,
    depth: 0,
    locale: 'fr',
    data: { alt: 'Portrait', kind: 'portrait', visibility: 'public', owner },
    file: {
      data: image.value.data,
      mimetype: image.value.type,
      name: `${randomUUID()}.webp`,
      size: image.value.data.length,
    },
  })) as unknown as MediaRow
  await forgetPortraits(app, owner, 2)
  const url = made.sizes?.portraitSmall?.url ?? made.url
  return url ? ok({ id: made.id, url }) : refuse('media.broken')
}

/** Deletes a person's photos, files included, all but the `keep` latest. */
export async function forgetPortraits(app: App, owner: string, keep = 0): Promise<void> {
  const { docs } = await app.payload.db.find<{ id: string }>({
    collection: 'media',
    where: { and: [{ owner: { equals: owner } }, { kind: { equals: 'portrait' } }] },
    sort: '-id',
    limit: 100,
    pagination: false,
    select: { id: true },
  })
  const old = docs.slice(keep).map((doc) => doc.id)
  if (old.length === 0) return
  // On behalf of the person or of their erasure; nobody else's pictures match the query above.
  await app.payload.delete({
    collection: 'media',
    where: { id: { in: old } },
    overrideAccess: true,
    depth: 0,
  })
}
