import type { App } from '../app'
import type { RelaySource } from '../module'
import type { NewFact } from '../rows'
import { DELIVERIES, EVENTS } from './collections'
import type { Context } from './context'
import type { Hooks } from './dispatch'
import { clearFacts, findRows, insertMissing, markRows } from './store'

/**
 * Copies facts from where they were decided to the outbox: events, then one delivery per listener, then the
 * mark is cleared. Each step leaves out what is there already, so a crash between two of them is mended by
 * doing all of it again.
 */
export class Relay {
  readonly #sources = new Map<string, RelaySource>()
  readonly #nudged = new Set<string>()
  readonly #busy = new Map<string, Promise<number>>()

  constructor(
    private readonly context: Context,
    private readonly hooks: Hooks,
  ) {
    const { app } = context
    this.add(emittedEvents)
    for (const { config } of Object.values(app.payload.collections)) {
      if (config.custom?.deciding === true) this.add(decidingRows(config.slug))
    }
    for (const source of app.installed.flatMap((m) => m.relays ?? [])) this.add(source)
  }

  add(source: RelaySource): void {
    if (this.#sources.has(source.name)) throw new Error(`two relay sources named ${source.name}`)
    this.#sources.set(source.name, source)
  }

  has(name: string): boolean {
    return this.#sources.has(name)
  }

  /** Remembers that a source has something, for the next `relayNudged`. */
  nudge(name: string): void {
    this.#nudged.add(name)
  }

  /** Relays the sources nudged since; returns how many facts were copied. */
  async relayNudged(): Promise<number> {
    const names = [...this.#nudged]
    this.#nudged.clear()
    return this.#relayAll(names)
  }

  /** Relays every source: finds what a crash, or a process that no longer runs, left behind. */
  async sweep(): Promise<number> {
    this.#nudged.clear()
    return this.#relayAll([...this.#sources.keys()])
  }

  /** One source that fails must not keep the facts of the others. */
  async #relayAll(names: string[]): Promise<number> {
    let copied = 0
    for (const name of names) {
      const source = this.#sources.get(name)
      if (!source) continue
      try {
        copied += await this.#relayOnce(source)
      } catch (error) {
        this.context.onError(`relay of ${name}`)(error)
      }
    }
    return copied
  }

  /** Two relays of one source in one process would only do each other's work again. */
  async #relayOnce(source: RelaySource): Promise<number> {
    const running = this.#busy.get(source.name)
    // What the running one has read may be older than what we were nudged for: wait, then look ourselves.
    if (running) await running.catch(() => 0)
    const mine = this.#relay(source).finally(() => {
      if (this.#busy.get(source.name) === mine) this.#busy.delete(source.name)
    })
    this.#busy.set(source.name, mine)
    return mine
  }

  async #relay(source: RelaySource): Promise<number> {
    const { app, tuning, probe } = this.context
    let copied = 0
    for (;;) {
      const rows = await source.pending(app, tuning.relayBatch)
      await probe('read', source.name)
      const facts = rows.flatMap((row) => row.facts)
      if (source !== emittedEvents) await recordEvents(app, facts, source.name)
      await probe('events', source.name)
      await this.#fanOut(facts)
      await probe('deliveries', source.name)
      if (rows.length > 0) {
        await source.clear(
          app,
          rows.map((row) => row.id),
        )
      }
      await probe('cleared', source.name)
      copied += facts.length
      if (rows.length < tuning.relayBatch) return copied
    }
  }

  async #fanOut(facts: readonly NewFact[]): Promise<void> {
    const at = this.context.app.clock.now().toISOString()
    const rows = facts.flatMap((fact) =>
      this.hooks.listenersOf(fact.name).map((listener) => ({
        key: deliveryKey(fact.key, listener),
        event: fact.key,
        name: fact.name,
        listener,
        state: 'pending',
        attempts: 0,
        nextAt: at,
      })),
    )
    await insertMissing(this.context.app, DELIVERIES, rows, ['nextAt'])
  }
}

export const deliveryKey = (event: string, listener: string): string => `${event}>>${listener}`

const recordEvents = (app: App, facts: readonly NewFact[], module: string): Promise<void> =>
  insertMissing(
    app,
    EVENTS,
    facts.map(({ key, name, data, at, origin }) => ({
      key,
      name,
      data: JSON.stringify(data),
      at,
      origin: origin ?? null,
      module,
      pending: 0,
    })),
    ['at'],
  )

/** Facts recorded by `emit`: the event is there, and says itself that its deliveries are not. */
const emittedEvents: RelaySource = {
  name: EVENTS,
  async pending(app, limit) {
    const rows = await findRows<{ id: string; key: string; name: string; data: string; at: string }>(
      app.payload,
      EVENTS,
      { where: { pending: { equals: 1 } }, limit, sort: 'id' },
    )
    return rows.map(({ id, key, name, data, at }) => ({
      id,
      facts: [{ key, name, at, data: JSON.parse(data) } as unknown as NewFact],
    }))
  },
  clear: (app, ids) => markRows(app.payload, EVENTS, ids, 'pending', 0),
}

/** Rows of a collection flagged `custom: { deciding: true }`, which carry their facts (hooks/rows.ts). */
const decidingRows = (collection: string): RelaySource => ({
  name: collection,
  async pending(app, limit) {
    const rows = await findRows<{ id: string; rev: number; facts?: string | null }>(app.payload, collection, {
      where: { factsPending: { equals: 1 } },
      limit,
      sort: 'id',
      select: { rev: true, facts: true },
    })
    return rows.map(({ id, rev, facts }) => ({
      id: `${id}@${rev}`,
      facts: facts ? (JSON.parse(facts) as NewFact[]) : [],
    }))
  },
  // Where someone decided meanwhile (`rev`), the row keeps its facts, these and the new ones, for the next turn.
  clear: (app, ids) =>
    clearFacts(
      app.payload,
      collection,
      ids.map((token) => {
        const at = token.lastIndexOf('@')
        return { id: token.slice(0, at), rev: Number(token.slice(at + 1)) }
      }),
    ),
})
