import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@/core/result'
import { imageKind } from '../domain/imageKind'
import { prepareImage } from './prepareImage'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a8451f' } })

describe('prepareImage', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('takes %s and gives WebP', async (format) => {
    const image = unwrap(await prepareImage(await plain(64, 32).toFormat(format).toBuffer()))
    expect(image).toMatchObject({ width: 64, height: 32, type: 'image/webp' })
    expect(imageKind(image.data)).toBe('image/webp')
  })

  it('turns the picture upright and keeps no metadata', async () => {
    const exif = { IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitudeRef: 'N' } }
    const given = await plain(64, 32).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer()
    expect(given.includes('secret')).toBe(true)
    const image = unwrap(await prepareImage(given))
    expect(image).toMatchObject({ width: 32, height: 64 })
    const kept = await sharp(image.data).metadata()
    expect([kept.exif, kept.xmp, kept.icc, kept.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('makes large pictures smaller', async () => {
    expect(unwrap(await prepareImage(await plain(4_000, 1_000).jpeg().toBuffer()))).toMatchObject({
      width: 1_920,
      height: 480,
    })
  })

  it('refuses a bomb: a small file of many pixels', async () => {
    const bomb = await plain(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await prepareImage(bomb)).toMatchObject({ ok: false, reason: 'media.too-large' })
  })

  it('refuses what is no picture of ours, whatever it is called', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    const gif = await plain(8, 8).gif().toBuffer()
    const tiff = await plain(8, 8).tiff().toBuffer()
    for (const data of [
      Buffer.from(svg),
      Buffer.from('%PDF-1.7'),
      Buffer.from(''),
      Buffer.from('<!doctype html>'),
      gif,
      tiff,
    ])
      expect(await prepareImage(data)).toMatchObject({ ok: false, reason: 'media.not-an-image' })
    expect(await prepareImage(Buffer.alloc(8 * 1024 * 1024 + 1))).toMatchObject({ reason: 'media.too-heavy' })
  })

  it('refuses a damaged picture and goes on with the next', async () => {
    const whole = await plain(200, 200).png().toBuffer()
    const [cut, fine] = await Promise.all([
      prepareImage(whole.subarray(0, whole.length / 2)),
      prepareImage(whole),
    ])
    expect(cut).toMatchObject({ ok: false, reason: 'media.broken' })
    expect(fine.ok).toBe(true)
  })
})
