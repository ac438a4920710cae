import { ok, type Result, refuse } from '@/core/result'
import type { App } from '../app'
import { isPlugin, listenerId, type Module } from '../module'
import type { FilterName, ServiceName } from '../names'

type AnyListener = (app: App, event: { key: string; at: string; data: unknown }) => Promise<void>
type AnyFilter = (app: App, value: unknown, context: unknown) => Promise<Result<unknown>>
type AnyService = (app: App, input: unknown) => Promise<Result<unknown>>

export type Hooks = {
  /** Every listener of the house by its id. */
  readonly listeners: ReadonlyMap<string, AnyListener>
  /** The ids of those who listen to an action, in the order of the modules. */
  listenersOf(action: string): readonly string[]
  /** The module of each listener, by the listener's id. */
  moduleOf(listener: string): string
  /** Plugins left out because they claim what another module has, with what it is. */
  readonly conflicts: ReadonlyMap<string, string>
  filter(app: App, name: FilterName, value: unknown, context: unknown): Promise<Result<unknown>>
  call(app: App, name: ServiceName, input: unknown): Promise<Result<unknown>>
}

/** A filter stands between a person and their page: it has this long. */
const FILTER_TIMEOUT_MS = 5_000

/**
 * Ties what the modules declare together by name. Two modules of the core that claim the same are a bug, and throw;
 * a plugin that claims what another module has is left out.
 */
export function createHooks({ modules }: { modules: readonly Module[] }): Hooks {
  const conflicts = new Map<string, string>()
  const claimed = new Map<string, string>()
  const listeners = new Map<string, AnyListener>()
  const modulesOf = new Map<string, string>()
  const byAction = new Map<string, string[]>()
  const filters = new Map<string, { module: string; order: number; skip: boolean; apply: AnyFilter }[]>()
  const services = new Map<string, { module: string; run: AnyService }>()

  for (const module of modules) {
    const twice = claimsOf(module).find((claim) => claimed.has(claim))
    if (twice !== undefined) {
      const message = `${twice} is claimed by ${claimed.get(twice)} and by ${module.id}`
      if (!isPlugin(module) || twice === `module ${module.id}`) throw new Error(message)
      conflicts.set(module.id, message)
    }
    for (const claim of claimsOf(module)) if (!claimed.has(claim)) claimed.set(claim, module.id)
    for (const [action, listener] of entries<AnyListener>(module.on)) {
      const id = listenerId(module.id, action)
      listeners.set(id, listener)
      modulesOf.set(id, module.id)
      push(byAction, action, id)
    }
    for (const [name, { order = 100, whenBroken, apply }] of entries<DeclaredFilter>(module.filters)) {
      push(filters, name, { module: module.id, order, skip: whenBroken === 'skip', apply })
    }
    if (conflicts.has(module.id)) continue
    for (const [name, run] of entries<AnyService>(module.services)) {
      services.set(name, { module: module.id, run })
    }
  }
  // Stable: filters of the same order run in the order of the modules.
  for (const list of filters.values()) list.sort((a, b) => a.order - b.order)

  return {
    listeners,
    conflicts,
    moduleOf: (listener) => modulesOf.get(listener) ?? '',
    listenersOf: (action) => byAction.get(action) ?? [],
    async filter(app, name, value, context) {
      let current = value
      for (const { module, skip, apply } of filters.get(name) ?? []) {
        if (!app.isOn(module)) continue
        const before = current
        // One that throws refuses unless it says otherwise: letting a value pass unchecked is worse than saying no.
        const result = await app.attempt<Result<unknown>>({
          module,
          kind: 'filter',
          name,
          timeoutMs: FILTER_TIMEOUT_MS,
          run: () => apply(app, before, context),
          otherwise: () => (skip ? ok(before) : refuse('filter.failed', { filter: name, module })),
        })
        if (!result.ok) return result
        current = result.value
      }
      return ok(current)
    },
    async call(app, name, input) {
      const service = services.get(name)
      return service && app.isOn(service.module)
        ? service.run(app, input)
        : refuse('service.absent', { service: name })
    },
  }
}

type DeclaredFilter = { order?: number; whenBroken?: 'refuse' | 'skip'; apply: AnyFilter }

/** What only one module may have. */
const claimsOf = (module: Module): string[] => [
  `module ${module.id}`,
  ...(module.jobs ?? []).map((job) => `job ${job.id}`),
  ...Object.keys(module.services ?? {}).map((name) => `service ${name}`),
  ...(module.blocks ?? []).map((block) => `block ${block.slug}`),
]

const entries = <T>(record: object | undefined): [string, T][] =>
  Object.entries(record ?? {}).filter(([, value]) => value !== undefined) as [string, T][]

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
