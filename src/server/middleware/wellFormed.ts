import type { RequestHandler } from 'express'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Turns away what no browser asks: a method nobody serves (405), an address that can't be read (404). Whatever comes
 * later may then decode the path and make a URL of it without failing.
 */
export const wellFormed =
  (publicUrl: string, refuse: RequestHandler): RequestHandler =>
  (req, res, next) => {
    if (!METHODS.has(req.method)) {
      res
        .status(405)
        .set('Allow', [...METHODS].join(', '))
        .end()
      return
    }
    return isReadable(req.originalUrl, req.path, publicUrl) ? next() : refuse(req, res, next)
  }

function isReadable(address: string, path: string, publicUrl: string): boolean {
  if (!URL.canParse(address, publicUrl)) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    // The only way to learn that a percent sign begins nothing.
    return false
  }
}
