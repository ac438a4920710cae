import { type Refusal, refuse } from '@/core/result'
import type { App } from '../app'
import { compareAndSet, insertOnce } from '../rows'
import { LEASES } from './collections'
import { Loop } from './loop'
import { findRows } from './store'

type LeaseRow = { id: string; key: string; holder: string; until: string; rev: number }

type Options = {
  app: App
  /** What is held: one holder a key. */
  key: string
  /** This process. */
  holder: string
  /** Free again when not renewed for this long; far above the difference between machines' clocks. */
  ttlMs: number
  onWon?: () => void
  /** The holder must stop what it does under the lease. */
  onLost?: () => void
  onError: (error: unknown) => void
}

/**
 * Holds a lease in the database for as long as it can: takes it when it is free, renews it every third of
 * its time, and says when it was lost. Every change is a conditional write on `rev`, so one holder wins.
 */
export class LeaseKeeper {
  /** Until when the lease is ours for sure, by our clock; 0 when it is not. */
  #until = 0
  readonly #loop: Loop
  #expiry: NodeJS.Timeout | undefined

  constructor(private readonly options: Options) {
    const { ttlMs, onError } = options
    this.#loop = new Loop(() => this.renew(), { everyMs: ttlMs / 3, onError })
  }

  /** Is it ours at this instant? False once its time is over, though no one else may have taken it yet. */
  held(): boolean {
    return this.#until > this.options.app.clock.now().getTime()
  }

  start(): void {
    this.#loop.start()
  }

  /** Gives it back, so that another need not wait for its end. */
  async stop(): Promise<void> {
    await this.#loop.stop()
    const { app, key, holder } = this.options
    const was = this.held()
    this.#set(0)
    if (!was) return
    // Long past, not now: another machine's clock may be behind ours.
    const until = new Date(0).toISOString()
    await compareAndSet(
      app,
      LEASES,
      { and: [{ key: { equals: key } }, { holder: { equals: holder } }] },
      { until },
    )
  }

  /** Takes or renews it once. */
  async renew(): Promise<void> {
    const { app, key, holder, ttlMs } = this.options
    // Counted from before the write: by the time it is done, part of it has passed.
    const now = app.clock.now()
    const until = new Date(now.getTime() + ttlMs)
    const won = await this.#take(now, { key, holder, until: until.toISOString() })
    this.#set(won ? until.getTime() : 0)
  }

  async #take(now: Date, wanted: { key: string; holder: string; until: string }): Promise<boolean> {
    const { app } = this.options
    const [row] = await findRows<LeaseRow>(app.payload, LEASES, {
      where: { key: { equals: wanted.key } },
      limit: 1,
    })
    if (!row) return (await insertOnce(app, LEASES, { ...wanted, rev: 1 })) !== null
    const free = new Date(row.until) <= now
    if (row.holder !== wanted.holder && !free) return false
    return compareAndSet(
      app,
      LEASES,
      { and: [{ id: { equals: row.id } }, { rev: { equals: row.rev } }] },
      { holder: wanted.holder, until: wanted.until, rev: row.rev + 1 },
    )
  }

  #set(until: number): void {
    const had = this.#until > 0
    this.#until = until
    clearTimeout(this.#expiry)
    if (until > 0) {
      // If the database cannot be reached to renew it, it ends by itself, in time.
      this.#expiry = setTimeout(() => this.#set(0), until - this.options.app.clock.now().getTime())
      this.#expiry.unref()
    }
    if (until > 0 && !had) this.options.onWon?.()
    if (until === 0 && had) this.options.onLost?.()
  }
}

/**
 * Does something under a lease, which is renewed meanwhile and given back after. Refused with `lease.taken`
 * when another holds it. `lost` is aborted when the lease could not be kept: the work must end.
 */
export async function withLease<T>(
  app: App,
  { key, holder, ttlMs }: { key: string; holder: string; ttlMs: number },
  work: (lost: AbortSignal) => Promise<T>,
): Promise<{ ok: true; value: T } | Refusal<'lease.taken'>> {
  const lost = new AbortController()
  const keeper = new LeaseKeeper({
    app,
    key,
    holder,
    ttlMs,
    onLost: () => lost.abort(),
    onError: (error) => app.log.warn({ lease: key, err: error }, 'a lease could not be renewed'),
  })
  await keeper.renew()
  if (!keeper.held()) return refuse('lease.taken', { lease: key })
  keeper.start()
  try {
    return { ok: true, value: await work(lost.signal) }
  } finally {
    await keeper.stop()
  }
}
