import type { Payload } from 'payload'
import type { Clock } from '@/core/clock'
import type { Result } from '@/core/result'
import type { ActionName, Actions, FilterName, Filters, ServiceName, Services } from './names'

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
  /** How to reach Stripe; absent: money is taken by hand only. Secrets: never for a page nor a log. */
  readonly stripe?:
    | { readonly secretKey: string; readonly webhookSecret: string; readonly apiBase?: string }
    | undefined
  /** `Name <address>` that mails come from: the organizer of invitations. */
  readonly mailFrom?: string
}

type FilterShape<N extends FilterName> = Filters[N] extends { value: infer V; context: infer C }
  ? { value: V; context: C }
  : never
type ServiceShape<N extends ServiceName> = Services[N] extends { input: infer I; output: infer O }
  ? { input: I; output: O }
  : never

export type WorkKind = 'listener' | 'filter' | 'route' | 'widget' | 'job' | 'start'
export type Attempt<T, U> = {
  module: string
  kind: WorkKind
  /** Which one: an action, a path, the place of a widget. */
  name: string
  run: () => Promise<T>
  otherwise: (error: unknown) => U
  timeoutMs?: number
}

/** The running program, handed to every verb. One a process. Its modules are declared where modules are (module.ts). */
export interface App {
  readonly payload: Payload
  readonly clock: Clock
  readonly log: Logger
  readonly settings: AppSettings
  /** Counted up whenever the modules in force change: what was rendered at an earlier turn is out of date. */
  readonly turn: number
  /** Is this module in force in this process? Those of the core always are. */
  isOn(module: string): boolean
  /**
   * Does something in the name of a module. What it throws, or an answer that takes longer than `timeoutMs`, is
   * logged and noted as a fault of that module, and `otherwise` is the answer.
   */
  attempt<T, U = T>(work: Attempt<T, U>): Promise<T | U>
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
  /** Called whenever a topic has changed, here or in another process; returns how to stop. */
  onChange(told: (topic: string, rev: number) => void): () => void
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

/** The running program, or null before it has started: while the configuration is read, or migrations run. */
export const appIfRunning = (): App | null => (globalThis as Holder)[KEY] ?? null

/** The running program. Throws when it has not started: a bug, never a user's error. */
export function appOf(): App {
  const app = (globalThis as Holder)[KEY]
  if (!app) throw new Error('the program has not started')
  return app
}
