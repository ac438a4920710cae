import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { COOKIE } from '@/collections/members/collections'
import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime/index'
import { readConfig } from '@/server/config'
import { createServer } from '@/server/createServer'

export type Browser = {
  get(path: string): Promise<Response>
  post(path: string, fields?: Record<string, string>): Promise<Response>
  /** A form with files, as a browser sends it. */
  upload(path: string, form: FormData): Promise<Response>
  send(method: string, path: string, json?: unknown): Promise<Response>
}
export type TestServer = { url: string; as: (token?: string) => Browser; stop: () => Promise<void> }

/** The whole HTTP side of the program on a free port, around a booted App; `as(token)` asks as whoever signed in. */
export async function serve(app: App): Promise<TestServer> {
  const http = createHttpServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const read = readConfig({
    PUBLIC_URL: url,
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET,
    DATABASE_URI: process.env.DATABASE_URI,
  })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const { default: payloadConfig } = await import('@payload-config')
  const server = createServer({
    app,
    config: { ...read.config, production: true, stripe: app.settings.stripe },
    payloadConfig: await payloadConfig,
    log: pino({ level: 'silent' }),
    root: process.cwd(),
    draining: () => false,
  })
  const unwatch = watchRevisions(app, (topic) => server.cache.drop(topic))
  http.on('request', server.express)
  const as = (token?: string): Browser => {
    const headers: Record<string, string> = {
      origin: url,
      'accept-language': 'fr',
      ...(token ? { cookie: `${COOKIE}=${token}` } : {}),
    }
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(url + path, {
        redirect: 'manual',
        ...init,
        headers: { ...headers, ...(init.headers as Record<string, string>) },
      })
    return {
      get: (path) => ask(path),
      post: (path, fields = {}) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
      upload: (path, form) => ask(path, { method: 'POST', body: form }),
      send: (method, path, json) =>
        ask(path, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        }),
    }
  }
  return {
    url,
    as,
    stop: async () => {
      unwatch()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
