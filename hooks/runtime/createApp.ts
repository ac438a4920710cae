import { hostname } from 'node:os'
import type { Payload } from 'payload'
import type { Clock } from '@/core/clock'
import { newId } from '@/core/ids'
import type { App, AppSettings, Logger } from '../app'
import type { Module, RelaySource } from '../module'
import { insertOnce, isDuplicate } from '../rows'
import { learnSecrets } from '../secretField'
import { traceNow } from '../trace'
import { DELIVERIES, EVENTS } from './collections'
import type { Context, Probe } from './context'
import { Deliveries } from './deliveries'
import { createHooks } from './dispatch'
import { errorLine } from './errorLine'
import { Jobs } from './jobs'
import { LeaseKeeper } from './lease'
import { Loop } from './loop'
import { attempting } from './plugins/attempt'
import { PLUGINS_TOPIC, PluginDesk } from './plugins/desk'
import { Faults } from './plugins/faults'
import { Timings } from './plugins/timings'
import { Relay } from './relay'
import { Revisions } from './revisions'
import { DEFAULTS, type Tuning } from './tuning'

type Options = {
  payload: Payload
  clock: Clock
  log: Logger
  settings: AppSettings
  modules: readonly Module[]
  /** Other figures than the usual ones, for tests. */
  tuning?: Partial<Tuning>
  /** The database can no longer be trusted (SQLITE_BUSY, see stack.md): the process must end. */
  onFatal?: (error: unknown) => void
  /** Crashes for tests. */
  probe?: Probe
}

/** The running program with what its owner may do: begin and end the work in the background. */
export type RunningApp = App & {
  /** Begins to relay, deliver, run jobs and follow revisions. An App answers calls without it. */
  start(): Promise<void>
  /** Ends it: nothing more is begun, what runs may end, facts of this process are relayed and delivered. */
  stop(options?: { timeoutMs?: number }): Promise<boolean>
  /** Relays and delivers until nothing is due; false when the time was over first. */
  drain(options?: { timeoutMs?: number }): Promise<boolean>
  /** Runs a job now and waits for it; false when it runs already, here or elsewhere. */
  runJob(id: string): Promise<boolean>
  addRelaySource(source: RelaySource): void
  /** Which plugins are in force here; `load` follows what was decided since. */
  readonly plugins: PluginDesk
  readonly timings: Timings
}

