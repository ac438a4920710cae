import type { RequestHandler } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses unsafe requests that another site made a browser send (cross-site request forgery): the Origin header
 * must be ours; where it is absent, Sec-Fetch-Site must not say otherwise. Programs without a browser send neither
 * and carry no cookie by themselves. `exempt` are doors with a proof of their own (webhooks).
 */
export const sameOrigin =
  (publicUrl: string, refuse: RequestHandler, exempt: readonly string[] = ['/webhooks/']): RequestHandler =>
  (req, res, next) => {
    if (SAFE.has(req.method) || exempt.some((path) => req.path.startsWith(path))) return next()
    const origin = req.get('origin')
    const site = req.get('sec-fetch-site')
    const ours = origin
      ? sameSite(origin, publicUrl, req.get('host'))
      : site === undefined || site === 'same-origin' || site === 'none'
    if (ours) return next()
    return refuse(req, res, next)
  }

/** The public address, or (on loopback, where people use either name) the very host that was asked. */
function sameSite(origin: string, publicUrl: string, host: string | undefined): boolean {
  if (origin === publicUrl) return true
  const { hostname } = new URL(publicUrl)
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && origin === `http://${host}`
}
