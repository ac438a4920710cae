import type { Access, CollectionConfig, Endpoint, GlobalConfig } from 'payload'
import { appIfRunning } from './app'
import { isPlugin, type Module } from './module'
import { settingsGlobal } from './settings'

/** The collections of all modules; those of a plugin answer nobody while it is off. Schema and rows stay. */
export const collectionsOf = (modules: readonly Module[]): CollectionConfig[] =>
  modules.flatMap((m) => (m.collections ?? []).map((c) => (isPlugin(m) ? gated(m.id, c, EVERY) : c)))

/** The globals of all modules, and the settings of plugins. Settings can be prepared while the plugin is off. */
export const globalsOf = (modules: readonly Module[]): GlobalConfig[] =>
  modules.flatMap((m) =>
    isPlugin(m)
      ? [...(m.globals ?? []).map((g) => gated(m.id, g, OF_GLOBALS)), ...settingsGlobal(m)]
      : (m.globals ?? []),
  )

/** A plugin's collections and globals by slug: whoever routes by slug can say 404. */
export const ownersOf = (modules: readonly Module[]): Map<string, string> =>
  new Map(
    modules
      .filter(isPlugin)
      .flatMap((m) => [...(m.collections ?? []), ...(m.globals ?? [])].map((c) => [c.slug, m.id])),
  )

const EVERY = ['create', 'read', 'readVersions', 'update', 'delete', 'unlock'] as const
const OF_GLOBALS = ['read', 'readVersions', 'update'] as const

/** Before the program runs (migrations, generated files) nothing is off. */
const isOn = (plugin: string): boolean => appIfRunning()?.isOn(plugin) ?? true

function gated<T extends CollectionConfig | GlobalConfig>(
  plugin: string,
  entity: T,
  operations: readonly string[],
): T {
  const rules = (entity.access ?? {}) as Record<string, Access | undefined>
  const access = Object.fromEntries(
    operations
      .filter((operation) => rules[operation] !== undefined)
      .map((operation) => [operation, whileOn(plugin, rules[operation] as Access)]),
  )
  const hidden = entity.admin?.hidden
  return {
    ...entity,
    access: { ...rules, ...access },
    admin: {
      ...entity.admin,
      hidden: (args: never) =>
        !isOn(plugin) || (typeof hidden === 'function' ? hidden(args) : Boolean(hidden)),
    },
    ...(entity.endpoints ? { endpoints: entity.endpoints.map((e) => gatedEndpoint(plugin, e)) } : {}),
  } as T
}

const whileOn =
  (plugin: string, rule: Access): Access =>
  (args) =>
    isOn(plugin) ? rule(args) : false

const gatedEndpoint = (plugin: string, endpoint: Omit<Endpoint, 'root'>): Omit<Endpoint, 'root'> => ({
  ...endpoint,
  handler: (req) => (isOn(plugin) ? endpoint.handler(req) : new Response(null, { status: 404 })),
})
