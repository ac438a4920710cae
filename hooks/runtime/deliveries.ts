import { setTimeout as sleep } from 'node:timers/promises'
import type { Where } from 'payload'
import { SECOND } from '@/core/clock'
import { measure } from '../measure'
import { compareAndSet } from '../rows'
import { traced } from '../trace'
import { backoffMs } from './backoff'
import { DELIVERIES, EVENTS } from './collections'
import type { Context } from './context'
import { claimDeliveries, finishDeliveries } from './deliveryRows'
import type { Hooks } from './dispatch'
import { errorLine } from './errorLine'
import { inTime } from './plugins/attempt'
import type { PluginDesk } from './plugins/desk'
import type { Faults } from './plugins/faults'
import type { Timings } from './plugins/timings'
import { findRows } from './store'

type Delivery = {
  id: string
  key: string
  event: string
  name: string
  listener: string
  state: string
  attempts: number
  error?: string | null
}
type Event = { key: string; data: string; at: string; origin?: string | null }
type Running = { listener: string; slow: boolean; ended: Promise<void> }

/** Beyond the listener's own time, so that no other process takes over what is just being given up here. */
const LOCK_MARGIN_MS = 10 * SECOND

/**
 * Hands events to listeners. Any process may: each delivery is claimed by a conditional write, and one whose
 * process died is claimed again when its time is over. A listener that fails or hangs waits for its own
 * turns only, others pass it by.
 */
export class Deliveries {
  readonly #running = new Map<string, Running>()
  #stopping = false
  #ended: { id: string; attempts: number; spentMs: number }[] = []
  #writing: Promise<void> | undefined
  /** The last look around left something out for want of places. */
  #wanting = false

  constructor(
    private readonly context: Context,
    private readonly hooks: Hooks,
    private readonly plugins: PluginDesk,
    private readonly faults: Faults,
    private readonly timings: Timings,
    /** Called when a place someone waits for has become free. */
    private readonly onFree: () => void,
  ) {}

