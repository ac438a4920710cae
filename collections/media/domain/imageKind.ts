/** The largest file taken, in bytes, and the largest picture, in pixels: a small file may hold a huge one. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024
export const MAX_PIXELS = 40_000_000

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/**
 * What a file is by its first bytes, whatever its name and its sender say; null for all but our four kinds.
 * Asked before any decoder is: sharp would also open SVG, PDF and TIFF, which are far larger doors.
 */
export function imageKind(data: Uint8Array): ImageType | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...data.subarray(from, to))
  if (data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff) return 'image/jpeg'
  if (data[0] === 0x89 && ascii(1, 8) === 'PNG\r\n\x1a\n') return 'image/png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp'
  if (ascii(4, 8) === 'ftyp' && /avif|avis/.test(ascii(8, 40))) return 'image/avif'
  return null
}
