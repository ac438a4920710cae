import sharp from 'sharp'
import { ok, type Result, refuse } from '@/core/result'
import { imageKind, MAX_FILE_BYTES, MAX_PIXELS } from '../domain/imageKind'

/** The longest side kept, in pixels. */
const LONGEST = 1_920

export type ImageReason = 'media.not-an-image' | 'media.too-heavy' | 'media.too-large' | 'media.broken'
export type PreparedImage = { data: Buffer; width: number; height: number; type: 'image/webp' }

/** Decoding takes memory in proportion to the pixels: one picture at a time, the others wait. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * What somebody sent → a picture of our own making: decoded, turned upright, at most 1,920 pixels wide or
 * high, written anew as WebP, so that nothing of the file itself (place, camera, hidden payloads) is kept.
 */
export function prepareImage(data: Buffer): Promise<Result<PreparedImage, ImageReason>> {
  const mine = turn.then(() => prepare(data))
  turn = mine.catch(() => undefined)
  return mine
}

async function prepare(data: Buffer): Promise<Result<PreparedImage, ImageReason>> {
  if (data.length > MAX_FILE_BYTES) return refuse('media.too-heavy')
  if (imageKind(data) === null) return refuse('media.not-an-image')
  try {
    const image = sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
    const { width, height } = await image.metadata()
    if (width * height > MAX_PIXELS) return refuse('media.too-large')
    const made = await image
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true })
    return ok({ data: made.data, width: made.info.width, height: made.info.height, type: 'image/webp' })
  } catch (error) {
    // The decoder's way of saying that the file is cut, damaged, or holds more pixels than allowed.
    return refuse(/pixel limit/i.test(String(error)) ? 'media.too-large' : 'media.broken')
  }
}
