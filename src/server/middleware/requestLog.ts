import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { measure, traced } from '@/hooks'
import { type Incoming, requestIdOf } from '@/web/context'

/**
 * Gives each request an id (taken from a proxy's header when it is one) and logs its end: method, route, status,
 * time. No address, no query, no cookie: nothing personal. Whatever is done in its course bears the same id.
 */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, res, next) => {
    const req = request as unknown as Incoming
    req.id = requestIdOf(request)
    res.set('X-Request-Id', req.id)
    const started = performance.now()
    res.on('finish', () => {
      const route = routeOf(request)
      const ms = Math.round((performance.now() - started) * 10) / 10
      measure('request', { method: req.method, route, status: res.statusCode, ms })
      const line = { request: req.id, method: req.method, route, status: res.statusCode, ms }
      if (res.statusCode >= 500) log.error(line, 'request failed')
      else log.debug(line, 'request')
    })
    traced({ request: req.id }, next)
  }

/** The template, never the address: `/annuaire/:slug`; where a part of the program took it, that part's path. */
function routeOf(request: Request): string {
  const path = (request.route as { path?: string | string[] } | undefined)?.path
  const template = Array.isArray(path) ? path[0] : path
  return template !== undefined ? request.baseUrl + template : request.baseUrl || 'none'
}
