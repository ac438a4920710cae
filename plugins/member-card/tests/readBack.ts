import jsQR from 'jsqr'
import sharp from 'sharp'

/** What a reader sees in a drawing: the SVG as pixels, the code in it as text; null when there is none. */
export async function readQr(svg: string): Promise<string | null> {
  const { data, info } = await sharp(Buffer.from(svg), { density: 200 })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}

/**
 * The black rectangles of an uncompressed PDF drawn anew as an SVG: what its code is made of. The code is the one path
 * of many rectangles that is filled at once.
 */
export function rectanglesOf(pdf: Buffer): string {
  const page = pdf.toString('latin1')
  const runs = page.match(/(?:-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+ re\s+){50,}/)?.[0] ?? ''
  const rects = [...runs.matchAll(/(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re/g)].map((m) =>
    m.slice(1).map(Number),
  )
  const drawn = rects.map(([x, y, w, h]) => `<rect x="${x}" y="${y}" width="${w}" height="${h}"/>`)
  const xs = rects.flatMap(([x = 0, , w = 0]) => [x, x + w])
  const ys = rects.flatMap(([, y = 0, , h = 0]) => [y, y + h])
  const [x, y] = [Math.min(...xs) - 10, Math.min(...ys) - 10]
  const [width, height] = [Math.max(...xs) - x + 10, Math.max(...ys) - y + 10]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width * 3}" height="${height * 3}">${drawn.join('')}</svg>`
}
