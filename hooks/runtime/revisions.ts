import type { Payload } from 'payload'
import { MINUTE } from '@/core/clock'
import { insertOnce } from '../rows'
import { REVISIONS } from './collections'
import type { Context } from './context'
import { Loop } from './loop'
import { findRows, isMongo } from './store'

type RevisionRow = { key: string; rev: number; updatedAt: string }
export type OnChange = (topic: string, rev: number) => void

/** Rows written this long before the newest seen are read again: clocks of machines differ, commits are late. */
const OVERLAP_MS = MINUTE

/**
 * One row a topic, counted up when what it covers has changed: how every process learns of it. Here at once;
 * elsewhere by MongoDB's change stream, or by a poll of the rows written lately.
 */
export class Revisions {
  readonly #seen = new Map<string, number>()
  readonly #watchers = new Set<OnChange>()
  /** The write under way and the one after it, a topic: touches that come meanwhile share the next one. */
  readonly #writing = new Map<string, { now: Promise<void>; next?: Promise<void> }>()
  #newest = 0
  #primed = false
  #polledAt = Number.NEGATIVE_INFINITY
  #stream: { close(): Promise<void> } | undefined
  readonly #loop: Loop

  constructor(private readonly context: Context) {
    const { tuning, onError } = context
    this.#loop = new Loop(() => this.poll(), {
      everyMs: tuning.revisionPollMs,
      onError: onError('revisions'),
    })
  }

  async touch(topics: readonly string[]): Promise<void> {
    await Promise.all([...new Set(topics)].map((topic) => this.#touch(topic)))
  }

  /** Called at each change, of this process or another; returns how to stop. */
  watch(onChange: OnChange): () => void {
    this.#watchers.add(onChange)
    return () => this.#watchers.delete(onChange)
  }

  /** Takes note of what stands; from then on every change is told. */
  async start(): Promise<void> {
    if (isMongo(this.context.app.payload)) this.#openStream()
    await this.poll()
    this.#loop.start()
  }

  async stop(): Promise<void> {
    await this.#loop.stop()
    await this.#stream?.close().catch(() => undefined)
    this.#stream = undefined
  }

  /** Reads what was written lately, and tells of what is new. The first time only takes note. */
  async poll(): Promise<void> {
    const { payload } = this.context.app
    if (this.#stream && this.#primed && !this.#pollIsDue()) return
    const since = new Date(this.#newest - OVERLAP_MS).toISOString()
    const rows = await findRows<RevisionRow>(payload, REVISIONS, {
      where: this.#primed ? { updatedAt: { greater_than_equal: since } } : {},
    })
    this.#polledAt = performance.now()
    for (const { key, rev, updatedAt } of rows) {
      this.#newest = Math.max(this.#newest, new Date(updatedAt).getTime())
      this.#learn(key, rev, this.#primed)
    }
    this.#primed = true
  }

  #pollIsDue(): boolean {
    return performance.now() - this.#polledAt >= this.context.tuning.revisionPollWatchedMs
  }

  /** One write for all who ask while another is under way; each is answered after a write begun after it asked. */
  #touch(topic: string): Promise<void> {
    const writing = this.#writing.get(topic)
    if (!writing) {
      const now = this.#increment(topic).finally(() => this.#writing.delete(topic))
      this.#writing.set(topic, { now })
      return now
    }
    writing.next ??= writing.now.catch(() => undefined).then(() => this.#touch(topic))
    return writing.next
  }

  async #increment(topic: string): Promise<void> {
    const { app } = this.context
    const rev =
      (await this.#add(topic)) ??
      ((await insertOnce(app, REVISIONS, { key: topic, rev: 1 })) ? 1 : await this.#add(topic))
    if (rev !== null) this.#learn(topic, rev, true)
  }

  /** Counts up in the database itself; null when the topic has no row yet. */
  async #add(topic: string): Promise<number | null> {
    const { app } = this.context
    const db = app.payload.db
    const row = (await db.updateOne({
      collection: REVISIONS,
      where: { key: { equals: topic } },
      data: { rev: { $inc: 1 }, updatedAt: app.clock.now().toISOString() },
      options: { atomic: true },
    } as Parameters<typeof db.updateOne>[0])) as unknown as RevisionRow | null
    return row ? row.rev : null
  }

  #learn(topic: string, rev: number, tell: boolean): void {
    if (rev <= (this.#seen.get(topic) ?? 0)) return
    this.#seen.set(topic, rev)
    if (!tell) return
    for (const watcher of this.#watchers) {
      try {
        watcher(topic, rev)
      } catch (error) {
        this.context.onError(`watcher of ${topic}`)(error)
      }
    }
  }

  #openStream(): void {
    const { app, onError } = this.context
    const failed = (error: unknown) => {
      this.#stream = undefined
      app.log.warn({ err: error }, 'no change stream: changes are found by polling')
    }
    try {
      const stream = changeStream(app.payload)
      stream.on('change', (change) => {
        const row = change.fullDocument
        if (row?.key && typeof row.rev === 'number') this.#learn(row.key, row.rev, true)
      })
      stream.on('error', (error) => {
        failed(error)
        stream.close().catch(onError('revisions'))
      })
      this.#stream = stream
    } catch (error) {
      failed(error)
    }
  }
}

type ChangeStream = {
  on(event: 'change', told: (change: { fullDocument?: { key?: string; rev?: number } | null }) => void): void
  on(event: 'error', failed: (error: unknown) => void): void
  close(): Promise<void>
}

function changeStream(payload: Payload): ChangeStream {
  const models = (
    payload.db as unknown as {
      collections: Record<
        string,
        { collection: { watch(pipeline: object[], options: object): ChangeStream } }
      >
    }
  ).collections
  const model = models[REVISIONS]
  if (!model) throw new Error(`no collection ${REVISIONS}`)
  return model.collection.watch([], { fullDocument: 'updateLookup' })
}
