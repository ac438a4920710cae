import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { type App, traceNow } from '@/hooks'
import type { Cut } from '../money/lanes'

/** Written for all at once, in whosever course it happens to be: balances shown, what pages watch. */
const SHARED = new Set(['revisions', 'ts-accounts', 'plugin-faults'])
const DATABASE = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'upsert'] as const
const LEDGER = ['transfer', 'openAccount'] as const

type Run = (...args: unknown[]) => Promise<unknown>

/**
 * Follows each lane through the writes of its story, and stops it at one: before it, or once it stands. Nothing of that
 * lane is written from then on, as if its process had died there; the others go on until they are stopped, too, and one
 * SIGKILL ends them all. A lane is the request in whose course all came to pass: facts carry it to their listeners.
 */
export class Knife {
  /** The writes of each lane that have landed, in order. */
  readonly landed = new Map<string, string[]>()
  readonly #armed = new Map<string, Cut>()
  readonly #cut = new Set<string>()

  constructor(app: App) {
    const db = app.payload.db as unknown as Record<string, Run>
    for (const verb of DATABASE) {
      const run = db[verb]
      if (run) db[verb] = (...args) => this.#write(verb, slugOf(args[0]), () => run.apply(db, args))
    }
    const ledger = ledgerOf(app) as unknown as Record<string, Run>
    for (const verb of LEDGER) {
      const run = ledger[verb]
      if (run) ledger[verb] = (...args) => this.#write(verb, 'ledger', () => run.apply(ledger, args))
    }
  }

  arm(lane: string, cut: Cut): void {
    this.#armed.set(lane, cut)
  }

  /** Lanes that are to be cut, and are not yet. */
  left(): string[] {
    return [...this.#armed.keys()].filter((lane) => !this.#cut.has(lane))
  }

  async #write(verb: string, what: string, run: () => Promise<unknown>): Promise<unknown> {
    const { request: lane, listener } = traceNow()
    if (!lane || SHARED.has(what)) return run()
    if (this.#cut.has(lane)) return never
    const label = `${listener ?? 'the act'}: ${verb} ${what}`
    const before = this.landed.get(lane) ?? []
    const point = `${label} #${before.filter((p) => p.startsWith(`${label} #`)).length + 1}`
    const cut = this.#armed.get(lane)
    const here = cut?.point === point
    if (here && cut.side === 'before') return this.#stop(lane)
    const done = await run()
    // A condition that did not hold, somebody who was faster: nothing was written.
    if (done === null || done === undefined) return done
    if (this.#cut.has(lane)) return never
    this.landed.set(lane, [...(this.landed.get(lane) ?? []), point])
    return here ? this.#stop(lane) : done
  }

  #stop(lane: string): Promise<never> {
    this.#cut.add(lane)
    return never
  }
}

let made: Knife | undefined
/** The one of this process. */
export function theKnife(app: App): Knife {
  made ??= new Knife(app)
  return made
}

const never = new Promise<never>(() => undefined)

const slugOf = (args: unknown): string => String((args as { collection?: string } | undefined)?.collection)
