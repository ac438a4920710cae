import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Metrics } from './createMetrics'

/** `/metrics`, for who bears the token; to anybody else there is no such page. */
export const metricsDoor =
  (token: string, { registry }: Metrics): RequestHandler =>
  async (req, res, next) => {
    if (req.path !== '/metrics' || req.method !== 'GET' || !bears(req.get('authorization'), token))
      return next()
    // Told apart in the figures of requests.
    req.baseUrl = '/metrics'
    res
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  }

/** Compared in constant time, whatever its length: hashes are of one size. */
function bears(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? ''
  return timingSafeEqual(hash(given), hash(token))
}

const hash = (text: string) => createHash('sha256').update(text).digest()
