import type { Response } from 'express'
import { anyone } from '@/core/access'
import type { Flash, Reply, Route } from '@/hooks/web'
import { knownAddress, localPath } from './addresses'
import type { Incoming } from './context'
import { forgetFlash, setFlash } from './cookies'
import type { WebOptions } from './options'
import type { CachedPage } from './pageCache'
import { sendPieces } from './pieces'
import { encodingOf, sendBody, sendRevalidated } from './send'

/** What a route answered, or became of its answer; a page is rendered already. */
export type Said =
  | { reply: Exclude<Reply, { type: 'page' }> }
  | { reply: Extract<Reply, { type: 'page' }>; html: string }
  | { reply: { type: 'failed' } | { type: 'form-problem'; status: number } }

/** A request a route was asked to answer. */
export type Asking = {
  req: Incoming
  res: Response
  module: string
  route: Route
  /** The message that the last page left for this one. */
  flash: Flash | null
  /** Under which its page may be kept; '' where it may not. */
  key: string
  /** When it was asked: what changed since must not be kept as it was. */
  since: { pages: number; answers: number }
}

type Of<T extends Said['reply']['type']> = Extract<Said['reply'], { type: T }>

/** Ends a request with what its route said: cache, message, status, layout, all in one place. */
export async function sendReply(asking: Asking, said: Said, web: WebOptions): Promise<void> {
  const { req, res } = asking
  const { renderer } = web
  const { reply } = said
  switch (reply.type) {
    case 'page':
      return sendPage(asking, reply, 'html' in said ? said.html : '', web)
    case 'redirect':
      return sendRedirect(res, reply, web)
    case 'raw':
      return sendRaw(asking, reply, web)
    case 'stream':
      return web.streams.open(req, res, reply)
    case 'pieces':
      return sendFile(asking, reply, web)
    case 'form-problem': {
      const html = await renderer.formProblem(req, reply.status)
      return sendHtml(req, res.status(reply.status).set('Cache-Control', 'no-store'), html)
    }
    case 'forbidden':
      return renderer.sendProblem(req, res, 'forbidden', reply.reason)
    case 'failed':
      return renderer.sendProblem(req, res, 'failed')
    case 'not-found':
      return renderer.sendProblem(req, res, 'notFound')
  }
}

const sendHtml = (req: Incoming, res: Response, html: string): void => {
  sendBody(req, res.type('html'), html)
}

function sendPage(asking: Asking, reply: Of<'page'>, html: string, web: WebOptions): void {
  const { req, res, route, flash, key, since } = asking
  if (flash) forgetFlash(res, web)
  const status = reply.status ?? 200
  if (key && status === 200 && reply.cache !== false) {
    // Every page shows the menus, and those show staff's pages.
    const shown = ['pages', ...(route.cache ?? []), ...(reply.cache ?? [])]
    sendCached(req, res, web.cache.put(key, html, shown, since.pages))
    return
  }
  sendHtml(req, res.status(status).set('Cache-Control', 'private, no-store'), html)
}

/** A page as it is kept: compressed already, and not sent to who has it. */
export function sendCached(req: Incoming, res: Response, page: CachedPage): void {
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

function sendRedirect(res: Response, reply: Of<'redirect'>, web: WebOptions): void {
  for (const cookie of reply.cookies ?? []) res.append('Set-Cookie', cookie)
  if (reply.flash) setFlash(res, reply.flash, web)
  const to = reply.elsewhere ? knownAddress(reply.to, web.elsewhere) : localPath(reply.to)
  res.set('Cache-Control', 'no-store').redirect(303, to)
}

function sendRaw({ req, res, route, since }: Asking, reply: Of<'raw'>, { answers }: WebOptions): void {
  res.status(reply.status ?? 200).set(reply.headers ?? {})
  sendRevalidated(req, res.type(reply.contentType), reply.body)
  if (reply.keep && req.method === 'GET' && route.access === anyone)
    answers.keep(req.originalUrl, route.path, res, String(reply.body), reply.keep, since.answers)
}

async function sendFile({ req, res, module, route }: Asking, reply: Of<'pieces'>, web: WebOptions) {
  const failed = await web.app.attempt({
    module,
    kind: 'route',
    name: `${req.method} ${route.path}`,
    run: () => sendPieces(req, res, reply).then(() => false),
    otherwise: () => true,
  })
  // Half a file must not look like a whole one.
  if (failed && res.headersSent) res.destroy()
  else if (failed) await web.renderer.sendProblem(req, res, 'failed')
}
