import { serialize } from 'cookie'
import { type RequestHandler, type Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { anyone } from '@/core/access'
import type { App, Module, Reply, Route } from '@/hooks'
import type { Answers } from './answers'
import { createContext, type Incoming, langOf } from './context'
import { FLASH_COOKIE, openFlash, sealFlash } from './flash'
import { FormError } from './forms'
import { webTexts } from './i18n'
import type { PageCache } from './pageCache'
import { sendPieces } from './pieces'
import { RateLimits } from './rateLimits'
import type { Renderer } from './render'
import { encodingOf, sendBody, sendRevalidated } from './send'
import type { Streams } from './streams'

export type WebOptions = {
  app: App
  renderer: Renderer
  cache: PageCache
  streams: Streams
  answers: Answers
  secret: string
  /** Origins of other sites that our forms may lead to. */
  elsewhere: readonly string[]
  /** Cookies only over https. */
  secure: boolean
}

/** Mounts what modules offer. Everything a route says goes out through here: cache, flash, status, layout. */
export function createRouter(
  modules: readonly { id: string; routes?: Route[] }[],
  options: WebOptions,
): Router {
  const router = Router({ caseSensitive: true, strict: false })
  for (const { id, routes } of modules) for (const route of routes ?? []) mount(router, id, route, options)
  return router
}

/** All routes with what opens them: for the access matrix. */
export const routesOf = (modules: readonly Module[]): { module: string; route: Route }[] =>
  modules.flatMap((m) => (m.routes ?? []).map((route) => ({ module: m.id, route })))

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
  const { app, renderer, cache, answers, secret, secure } = options
  // Every page shows the menus, and those show staff's pages.
  const topics = ['pages', ...(route.cache ?? [])]
  return async (request, res) => {
    const req = request as unknown as Incoming
    const flash = openFlash(req.cookies[FLASH_COOKIE], secret)
    const cacheable = method === 'get' && route.cache && req.who === null && !flash
    // A page rendered before a plugin was turned on or off is not found any more.
    const key = cacheable ? `${app.turn} ${langOf(req)} ${req.originalUrl}` : ''
    const hit = cacheable ? cache.get(key) : undefined
    if (hit) return sendCached(req, res, hit)
    if (!route.access(req.who)) return refuseEntry(req, res, options)
    const stamp = cache.stamp()
    const asked = answers.stamp()
    const handler = method === 'get' ? route.get : route.post
    const work = async (): Promise<Rendered> => {
      try {
        const reply: Reply = handler ? await handler(createContext(app, req)) : { type: 'not-found' }
        return reply.type === 'page' ? { reply, html: await renderer.page(req, reply, flash) } : { reply }
      } catch (error) {
        if (!(error instanceof FormError)) throw error
        return { reply: { type: 'form-problem', status: error.status } }
      }
    }
    const { reply, html = '' } = await app.attempt({
      module,
      kind: 'route',
      name: `${req.method} ${route.path}`,
      timeoutMs: PAGE_TIMEOUT_MS,
      run: work,
      otherwise: (): Rendered => ({ reply: { type: 'failed' } }),
    })
    if (reply.type === 'failed') return void (await renderer.sendProblem(req, res, 'failed'))
    if (reply.type === 'form-problem') {
      const said = await renderer.formProblem(req, reply.status)
      return sendBody(req, res.status(reply.status).set('Cache-Control', 'no-store').type('html'), said)
    }
    if (reply.type === 'page') {
      if (flash) clearCookie(res, FLASH_COOKIE, secure)
      const status = reply.status ?? 200
      if (cacheable && status === 200 && reply.cache !== false) {
        const shown = [...topics, ...(reply.cache ?? [])]
        return sendCached(req, res, cache.put(key, html, shown, stamp))
      }
      return sendBody(req, res.status(status).set('Cache-Control', 'private, no-store').type('html'), html)
    }
    if (reply.type === 'redirect') {
      for (const cookie of reply.cookies ?? []) res.append('Set-Cookie', cookie)
      if (reply.flash) setCookie(res, FLASH_COOKIE, sealFlash(reply.flash, secret), secure, 60)
      const to = reply.elsewhere ? knownAddress(reply.to, options.elsewhere) : localPath(reply.to)
      res.set('Cache-Control', 'no-store').redirect(303, to)
      return
    }
    if (reply.type === 'raw') {
      res.status(reply.status ?? 200).set(reply.headers ?? {})
      sendRevalidated(req, res.type(reply.contentType), reply.body)
      if (reply.keep && req.method === 'GET' && route.access === anyone)
        answers.keep(req.originalUrl, route.path, res, String(reply.body), reply.keep, asked)
      return
    }
    if (reply.type === 'stream') return options.streams.open(req, res, reply)
    if (reply.type === 'pieces') {
      const failed = await app.attempt({
        module,
        kind: 'route',
        name: `${req.method} ${route.path}`,
        run: () => sendPieces(req, res, reply).then(() => false),
        otherwise: () => true,
      })
      // Half a file must not look like a whole one.
      if (failed && res.headersSent) res.destroy()
      else if (failed) await renderer.sendProblem(req, res, 'failed')
      return
    }
    if (reply.type === 'forbidden') {
      await renderer.sendProblem(req, res, 'forbidden', reply.reason)
      return
    }
    await renderer.sendProblem(req, res, 'notFound')
  }
}

type Rendered = {
  reply: Reply | { type: 'failed' } | { type: 'form-problem'; status: number }
  html?: string
}

/** Anonymous people are led to sign in and back; others are told that the page is not theirs. */
async function refuseEntry(
  req: Incoming,
  res: Response,
  { renderer, secret, secure }: WebOptions,
): Promise<void> {
  if (req.who) {
    await renderer.sendProblem(req, res, 'forbidden')
    return
  }
  setCookie(
    res,
    FLASH_COOKIE,
    sealFlash({ kind: 'info', text: webTexts(langOf(req)).signInFirst }, secret),
    secure,
    60,
  )
  const back = req.method === 'GET' ? `?suite=${encodeURIComponent(req.originalUrl)}` : ''
  res.set('Cache-Control', 'no-store').redirect(303, `/connexion${back}`)
}

function sendCached(req: Incoming, res: Response, page: ReturnType<PageCache['get']> & object): void {
  res.set({ 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding, Cookie, Accept-Language', ETag: page.etag })
  if (req.get('if-none-match') === page.etag) return void res.status(304).end()
  res.type('html')
  const encoding = encodingOf(req)
  if (encoding) {
    const body = encoding === 'br' ? page.br : page.gzip
    res.set({ 'Content-Encoding': encoding, 'Content-Length': String(body.length) }).end(body)
    return
  }
  res.set('Content-Length', String(page.html.length)).end(page.html)
}

/** Redirects stay on this site: a path, never `//host` nor a scheme. */
export const localPath = (to: string): string => (/^\/(?![/\\])/.test(to) ? to : '/')

/** An address of a site we were told of. @throws otherwise: a bug, or somebody else's address where ours should be. */
export function knownAddress(to: string, origins: readonly string[]): string {
  const { href, origin } = new URL(to)
  if (!origins.includes(origin)) throw new Error(`no form of ours leads to ${origin}`)
  return href
}

export const cookieHeader = (name: string, value: string, secure: boolean, maxAge: number): string =>
  serialize(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })

const setCookie = (res: Response, name: string, value: string, secure: boolean, maxAge: number) =>
  res.append('Set-Cookie', cookieHeader(name, value, secure, maxAge))

const clearCookie = (res: Response, name: string, secure: boolean) =>
  res.append('Set-Cookie', cookieHeader(name, '', secure, 0))