/** Ties modules, database and clock together into the one App of a process. */
export function createApp(options: Options): RunningApp {
  const { payload, clock, log, settings, modules, probe = () => undefined, onFatal } = options
  const tuning = { ...DEFAULTS, ...options.tuning }
  const holder = `${hostname()}:${process.pid}:${newId().slice(-6)}`
  const onError = (where: string) => (error: unknown) => {
    log.error({ where, error: errorLine(error), err: error }, 'work in the background failed')
    if (isBusy(error)) onFatal?.(error)
  }
  const hooks = createHooks({ modules })
  const timings = new Timings()

  const app: App = {
    payload,
    clock,
    log,
    settings,
    installed: modules,
    get modules() {
      return plugins.modules
    },
    get turn() {
      return plugins.turn
    },
    isOn: (module) => plugins.isOn(module),
    attempt: attempting(log, () => faults, timings),
    async emit(name, key, data) {
      const at = clock.now().toISOString()
      // Bears its own mark: the relay makes the deliveries, after a crash too.
      const row = {
        key: `${name}:${key}`,
        name,
        data: JSON.stringify(data),
        at,
        module: 'emit',
        origin: traceNow().request ?? null,
        pending: 1,
      }
      if (await insertOnce(app, EVENTS, row)) app.nudge(EVENTS)
    },
    // The registry is typed by name; what it holds under a name is what that name's contract says.
    filter: (name, value, context) => hooks.filter(app, name, value, context) as never,
    call: (name, input) => hooks.call(app, name, input) as never,
    touch: (...topics) => revisions.touch(topics),
    onChange: (told) => revisions.watch(told),
    nudge(collection) {
      if (relay.has(collection)) {
        relay.nudge(collection)
        relaying.wake()
      }
      if (collection === DELIVERIES) delivering.wake()
      if (jobs.nudge(collection)) forwarding.wake()
    },
  }

  const context: Context = { app, tuning, holder, probe, onError }
  const relay = new Relay(context, hooks)
  const faults = new Faults(app, () => noting.wake())
  const jobs = new Jobs(context)
  const plugins = new PluginDesk(app, modules, hooks.conflicts, faults, (off) => jobs.cutOf(off))
  const deliveries = new Deliveries(context, hooks, plugins, faults, timings, () => delivering.wake())
  const revisions = new Revisions(context)
  const runner = new LeaseKeeper({
    app,
    key: 'runner',
    holder,
    ttlMs: tuning.leaseMs,
    onWon: () => ticking.wake(),
    onLost: () => jobs.cut(),
    onError: onError('lease'),
  })

  const loop = (where: string, everyMs: number, work: () => Promise<unknown>, delayMs = 0) =>
    new Loop(
      async () => {
        await work()
      },
      { everyMs, delayMs, onError: onError(where) },
    )
  const relaying = loop(
    'relay',
    tuning.sweepMs,
    async () => {
      if ((await relay.relayNudged()) > 0) delivering.wake()
    },
    tuning.nudgeMs,
  )
  const sweeping = loop('relay', tuning.sweepMs, async () => {
    if ((await relay.sweep()) > 0) delivering.wake()
  })
  const delivering = loop('deliveries', tuning.deliveryPollMs, () => deliveries.fill())
  const ticking = loop('jobs', tuning.jobTickMs, async () => {
    if (runner.held()) await jobs.tick()
  })
  const forwarding = loop(
    'jobs',
    tuning.sweepMs,
    async () => {
      await jobs.bringForward()
      ticking.wake()
    },
    tuning.nudgeMs,
  )
  const noting = loop('faults', tuning.sweepMs, () => faults.flush(), tuning.faultsMs)
  const loops = [noting, relaying, sweeping, delivering, ticking, forwarding]

  // Secrets that another process saved: known here too, before anything here reads them.
  revisions.watch((topic) => {
    learnSecrets(payload, topic).catch(onError('secrets'))
  })
  revisions.watch((topic) => {
    if (topic !== PLUGINS_TOPIC) return
    plugins.load().then(() => {
      // What waited for a plugin that is back.
      delivering.wake()
      ticking.wake()
    }, onError('plugins'))
  })

  const drain = async ({ timeoutMs = 10_000 } = {}): Promise<boolean> => {
    const until = performance.now() + timeoutMs
    for (;;) {
      const copied = await relay.sweep()
      const { inTime, started } = await deliveries.settle(until)
      if (!inTime) return false
      // What was delivered may have decided something in its turn.
      if (copied === 0 && started === 0) {
        await faults.flush()
        return true
      }
      if (performance.now() > until) return false
    }
  }

  return Object.assign(app, {
    async start() {
      await learnSecrets(payload)
      await plugins.start()
      for (const l of loops) l.start()
      runner.start()
      await revisions.start()
      // What was decided between the first look and the watch.
      await Promise.all([plugins.load(), learnSecrets(payload)])
    },
    async stop({ timeoutMs = 10_000 } = {}): Promise<boolean> {
      const until = performance.now() + timeoutMs
      await Promise.all(loops.map((l) => l.stop()))
      const drained = await drain({ timeoutMs: timeoutMs / 2 })
      const ended = await Promise.all([deliveries.stop(until), jobs.stop(until)])
      await runner.stop()
      await revisions.stop()
      await plugins.stop()
      await faults.flush()
      return drained && ended.every(Boolean)
    },
    drain,
    runJob: (id: string) => jobs.runNow(id),
    addRelaySource: (source: RelaySource) => relay.add(source),
    plugins,
    timings,
  })
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  !isDuplicate(error) &&
  /SQLITE_BUSY|database is locked/.test(`${error.message} ${error.cause ?? ''}`)
