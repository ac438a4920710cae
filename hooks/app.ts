import type { Payload } from 'payload'
import type { Clock } from '@/core/clock'
import type { Result } from '@/core/result'
import type { Actions, Filters, Services } from './index'
import type { Module } from './module'

export type ActionName = keyof Actions & string
export type FilterName = keyof Filters & string
export type ServiceName = keyof Services & string

export type Logger = {
  debug(data: object, message?: string): void
  info(data: object, message?: string): void
  warn(data: object, message?: string): void
  error(data: object, message?: string): void
}

export type AppSettings = {
  /** Where browsers reach us, without a trailing slash. */
  readonly publicUrl: string
  readonly timeZone: string
  readonly mailConfigured: boolean
}

type FilterShape<N extends FilterName> = Filters[N] extends { value: infer V; context: infer C }
  ? { value: V; context: C }
  : never
type ServiceShape<N extends ServiceName> = Services[N] extends { input: infer I; output: infer O }
  ? { input: I; output: O }
  : never

/** The running program, handed to every verb. One a process. */
export interface App {
  readonly payload: Payload
  readonly clock: Clock
  readonly log: Logger
  readonly settings: AppSettings
  readonly modules: readonly Module[]
  /**
   * Records a fact that has no deciding row of its own. Recording the same key twice is harmless.
   * Where a row decides, let the fact ride in it instead (`decide`, `insertDeciding`).
   */
  emit<N extends ActionName>(name: N, key: string, data: Actions[N]): Promise<void>
  /** Passes a value through the filters of a name, in order; any of them may refuse. */
  filter<N extends FilterName>(
    name: N,
    value: FilterShape<N>['value'],
    context: FilterShape<N>['context'],
  ): Promise<Result<FilterShape<N>['value']>>
  /** Calls a service by name; where nobody offers it: the refusal `service.absent`. */
  call<N extends ServiceName>(
    name: N,
    input: ServiceShape<N>['input'],
  ): Promise<Result<ServiceShape<N>['output']>>
  /** Says that what a topic covers has changed: cached pages and live events follow, in every process. */
  touch(...topics: string[]): Promise<void>
  /** Hints that facts wait in rows of a collection, so that they are relayed now rather than at the next sweep. */
  nudge(collection: string): void
}

/**
 * The App lives on globalThis: Next's bundle of the admin holds its own copies of our modules, and both
 * copies must find the one running program.
 */
const KEY = Symbol.for('compagnon.app')
type Holder = { [KEY]?: App }

export const setApp = (app: App | undefined): void => {
  ;(globalThis as Holder)[KEY] = app
}

/** The running program. Throws when it has not started: a bug, never a user's error. */
export function appOf(): App {
  const app = (globalThis as Holder)[KEY]
  if (!app) throw new Error('the program has not started')
  return app
}
