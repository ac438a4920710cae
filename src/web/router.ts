import { type RequestHandler, type Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { type Reply, type Route, saidBy } from '@/hooks'
import { createContext, type Incoming, langOf } from './context'
import { setFlash } from './cookies'
import { FLASH_COOKIE, openFlash } from './flash'
import { FormError } from './forms'
import { webTexts } from './i18n'
import type { WebOptions } from './options'
import { RateLimits } from './rateLimits'
import { type Said, sendCached, sendReply } from './sendReply'

/** Mounts what modules offer: who may ask, how often, and what is kept; what a route says goes out by sendReply. */
export function createRouter(
  modules: readonly { id: string; routes?: Route[] }[],
  options: WebOptions,
): Router {
  const router = Router({ caseSensitive: true, strict: false })
  for (const { id, routes } of modules) for (const route of routes ?? []) mount(router, id, route, options)
  return router
}

function mount(router: Router, module: string, route: Route, options: WebOptions): void {
  // What is off is as if it were not there: whatever else has that address may answer.
  const onlyOn: RequestHandler = (_req, _res, next) => next(options.app.isOn(module) ? undefined : 'route')
  if (route.get) {
    const limits = route.limitReads ? [limiter(`GET ${route.path}`, route.limitReads, options)] : []
    router.get(route.path, onlyOn, ...limits, handle(module, route, 'get', options))
  }
  if (route.post) {
    const limits = route.limit ? [limiter(route.path, route.limit, options)] : []
    router.post(route.path, onlyOn, ...limits, handle(module, route, 'post', options))
  }
}

/** Nobody waits longer for a page; what it may still write, it writes. */
const PAGE_TIMEOUT_MS = 60_000

function limiter(
  /** What is counted apart from all else. */
  path: string,
  { max, windowMs }: { max: number; windowMs: number },
  { app, renderer, secret }: WebOptions,
): RequestHandler {
  return rateLimit({
    limit: max,
    windowMs,
    store: new RateLimits(app, secret, path),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: async (req, res) => {
      await renderer.sendProblem(req as unknown as Incoming, res, 'tooMany')
    },
  })
}

function handle(module: string, route: Route, method: 'get' | 'post', options: WebOptions): RequestHandler {
  const { app, renderer, cache, answers, secret } = options
  const handler = method === 'get' ? route.get : route.post
  return async (request, res) => {
    const req = request as unknown as Incoming
    const name = `${req.method} ${route.path}`
    const flash = openFlash(req.cookies[FLASH_COOKIE], secret)
    const cacheable = method === 'get' && route.cache && req.who === null && !flash
    // A page rendered before a plugin was turned on or off is not found any more.
    const key = cacheable ? `${app.turn} ${langOf(req)} ${req.originalUrl}` : ''
    const hit = key ? cache.get(key) : undefined
    if (hit) return sendCached(req, res, hit)
    // A rule that throws opens nothing.
    const may = saidBy(app, { module, kind: 'route', name }, () => route.access(req.who), false)
    if (!may) return refuseEntry(req, res, options)
    const since = { pages: cache.stamp(), answers: answers.stamp() }
    const work = async (): Promise<Said> => {
      try {
        const reply: Reply = handler ? await handler(createContext(app, req)) : { type: 'not-found' }
        return reply.type === 'page' ? { reply, html: await renderer.page(req, reply, flash) } : { reply }
      } catch (error) {
        if (!(error instanceof FormError)) throw error
        return { reply: { type: 'form-problem', status: error.status } }
      }
    }
    const said = await app.attempt({
      module,
      kind: 'route',
      name,
      timeoutMs: PAGE_TIMEOUT_MS,
      run: work,
      otherwise: (): Said => ({ reply: { type: 'failed' } }),
    })
    return sendReply({ req, res, module, route, flash, key, since }, said, options)
  }
}

/** Anonymous people are led to sign in and back; others are told that the page is not theirs. */
async function refuseEntry(req: Incoming, res: Response, options: WebOptions): Promise<void> {
  if (req.who) return options.renderer.sendProblem(req, res, 'forbidden')
  setFlash(res, { kind: 'info', text: webTexts(langOf(req)).signInFirst }, options)
  const back = req.method === 'GET' ? `?suite=${encodeURIComponent(req.originalUrl)}` : ''
  res.set('Cache-Control', 'no-store').redirect(303, `/connexion${back}`)
}
