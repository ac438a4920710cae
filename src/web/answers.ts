import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Response } from 'express'
import { LRUCache } from 'lru-cache'
import { type App, measure } from '@/hooks'
import { requestIdOf } from './context'

type Kept = {
  readonly turn: number
  readonly topics: readonly string[]
  readonly until: number
  readonly route: string
  /** Name, value, name, value …, as Node takes them without looking again. */
  readonly headers: string[]
  readonly body: string
}

/** Small answers go out as they are; larger ones are worth compressing, which is a choice a request. */
const MOST_BYTES = 1_000
const BELIEVED_MS = 30_000

/**
 * Small answers that are the same for everybody who asks an address, sent again before anything else looks at the
 * request: what a thousand sites ask of us costs little more than Node itself. Dropped as rendered pages are.
 */
export class Answers {
  readonly #kept = new LRUCache<string, Kept>({ max: 200 })
  #turn = 0

  constructor(private readonly app: App) {
    app.onChange((topic) => {
      this.#turn += 1
      for (const [url, { topics }] of this.#kept.entries()) if (topics.includes(topic)) this.#kept.delete(url)
    })
  }

  /** To be taken before an answer is thought of, and handed to `keep`. */
  stamp(): number {
    return this.#turn
  }

  /** Keeps the answer that was just ended, unless something changed meanwhile or it is too large. */
  keep(
    url: string,
    route: string,
    res: Response,
    body: string,
    topics: readonly string[],
    stamp: number,
  ): void {
    if (stamp !== this.#turn || Buffer.byteLength(body) >= MOST_BYTES || url.length > 300) return
    if (res.statusCode !== 200 || res.hasHeader('Content-Encoding')) return
    const headers = Object.entries(res.getHeaders())
      .filter(([name]) => name !== 'x-request-id')
      .flatMap(([name, value]) => [name, String(value)])
    const { turn } = this.app
    this.#kept.set(url, { turn, topics, until: performance.now() + BELIEVED_MS, route, headers, body })
  }

  /** Ends the request where its answer is kept; who asks on condition is left to the others. */
  serve(req: IncomingMessage, res: ServerResponse): boolean {
    const kept = this.#kept.get(req.url ?? '')
    if (!kept || req.method !== 'GET' || req.headers['if-none-match'] !== undefined) return false
    const began = performance.now()
    if (kept.turn !== this.app.turn || kept.until < began) return false
    res.writeHead(200, [...kept.headers, 'X-Request-Id', requestIdOf(req)]).end(kept.body)
    measure('request', { method: 'GET', route: kept.route, status: 200, ms: performance.now() - began })
    return true
  }
}
