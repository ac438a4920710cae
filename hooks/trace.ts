import { AsyncLocalStorage } from 'node:async_hooks'

/** In whose course something is done: every line of the log says it (src/server/log.ts), every fact carries `request`. */
export type Trace = {
  /** The request in which it all began, also where a listener works hours later. */
  readonly request?: string
  readonly job?: string
  readonly listener?: string
  /** Key of the event a listener was told. */
  readonly event?: string
  readonly command?: string
}

/** One for the process: Next's bundle of the admin holds its own copy of this file. */
const KEY = Symbol.for('compagnon.trace')
type Holder = { [KEY]?: AsyncLocalStorage<Trace> }
const holder = globalThis as Holder
holder[KEY] ??= new AsyncLocalStorage<Trace>()
const storage = holder[KEY]

/** Does something in the course of `trace`, and of nothing else: what was before is not inherited. */
export const traced = <T>(trace: Trace, work: () => T): T => storage.run(trace, work)

/** In whose course we are now; empty outside of all. */
export const traceNow = (): Trace => storage.getStore() ?? {}
