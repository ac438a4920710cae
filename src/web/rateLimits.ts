import { createHmac } from 'node:crypto'
import type { ClientRateLimitInfo, Store } from 'express-rate-limit'
import type { CollectionSlug, Where } from 'payload'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { RATE_LIMITS as SLUG } from '@/hooks/runtime/collections'

const RATE_LIMITS = SLUG as CollectionSlug

type Row = { id: string; hits: number; resetAt: string }

/**
 * Counts of limited requests in the database: the same whichever process answers, and after a restart. Addresses are
 * kept as keyed digests, and each count goes once its window is over (the job `web.forget-limits`).
 */
export class RateLimits implements Store {
  #windowMs = 0

  constructor(
    private readonly app: App,
    private readonly secret: string,
    /** What is limited: a path. */
    readonly prefix: string,
  ) {}

  init({ windowMs }: { windowMs: number }): void {
    this.#windowMs = windowMs
  }

  async increment(address: string): Promise<ClientRateLimitInfo> {
    const { app } = this
    const key = this.#key(address)
    // Ends: each round that finds nothing to do was overtaken by another request, which made or renewed the row.
    for (;;) {
      const now = app.clock.now()
      const counted = await this.#add(key, 1, now)
      if (counted) return counted
      const resetTime = new Date(now.getTime() + this.#windowMs)
      const fresh = { hits: 1, resetAt: resetTime.toISOString() }
      const past: Where = {
        and: [{ key: { equals: key } }, { resetAt: { less_than_equal: now.toISOString() } }],
      }
      if (await insertOnce(app, RATE_LIMITS, { key, ...fresh })) return { totalHits: 1, resetTime }
      if (await compareAndSet(app, RATE_LIMITS, past, fresh)) return { totalHits: 1, resetTime }
    }
  }

  async decrement(address: string): Promise<void> {
    await this.#add(this.#key(address), -1, this.app.clock.now())
  }

  async resetKey(address: string): Promise<void> {
    await this.app.payload.db.deleteMany({
      collection: RATE_LIMITS,
      where: { key: { equals: this.#key(address) } },
    })
  }

  #key(address: string): string {
    return createHmac('sha256', this.secret).update(`${this.prefix} ${address}`).digest('base64url')
  }

  /** Counts in the database itself; undefined when no window is open. */
  async #add(key: string, n: number, now: Date): Promise<ClientRateLimitInfo | undefined> {
    const { db } = this.app.payload
    const row = (await db.updateOne({
      collection: RATE_LIMITS,
      where: { and: [{ key: { equals: key } }, { resetAt: { greater_than: now.toISOString() } }] },
      data: { hits: { $inc: n }, updatedAt: now.toISOString() },
      options: { atomic: true },
    } as Parameters<typeof db.updateOne>[0])) as unknown as Row | null
    return row ? { totalHits: row.hits, resetTime: new Date(row.resetAt) } : undefined
  }
}

/** Forgets the counts whose window is over. */
export async function forgetLimits(app: App): Promise<void> {
  const now = app.clock.now().toISOString()
  await app.payload.db.deleteMany({ collection: RATE_LIMITS, where: { resetAt: { less_than_equal: now } } })
}
