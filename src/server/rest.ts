import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Request, RequestHandler, Response } from 'express'
import { type FlattenedField, handleEndpoints, type SanitizedConfig } from 'payload'
import type { App } from '@/hooks'
import { ownersOf } from '@/hooks/gate'
import { badQuery } from './restQuery'

/**
 * Doors of Payload's own sign-in: closed, since sign-ins are rows of ours (collections/members). Signing out of the
 * admin goes to /deconnexion.
 */
const CLOSED =
  /^\/api\/members\/(login|refresh-token|first-register|forgot-password|reset-password|verify|unlock)\b/

/** Bytes of a query in a body. */
const LONGEST_QUERY = 200_000

/** Payload's REST API on Express, without a pass through Next. No body parser may come before it. */
export function rest(app: App, config: SanitizedConfig, publicUrl: string): RequestHandler {
  const owners = ownersOf(app.installed)
  const fields = new Map<string, readonly FlattenedField[]>(
    [...config.collections, ...config.globals].map((c) => [c.slug, c.flattenedFields]),
  )
  /** The collection or global a request is for. */
  const slugOf = (path: string) => {
    const [, , first = '', second = ''] = path.split('/')
    return first === 'globals' ? second : first
  }
  return async (req, res) => {
    const { pathname: path, searchParams } = new URL(req.originalUrl, publicUrl)
    const slug = slugOf(path)
    // The plugin it belongs to.
    const owner = owners.get(slug)
    if (CLOSED.test(path) || (owner && !app.isOn(owner))) {
      res.status(404).json({ errors: [{ message: 'Not Found' }] })
      return
    }
    // The admin asks long queries in a body, which Payload then reads as those of an address.
    const inBody = asksInBody(req)
    // Without a length nobody says how long it goes on.
    if (inBody && !(Number(req.headers['content-length']) <= LONGEST_QUERY)) {
      res.status(413).json({ errors: [{ message: 'The query is too long, or does not say how long it is' }] })
      return
    }
    const asked = inBody ? await text(req) : undefined
    const query = asked === undefined ? searchParams : new URLSearchParams(asked)
    const bad = badQuery(query, fields.get(slug) ?? [])
    if (bad !== undefined) {
      res.status(400).json({ errors: [{ message: `The query cannot be understood: ${bad.slice(0, 100)}` }] })
      return
    }
    const answer = await handleEndpoints({ config, request: toRequest(req, publicUrl, asked) })
    // What a collection does not offer is not there, rather than not built yet.
    if (answer.status === 501) {
      res.status(404).json({ errors: [{ message: 'Not Found' }] })
      return
    }
    await send(answer, res)
  }
}

/** A form that says it is a GET. */
const asksInBody = (req: Request): boolean =>
  req.method === 'POST' &&
  ['x-payload-http-method-override', 'x-http-method-override'].some((name) => req.headers[name] === 'GET')

function toRequest(req: Request, publicUrl: string, asked: string | undefined): globalThis.Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  return new globalThis.Request(new URL(req.originalUrl, publicUrl), {
    method: req.method,
    headers,
    ...(hasBody
      ? { body: asked ?? (Readable.toWeb(req) as WebStream as unknown as ReadableStream), duplex: 'half' }
      : {}),
  } as RequestInit)
}

async function send(answer: globalThis.Response, res: Response): Promise<void> {
  res.status(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') res.set(name, value)
  for (const cookie of answer.headers.getSetCookie()) res.append('Set-Cookie', cookie)
  if (!answer.body) return void res.end()
  res.end(Buffer.from(await answer.arrayBuffer()))
}
