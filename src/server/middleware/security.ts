import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const STRICT = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  // Staff looks at the counter as other sites frame it.
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
}

/**
 * Payload's admin writes inline styles and shows uploads before they are sent; nothing comes from elsewhere. Its
 * inline scripts bear the nonce of the answer, which Next takes from the policy it finds in the request.
 */
const ADMIN = {
  ...STRICT,
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
}

/** Next's dev server evaluates what it reloads and speaks over a web socket. */
const ADMIN_DEVELOPMENT = {
  ...ADMIN,
  scriptSrc: ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
  connectSrc: ["'self'", 'ws:'],
}

/** Response headers: a strict policy everywhere, the admin's looser one on /admin alone. */
export function security({
  https,
  development,
  elsewhere,
}: {
  https: boolean
  development: boolean
  /** Origins of other sites that forms may lead to: a browser follows their redirects only there. */
  elsewhere: readonly string[]
}): RequestHandler {
  const with_ = (directives: Record<string, string[]>) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: https ? { ...directives, upgradeInsecureRequests: [] } : directives,
      },
      strictTransportSecurity: https ? { maxAge: 15_552_000 } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      xFrameOptions: false,
    })
  const strict = with_({ ...STRICT, formAction: [...STRICT.formAction, ...elsewhere] })
  const reloading = with_(ADMIN_DEVELOPMENT)
  return (req, res, next) => {
    // Next would take a nonce from whoever asks.
    delete req.headers['content-security-policy']
    delete req.headers['content-security-policy-report-only']
    if (!/^\/admin(\/|$)/.test(req.path)) return strict(req, res, next)
    if (development) return reloading(req, res, next)
    const nonce = `'nonce-${randomBytes(16).toString('base64')}'`
    req.headers['content-security-policy'] = `script-src ${nonce}`
    return with_({ ...ADMIN, scriptSrc: ["'self'", nonce] })(req, res, next)
  }
}
