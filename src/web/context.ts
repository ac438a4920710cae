import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { parse } from 'cookie'
import type { Request } from 'express'
import { isLang, LANG_COOKIE, type Lang, langFromHeader } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { Refusal } from '@/core/result'
import { type App, type RouteContext, saidBy } from '@/hooks'
import type { UploadedFile } from '@/hooks/web'
import { checkForm, type PostedForm, readPostedForm } from './forms'
import { readRaw } from './rawBody'

/** What the server knows of a request before a route sees it. */
export type Incoming = Request & { id: string; who: Visitor; cookies: Record<string, string | undefined> }

const REQUEST_ID = /^[\w-]{8,64}$/

/** The id a proxy gave the request, when it is one, else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

export const cookiesOf = (req: Request): Record<string, string | undefined> => parse(req.headers.cookie ?? '')

/** By choice (the cookie, or what the person set), then by browser. */
export function langOf(req: Incoming): Lang {
  const chosen = req.cookies[LANG_COOKIE]
  if (isLang(chosen)) return chosen
  return req.who ? req.who.lang : langFromHeader(req.headers['accept-language'])
}

/** The sentence for a refusal: each module speaks for its own codes. */
export function explain(app: App, refusal: Refusal, lang: Lang): string {
  const said = sentenceFor(app, refusal, lang)
  if (said !== null) return said
  app.log.warn({ reason: refusal.reason }, 'a refusal without a sentence')
  return lang === 'en' ? 'That is not possible right now.' : 'Ce n’est pas possible pour l’instant.'
}

/** One that throws over its sentences has none. */
function sentenceFor(
  app: App,
  { reason, detail = {} }: Pick<Refusal, 'reason' | 'detail'>,
  lang: Lang,
): string | null {
  for (const { id, reasons } of app.installed) {
    const said = saidBy(
      app,
      { module: id, kind: 'route', name: 'reasons' },
      () => {
        const sentence = reasons?.(lang)[reason]
        return typeof sentence === 'function' ? sentence(detail) : sentence
      },
      undefined,
    )
    if (said !== undefined) return said
  }
  return null
}

export function createContext(app: App, req: Incoming): RouteContext {
  const lang = langOf(req)
  let posted: Promise<PostedForm> | undefined
  let files: readonly UploadedFile[] = []
  const translate = (code: string) => sentenceFor(app, { reason: code }, lang)
  return {
    app,
    who: req.who,
    lang,
    now: app.clock.now(),
    url: new URL(req.originalUrl, app.settings.publicUrl),
    params: Object.fromEntries(
      Object.entries(req.params).map(([k, v]) => [k, Array.isArray(v) ? v.join('/') : v]),
    ),
    requestId: req.id,
    ip: req.ip ?? '',
    userAgent: req.get('user-agent') ?? '',
    header: (name) => req.get(name),
    cookies: req.cookies,
    async read(schema) {
      posted ??= readPostedForm(req)
      const form = await posted
      files = form.files
      return checkForm(schema, form.values, lang, translate)
    },
    raw: (maxBytes) => readRaw(req, maxBytes),
    get files() {
      return files
    },
    reason: (refusal) => explain(app, refusal, lang),
  }
}
