import { ok, type Refusal, type Result, refuse } from '@/core/result'
import type { App, FilterName, ServiceName } from '../app'
import { listenerId, type Module } from '../module'
import { errorLine } from './errorLine'

type AnyListener = (app: App, event: { key: string; at: string; data: unknown }) => Promise<void>
type AnyFilter = (app: App, value: unknown, context: unknown) => Promise<Result<unknown>>
type AnyService = (app: App, input: unknown) => Promise<Result<unknown>>

export type Hooks = {
  /** Every listener of the house by its id. */
  readonly listeners: ReadonlyMap<string, AnyListener>
  /** The ids of those who listen to an action, in the order of the modules. */
  listenersOf(action: string): readonly string[]
  filter(app: App, name: FilterName, value: unknown, context: unknown): Promise<Result<unknown>>
  call(app: App, name: ServiceName, input: unknown): Promise<Result<unknown>>
}

/** Ties what the modules declare together by name. Throws when two of them claim the same: a bug. */
export function createHooks({ modules }: { modules: readonly Module[] }): Hooks {
  onlyOnce(
    'module',
    modules.map((m) => m.id),
  )
  onlyOnce(
    'job',
    modules.flatMap((m) => (m.jobs ?? []).map((j) => j.id)),
  )
  const listeners = new Map<string, AnyListener>()
  const byAction = new Map<string, string[]>()
  const filters = new Map<string, { module: string; order: number; apply: AnyFilter }[]>()
  const services = new Map<string, { module: string; run: AnyService }>()

  for (const module of modules) {
    for (const [action, listener] of entries<AnyListener>(module.on)) {
      const id = listenerId(module.id, action)
      listeners.set(id, listener)
      push(byAction, action, id)
    }
    for (const [name, { order = 100, apply }] of entries<{ order?: number; apply: AnyFilter }>(
      module.filters,
    )) {
      push(filters, name, { module: module.id, order, apply })
    }
    for (const [name, run] of entries<AnyService>(module.services)) {
      const other = services.get(name)
      if (other) throw new Error(`service ${name} is offered by ${other.module} and by ${module.id}`)
      services.set(name, { module: module.id, run })
    }
  }
  // Stable: filters of the same order run in the order of the modules.
  for (const list of filters.values()) list.sort((a, b) => a.order - b.order)

  return {
    listeners,
    listenersOf: (action) => byAction.get(action) ?? [],
    async filter(app, name, value, context) {
      let current = value
      for (const { module, apply } of filters.get(name) ?? []) {
        const result = await guarded(app, module, name, () => apply(app, current, context))
        if (!result.ok) return result
        current = result.value
      }
      return ok(current)
    },
    async call(app, name, input) {
      const service = services.get(name)
      return service ? service.run(app, input) : refuse('service.absent', { service: name })
    },
  }
}

/** A filter that throws refuses: letting the value pass unchecked would be worse than saying no. */
async function guarded(
  app: App,
  module: string,
  name: string,
  apply: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  try {
    return await apply()
  } catch (error) {
    app.log.error({ filter: name, module, error: errorLine(error), err: error }, 'a filter threw')
    const refusal: Refusal = refuse('filter.failed', { filter: name, module })
    return refusal
  }
}

const entries = <T>(record: object | undefined): [string, T][] =>
  Object.entries(record ?? {}).filter(([, value]) => value !== undefined) as [string, T][]

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function onlyOnce(what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new Error(`two of the same ${what}: ${twice}`)
}
