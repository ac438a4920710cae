import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { measure } from '@/hooks'

export type CachedPage = { html: Buffer; br: Buffer; gzip: Buffer; etag: string; topics: readonly string[] }

/**
 * Rendered pages that look the same to every anonymous visitor, by path, query and language, compressed once.
 * Dropped when a topic they show changes; a page rendered while a topic changed is not kept.
 */
export class PageCache {
  readonly #pages = new LRUCache<string, CachedPage>({
    max: 1_000,
    maxSize: 64 * 1024 * 1024,
    sizeCalculation: size,
  })
  /** The turn at which each topic last changed. */
  readonly #changed = new Map<string, number>()
  #turn = 0

  /** While a stylesheet is being written its name changes with each save: then nothing is kept. */
  constructor(private readonly options: { keeps: boolean } = { keeps: true }) {}

  get(key: string): CachedPage | undefined {
    const page = this.#pages.get(key)
    measure('page-cache', { hit: page !== undefined })
    return page
  }

  /** When a page begins to be rendered, what it will show is not known yet; hand it to `put`. */
  stamp(): number {
    return this.#turn
  }

  put(key: string, html: string, topics: readonly string[], stamp: number): CachedPage {
    const body = Buffer.from(html)
    const entry: CachedPage = {
      html: body,
      br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      gzip: gzipSync(body),
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      topics,
    }
    const stale = [...topics, '*'].some((topic) => (this.#changed.get(topic) ?? 0) > stamp)
    if (this.options.keeps && !stale) this.#pages.set(key, entry)
    return entry
  }

  /** Forgets what shows a topic; `'*'` everything. */
  drop(topic: string): void {
    this.#turn += 1
    this.#changed.set(topic, this.#turn)
    for (const [key, entry] of this.#pages.entries()) {
      if (topic === '*' || entry.topics.includes(topic)) this.#pages.delete(key)
    }
  }
}

const size = (entry: CachedPage) => entry.html.length + entry.br.length + entry.gzip.length + 200
