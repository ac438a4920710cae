import type { App, WorkKind } from '../app'
import type { RelaySource } from '../module'
import type { RunningApp } from './createApp'
import type { PluginView } from './plugins/inForce'
import type { Timing } from './plugins/timings'
import type { OnChange } from './revisions'

/*
 * What the owner of a running program may ask of it, from the App alone: tests, commands, the server.
 * Modules need none of this.
 */

export type { Probe } from './context'
export { createApp, type RunningApp } from './createApp'
export {
  countDeliveries,
  type DeadDelivery,
  type DeliveryCount,
  dropDelivery,
  listDead,
  replayDelivery,
  settleDead,
} from './deliveryVerbs'
export { LeaseKeeper, withLease } from './lease'
export { PLUGINS_TOPIC } from './plugins/desk'
export { type FaultRow, faultsOf, forgetFaults, pruneFaults, recentFaults } from './plugins/faults'
export { dependentsOf, type Lack, type PluginView, requirementsOf } from './plugins/inForce'
export {
  countWaiting,
  listenersOf,
  type SwitchRefusal,
  startAgain,
  turnOff,
  turnOn,
  type Waiting,
} from './plugins/switch'
export type { Timing } from './plugins/timings'
export { DEFAULTS, type Tuning } from './tuning'

function running(app: App): RunningApp {
  if (!('drain' in app)) throw new Error('this App was not made by createApp')
  return app as RunningApp
}

/** Relays and delivers until nothing is due; false when the time was over first. */
export const drain = (app: App, options?: { timeoutMs?: number }): Promise<boolean> =>
  running(app).drain(options)

/** Runs a job now and waits for it; false when it runs already, here or elsewhere. */
export const runJob = (app: App, id: string): Promise<boolean> => running(app).runJob(id)

/** Tells of each change of a topic, made here or in another process; returns how to stop. */
export const watchRevisions = (app: App, onChange: OnChange): (() => void) => running(app).onChange(onChange)

export const addRelaySource = (app: App, source: RelaySource): void => running(app).addRelaySource(source)

/** Every plugin, whether it is in force in this process, and what it lacks. */
export const pluginViews = (app: App): ReadonlyMap<string, PluginView> => running(app).plugins.views

/** What a module took of this process since it started, by kind of work. */
export const timingsOf = (app: App, module: string): ReadonlyMap<WorkKind, Timing> =>
  running(app).timings.of(module)