  /** Claims and starts what is due, as far as there are places. Returns how many were started. */
  async fill(): Promise<number> {
    let started = 0
    this.#wanting = false
    while (!this.#stopping) {
      const places = this.#places()
      const listening = this.#listening()
      const listeners = this.#open(listening)
      // Those left out here may have more: look again when one of their deliveries ends.
      if (places <= 0 || listeners.length < listening.length) this.#wanting = true
      if (places <= 0 || listeners.length === 0) break
      const limit = places * 2
      const due = await this.#due(listeners, limit)
      if (due.length === 0) break
      const wanted = this.#choose(due)
      const [events, ours] = [await this.#events(wanted), await this.#claim(wanted)]
      for (const delivery of ours) this.#start(delivery, events.get(delivery.event))
      started += ours.length
      if (due.length < limit && wanted.length === due.length) break
    }
    return started
  }

  /** Delivers until nothing is due and nothing runs. `inTime` is false when `until` (performance.now) came first. */
  async settle(until: number): Promise<{ inTime: boolean; started: number }> {
    let started = 0
    for (;;) {
      started += await this.fill()
      if (this.#running.size === 0) return { inTime: true, started }
      if (!(await this.#nextEnd(until))) return { inTime: false, started }
    }
  }

  /** Starts nothing more, and waits for what runs; false when it took longer. */
  async stop(until: number): Promise<boolean> {
    this.#stopping = true
    while (this.#running.size > 0) if (!(await this.#nextEnd(until))) return false
    return true
  }

  async #nextEnd(until: number): Promise<boolean> {
    const left = until - performance.now()
    if (left <= 0) return false
    const timer = Promise.withResolvers<boolean>()
    const handle = setTimeout(() => timer.resolve(false), left)
    const ends = [...this.#running.values()].map((r) => r.ended.then(() => true))
    const ended = await Promise.race([...ends, timer.promise])
    clearTimeout(handle)
    return ended
  }

  /** Places left; deliveries that are slow count no more, or a few that hang would keep all others waiting. */
  #places(): number {
    let quick = 0
    for (const { slow } of this.#running.values()) if (!slow) quick += 1
    return this.context.tuning.concurrency - quick
  }

  #runningOf(listener: string): number {
    let n = 0
    for (const r of this.#running.values()) if (r.listener === listener) n += 1
    return n
  }

  /** Listeners of what is in force now. Deliveries of a plugin that is off, or of a module that is gone, wait. */
  #listening(): string[] {
    return [...this.hooks.listeners.keys()].filter((id) => this.plugins.isOn(this.hooks.moduleOf(id)))
  }

  /** Those with a turn left. */
  #open(listening: readonly string[]): string[] {
    const { perListener } = this.context.tuning
    return listening.filter((id) => this.#runningOf(id) < perListener)
  }

  async #due(listeners: string[], limit: number): Promise<Delivery[]> {
    const { app } = this.context
    return findRows<Delivery>(app.payload, DELIVERIES, {
      where: { and: [dueNow(app.clock.now()), { listener: { in: listeners } }] },
      sort: 'nextAt',
      limit,
    })
  }

  async #events(due: Delivery[]): Promise<Map<string, Event>> {
    const keys = [...new Set(due.map((d) => d.event))]
    const events = await findRows<Event>(this.context.app.payload, EVENTS, {
      where: { key: { in: keys } },
      select: { key: true, data: true, at: true, origin: true },
    })
    return new Map(events.map((e) => [e.key, e]))
  }

  /** As many as there are places for, in all and for each listener. */
  #choose(due: Delivery[]): Delivery[] {
    let places = this.#places()
    const turns = new Map<string, number>()
    return due.filter(({ listener }) => {
      const left = turns.get(listener) ?? this.context.tuning.perListener - this.#runningOf(listener)
      if (places <= 0 || left <= 0) return false
      places -= 1
      turns.set(listener, left - 1)
      return true
    })
  }

  /** Those that are ours from now on, where nobody was faster. */
  async #claim(wanted: Delivery[]): Promise<Delivery[]> {
    const { app, tuning } = this.context
    const now = app.clock.now()
    const until = new Date(now.getTime() + tuning.listenerTimeoutMs + LOCK_MARGIN_MS)
    const alive: Delivery[] = []
    for (const delivery of wanted) {
      // Every attempt was cut, the last one too: it may be what brings the process down.
      if (delivery.attempts < tuning.maxAttempts) alive.push(delivery)
      else await this.#bury(delivery, now)
    }
    const won = await claimDeliveries(app, alive, now, until)
    return alive.filter(({ id }) => won.has(id))
  }

