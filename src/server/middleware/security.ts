import type { RequestHandler } from 'express'
import helmet from 'helmet'

const STRICT = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
}

/** Payload's admin renders inline styles and scripts of Next; nothing from elsewhere all the same. */
const ADMIN = {
  ...STRICT,
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-inline'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  frameSrc: ["'self'"],
  frameAncestors: ["'self'"],
}

/** Response headers: a strict policy everywhere, the admin's looser one on /admin alone. */
export function security({ https, development }: { https: boolean; development: boolean }): RequestHandler {
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
  const strict = with_(STRICT)
  const admin = with_(
    development
      ? { ...ADMIN, scriptSrc: [...ADMIN.scriptSrc, "'unsafe-eval'"], connectSrc: ["'self'", 'ws:'] }
      : ADMIN,
  )
  return (req, res, next) => (/^\/admin(\/|$)/.test(req.path) ? admin : strict)(req, res, next)
}
