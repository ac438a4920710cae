import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'

/** Below this, headers are most of what travels. */
const WORTH_COMPRESSING = 1_000
const COMPRESSIBLE = /^text\/|[/+](json|xml|javascript)\b|^image\/svg/

/**
 * Ends a request with a body that is whole in memory, compressed as the browser likes it best. In one go: the
 * streams of a compressing middleware cost two to three times as much and keep megabytes each.
 * Content type, status and caching are the caller's.
 */
export function sendBody(req: Request, res: Response, body: string | Buffer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  res.vary('Accept-Encoding')
  const worth = bytes.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(String(res.get('Content-Type') ?? ''))
  const encoding = worth ? encodingOf(req) : null
  const sent = encoding ? compressed(bytes, encoding, bytes === body) : bytes
  if (encoding) res.set('Content-Encoding', encoding)
  res.set('Content-Length', String(sent.length)).end(sent)
}

/** The same for a body that may be kept and asked for again: unchanged, it is not sent twice. */
export function sendRevalidated(req: Request, res: Response, body: string | Buffer): void {
  if (!res.get('ETag'))
    res.set('ETag', `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`)
  if (req.fresh) {
    res.vary('Accept-Encoding').removeHeader('Content-Type')
    res.status(304).end()
  } else sendBody(req, res, body)
}

/** Browsers list `gzip, deflate, br` with equal weight, and asked for the first they like they would say gzip. */
export const encodingOf = (req: Request): 'br' | 'gzip' | null =>
  req.acceptsEncodings('br') ? 'br' : req.acceptsEncodings('gzip') ? 'gzip' : null

const kept = { br: new WeakMap<Buffer, Buffer>(), gzip: new WeakMap<Buffer, Buffer>() }

/** A buffer of the caller's may come again: what was made of it lives as long as it does. */
function compressed(bytes: Buffer, encoding: 'br' | 'gzip', mayComeAgain: boolean): Buffer {
  if (!mayComeAgain) return compress(bytes, encoding)
  const made = kept[encoding].get(bytes) ?? compress(bytes, encoding)
  kept[encoding].set(bytes, made)
  return made
}

/** Brotli's 4 is as quick as gzip's 6 and smaller; beyond it, time grows faster than size shrinks. */
function compress(bytes: Buffer, encoding: 'br' | 'gzip'): Buffer {
  if (encoding === 'gzip') return gzipSync(bytes)
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