  async #bury(delivery: Delivery, now: Date): Promise<void> {
    const error = delivery.error ?? 'cut off at each attempt'
    const seen: Where = {
      and: [{ id: { equals: delivery.id } }, { attempts: { equals: delivery.attempts } }, dueNow(now)],
    }
    const data = { state: 'dead', nextAt: null, lockedUntil: null, error }
    if (await compareAndSet(this.context.app, DELIVERIES, seen, data)) {
      this.#logDead(delivery, delivery.attempts, error)
    }
  }

  #start(delivery: Delivery, event: Event | undefined): void {
    const running: Running = { listener: delivery.listener, slow: false, ended: Promise.resolve() }
    const slow = setTimeout(() => {
      running.slow = true
      if (this.#wanting) this.onFree()
    }, this.context.tuning.slowMs)
    slow.unref()
    // What a listener does belongs to the request in which the event came to pass, whichever process does it.
    const trace = {
      listener: delivery.listener,
      event: delivery.event,
      ...(event?.origin ? { request: event.origin } : {}),
    }
    running.ended = traced(trace, () => this.#deliver(delivery, event))
      .catch(this.context.onError(`delivery to ${delivery.listener}`))
      .finally(() => {
        clearTimeout(slow)
        this.#running.delete(delivery.id)
        if (this.#wanting) this.onFree()
      })
    this.#running.set(delivery.id, running)
  }

  async #deliver(delivery: Delivery, event: Event | undefined): Promise<void> {
    if (event && delivery.attempts === 0 && this.#isSetAside(delivery, event)) {
      await this.#finish(delivery, { state: 'dropped', nextAt: null })
      return
    }
    const began = performance.now()
    let failure: unknown
    try {
      await this.#call(delivery, event)
    } catch (error) {
      failure = error ?? new Error('failed without an error')
    }
    const took = performance.now() - began
    const spentMs = Math.round(took)
    this.timings.add(this.hooks.moduleOf(delivery.listener), 'listener', took, failure !== undefined)
    const dead = delivery.attempts + 1 >= this.context.tuning.maxAttempts
    const outcome = failure === undefined ? 'done' : dead ? 'dead' : 'failed'
    measure('delivery', { listener: delivery.listener, outcome, ms: spentMs })
    if (failure === undefined) await this.#done(delivery, spentMs)
    else await this.#fail(delivery, failure, spentMs)
  }

  /** Did staff set it aside, when the plugin was turned on again? (plugins/switch.ts) */
  #isSetAside(delivery: Delivery, event: Event): boolean {
    const row = this.plugins.row(this.hooks.moduleOf(delivery.listener))
    if (!row?.skipFrom || !row.skipUntil) return false
    const at = new Date(event.at)
    return at >= new Date(row.skipFrom) && at < new Date(row.skipUntil)
  }

  async #call(delivery: Delivery, event: Event | undefined): Promise<void> {
    const listener = this.hooks.listeners.get(delivery.listener)
    if (!listener) throw new Error('no such listener')
    if (!event) throw new Error(`no event ${delivery.event}`)
    const { app, tuning } = this.context
    const answer = listener(app, { key: event.key, at: event.at, data: JSON.parse(event.data) })
    await inTime(answer, tuning.listenerTimeoutMs)
  }

  async #fail(delivery: Delivery, failure: unknown, spentMs: number): Promise<void> {
    const { app, tuning } = this.context
    const attempts = delivery.attempts + 1
    const error = errorLine(failure)
    this.faults.note(this.hooks.moduleOf(delivery.listener), 'listener', delivery.name, failure)
    if (attempts >= tuning.maxAttempts) {
      this.#logDead(delivery, attempts, error)
      await this.#finish(delivery, { state: 'dead', error, spentMs, nextAt: null })
      return
    }
    const wait = backoffMs(attempts, {
      base: tuning.backoffBaseMs,
      factor: tuning.backoffFactor,
      max: tuning.backoffMaxMs,
      jitter: tuning.backoffJitter,
    })
    app.log.warn(
      { listener: delivery.listener, event: delivery.name, attempts, error, retryInMs: wait, err: failure },
      'a listener failed; it will be tried again',
    )
    const nextAt = new Date(app.clock.now().getTime() + wait).toISOString()
    await this.#finish(delivery, { state: 'pending', error, spentMs, nextAt })
  }

  /** Written down together with others that end just now: a write costs more than most listeners do. */
  #done(delivery: Delivery, spentMs: number): Promise<void> {
    this.#ended.push({ id: delivery.id, attempts: delivery.attempts + 1, spentMs })
    this.#writing ??= sleep(this.context.tuning.finishMs).then(() => {
      const ended = this.#ended.splice(0)
      this.#writing = undefined
      return finishDeliveries(this.context.app, ended)
    })
    return this.#writing
  }

  async #finish(delivery: Delivery, data: Record<string, unknown>): Promise<void> {
    const mine: Where = {
      and: [
        { id: { equals: delivery.id } },
        { state: { equals: 'running' } },
        { attempts: { equals: delivery.attempts + 1 } },
      ],
    }
    const { app } = this.context
    if (!(await compareAndSet(app, DELIVERIES, mine, { ...data, lockedUntil: null }))) {
      app.log.warn(
        { listener: delivery.listener, event: delivery.name },
        'a delivery was taken over meanwhile',
      )
    }
  }

  #logDead(delivery: Delivery, attempts: number, error: string): void {
    this.context.app.log.error(
      { listener: delivery.listener, event: delivery.name, delivery: delivery.id, attempts, error },
      'a delivery was given up; staff can try it again',
    )
  }
}

/** Its turn has come, or it runs and its process was not heard of: nextAt says both, and is empty for the rest. */
const dueNow = (now: Date): Where => ({ nextAt: { less_than_equal: now.toISOString() } })
