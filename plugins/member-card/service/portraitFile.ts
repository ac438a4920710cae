import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { App } from '@/hooks'

/** Larger than it is printed: 18 mm at 300 dots an inch. */
const SIDE = 240

/**
 * A portrait as papers can hold it (JPEG), from the address a profile shows; null where there is none, or its file is
 * gone: the card then bears initials.
 */
export async function portraitFile(app: App, address: string | null): Promise<Buffer | null> {
  if (!address) return null
  const { upload } = app.payload.collections.media.config
  const name = basename(decodeURIComponent(address.split('?')[0] ?? ''))
  try {
    const file = await readFile(join(upload.staticDir ?? 'media', name))
    return await sharp(file)
      .resize(SIDE, SIDE, { fit: 'cover' })
      .flatten({ background: '#fff' })
      .jpeg()
      .toBuffer()
  } catch (err) {
    app.log.warn({ err }, 'a portrait could not be put on a card')
    return null
  }
}
