import type { Request, RequestHandler, Response } from 'express'
import { staff } from '@/core/access'
import type { App } from '@/hooks'
import { localPath } from '@/web/addresses'
import { type Incoming, langOf } from '@/web/context'
import type { Renderer } from '@/web/render'
import { who } from './middleware/who'

type NextApp = {
  prepare(): Promise<void>
  close(): Promise<void>
  getRequestHandler(): (req: object, res: object) => Promise<void>
}

/** `dir`: the folder the program is built in; `dev`: Next builds as pages are asked for. */
type AdminOptions = { app: App; renderer: Renderer; dev: boolean; dir: string }

/** A question to GraphQL is a text of some lines. */
const LONGEST_QUERY = 64 * 1024

/** Where Payload keeps the language of the admin, once somebody chose one there. */
const ADMIN_LANG = 'payload-lng'

/**
 * Payload's admin and GraphQL, served by Next. Next is loaded at the first request of somebody who may use it, so
 * that an association that nobody administers just now does not pay its memory, nor its seconds at start.
 */
export function createAdmin({ app, renderer, dev, dir }: AdminOptions) {
  const identify = who(app)
  let next: Promise<{ next: NextApp; handle: ReturnType<NextApp['getRequestHandler']> }> | undefined
  const start = async () => {
    const { default: make } = await import('next')
    const made = (make as unknown as (o: object) => NextApp)({ dev, dir, quiet: true })
    await made.prepare()
    return { next: made, handle: made.getRequestHandler() }
  }
  const pass = async (req: Request, res: Response) => {
    next ??= start()
    await (await next).handle(req, res)
  }

  const handler: RequestHandler = async (request, res) => {
    if (request.path === '/api/graphql') {
      const status = refusalOfQuery(request)
      return status ? void res.status(status).set('Allow', 'POST').end() : pass(request, res)
    }
    // Its scripts and styles are no secret, but nobody who could not have asked for a page needs them.
    if (request.path.startsWith('/_next/') && next) return pass(request, res)
    await new Promise<void>((resolve, reject) => {
      void identify(request, res, (err?: unknown) => (err ? reject(err) : resolve()))
    })
    const req = request as unknown as Incoming
    if (request.path.startsWith('/_next/')) {
      return staff(req.who) ? pass(request, res) : void res.status(404).end()
    }
    const door = doorOf(request.path, new URL(request.originalUrl, 'http://admin').searchParams)
    if (door && !(req.who && door.startsWith('/connexion'))) return go(res, door)
    if (door) return go(res, '/admin')
    if (!req.who) {
      if (request.method !== 'GET') return void res.status(401).end()
      return go(res, `/connexion?suite=${encodeURIComponent(pageOf(request.originalUrl))}`)
    }
    if (!staff(req.who)) return renderer.sendProblem(req, res, 'forbidden')
    if (req.cookies[ADMIN_LANG] === undefined) speak(request, langOf(req))
    return pass(request, res)
  }
  return {
    handler,
    close: async () => {
      if (next) await (await next).next.close()
    },
  }
}

const go = (res: Response, to: string) => res.set('Cache-Control', 'no-store').redirect(303, to)

/**
 * Payload's own pages for signing in and out, and ours that stand for them; undefined for any other path.
 * @param query what the address carries: Payload tells there where its reader came from
 */
export function doorOf(path: string, query: URLSearchParams): string | undefined {
  const [, name] = /^\/admin\/([^/]+)/.exec(path) ?? []
  const from = query.get('redirect')
  switch (name) {
    case 'login':
    case 'logout-inactivity':
      return `/connexion?suite=${encodeURIComponent(from ? localPath(from) : '/admin')}`
    case 'logout':
      return '/deconnexion'
    case 'forgot':
    case 'reset':
      return '/mot-de-passe'
    case 'create-first-user':
    case 'verify':
    case 'unauthorized':
      return '/connexion?suite=%2Fadmin'
    // Where staff looks for it; the page is one of ours.
    case 'extensions':
      return '/bureau/extensions'
    default:
      return undefined
  }
}

/** The address without what Next's router adds when it asks for a page in the background. */
function pageOf(address: string): string {
  const url = new URL(address, 'http://admin')
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}

/** GraphQL is asked by POST, in a document of known and reasonable length. */
function refusalOfQuery(req: Request): number | undefined {
  if (req.method !== 'POST') return 405
  const length = req.headers['content-length']
  if (length === undefined) return 411
  return Number(length) > LONGEST_QUERY ? 413 : undefined
}

/** The admin speaks a person's language until they choose another one there: the cookie is theirs alone to set. */
function speak(req: Request, lang: string): void {
  req.headers.cookie = [req.headers.cookie, `${ADMIN_LANG}=${lang}`].filter(Boolean).join('; ')
}
