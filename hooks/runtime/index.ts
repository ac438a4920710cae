import type { App } from '../app'
import type { RelaySource } from '../module'
import type { RunningApp } from './createApp'
import type { OnChange } from './revisions'

/*
 * What the owner of a running program may ask of it, from the App alone: tests, commands, the server.
 * Modules need none of this.
 */

export type { Probe } from './context'
export { createApp, type RunningApp } from './createApp'
export { dropDelivery, replayDelivery } from './deliveryVerbs'
export { LeaseKeeper, withLease } from './lease'
export { PLUGINS_TOPIC } from './plugins/desk'
export { type FaultRow, faultsOf, forgetFaults } from './plugins/faults'
export type { Lack, PluginView } from './plugins/inForce'
export { countWaiting, turnOff, turnOn, type Waiting } from './plugins/switch'
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
