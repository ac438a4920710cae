import { createHash } from 'node:crypto'
import type { CollectionSlug, Where } from 'payload'
import { DAY } from '@/core/clock'
import type { App, WorkKind } from '../../app'
import { insertOnce } from '../../rows'
import { FAULTS as SLUG } from '../collections'
import { errorLine } from '../errorLine'
import { findRows } from '../store'

export type Fault = { module: string; kind: WorkKind; name: string; message: string }
export type FaultRow = Fault & { id: string; count: number; lastAt: string }

const FAULTS = SLUG as CollectionSlug

/** Kept a module; the oldest go first. */
const KEPT = 50
/** Faults of a place are the same where only figures and ids differ. */
const FIGURES = /\b[0-9a-f]{8}-[0-9a-f-]{27}\b|\d+/g

/**
 * What went wrong in the name of modules, counted by place and message. Noted in memory and written together: what
 * fails at every request must not cost a write each.
 */
export class Faults {
  readonly #waiting = new Map<string, Fault & { count: number; lastAt: string }>()

  constructor(
    private readonly app: App,
    /** Called when something waits to be written. */
    private readonly onNoted: () => void,
  ) {}

  note(module: string, kind: WorkKind, name: string, error: unknown): void {
    const message = errorLine(error)
    const digest = createHash('sha256').update(message.replaceAll(FIGURES, '0')).digest('base64url')
    const key = `${module}:${kind}:${name}:${digest.slice(0, 16)}`
    const lastAt = this.app.clock.now().toISOString()
    const count = (this.#waiting.get(key)?.count ?? 0) + 1
    this.#waiting.set(key, { module, kind, name, message, count, lastAt })
    this.onNoted()
  }

  /** Writes down what was noted since. */
  async flush(): Promise<void> {
    const noted = [...this.#waiting]
    this.#waiting.clear()
    for (const [key, { count, ...fault }] of noted) {
      if (await this.#add(key, count, fault.message, fault.lastAt)) continue
      if (!(await insertOnce(this.app, FAULTS, { key, ...fault, count })))
        await this.#add(key, count, fault.message, fault.lastAt)
    }
  }

  async #add(key: string, times: number, message: string, lastAt: string): Promise<boolean> {
    const { db } = this.app.payload
    const row = await db.updateOne({
      collection: FAULTS,
      where: { key: { equals: key } },
      data: { count: { $inc: times }, message, lastAt, updatedAt: lastAt },
      options: { atomic: true },
    } as Parameters<typeof db.updateOne>[0])
    return row !== null && row !== undefined
  }
}

/** The last faults of a module, the newest first. */
export const faultsOf = (app: App, module: string, limit = 10): Promise<FaultRow[]> =>
  findRows<FaultRow>(app.payload, FAULTS, {
    where: { module: { equals: module } },
    sort: '-lastAt',
    limit,
  })

/** The last faults of all modules, the newest first. */
export const recentFaults = (app: App, limit = 200): Promise<FaultRow[]> =>
  findRows<FaultRow>(app.payload, FAULTS, { where: {}, sort: '-lastAt', limit })

/** Staff has seen the faults of a module: they go. Those that come back are noted again. */
export const forgetFaults = (app: App, module: string): Promise<void> =>
  remove(app, { module: { equals: module } })

/** Forgets what is older than a season of looking, and all but the newest of each module. */
export async function pruneFaults(app: App): Promise<void> {
  const old = new Date(app.clock.now().getTime() - 90 * DAY).toISOString()
  await remove(app, { lastAt: { less_than: old } })
  for (const { id } of app.installed) {
    const kept = await faultsOf(app, id, KEPT)
    const oldest = kept.length === KEPT ? kept.at(-1) : undefined
    if (oldest)
      await remove(app, { and: [{ module: { equals: id } }, { lastAt: { less_than: oldest.lastAt } }] })
  }
}

const remove = async (app: App, where: Where): Promise<void> => {
  await app.payload.db.deleteMany({ collection: FAULTS, where })
}
