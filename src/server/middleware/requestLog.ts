import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Incoming } from '@/web/context'

const ID = /^[\w-]{8,64}$/

/**
 * Gives each request an id (taken from a proxy's header when it is one) and logs its end: method, route, status,
 * time. No address, no query, no cookie: nothing personal.
 */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, res, next) => {
    const req = request as unknown as Incoming
    const given = req.get('x-request-id')
    req.id = given && ID.test(given) ? given : randomUUID()
    res.set('X-Request-Id', req.id)
    const started = performance.now()
    res.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? request.baseUrl
      const ms = Math.round((performance.now() - started) * 10) / 10
      const line = { request: req.id, method: req.method, route, status: res.statusCode, ms }
      if (res.statusCode >= 500) log.error(line, 'request failed')
      else log.debug(line, 'request')
    })
    next()
  }
