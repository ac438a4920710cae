import { satisfies } from 'semver'
import { isPlugin, type Module, type Plugin } from '../../module'

/** Something a plugin requires and does not have. */
export type Lack = { plugin: string; range: string; why: 'missing' | 'version' | 'off'; found?: string }

export type PluginView = {
  plugin: Plugin
  /** What staff has decided, or the manifest where nobody has. */
  wanted: boolean
  /** Wanted, with all it requires, and started. */
  inForce: boolean
  lacks: Lack[]
  /** Why it could not start in this process. */
  broken?: string
}

type Input = {
  modules: readonly Module[]
  /** The program's own version: what `requires: { compagnon: … }` asks for. */
  program: string
  /** Staff's decisions by plugin. */
  decided: ReadonlyMap<string, boolean>
  /** Plugins that could not start here, and why. */
  broken: ReadonlyMap<string, string>
}

/**
 * Which plugins are in force. One that lacks something it requires is not, whatever was decided for it: so two
 * people who turn on a plugin and turn off what it needs at the same moment end in a house that holds together.
 */
export function viewPlugins({ modules, program, decided, broken }: Input): Map<string, PluginView> {
  const plugins = modules.filter(isPlugin)
  const versions = new Map([['compagnon', program], ...plugins.map((p) => [p.id, p.version] as const)])
  const wanted = (p: Plugin) => decided.get(p.id) ?? !p.startsOff
  const standing = new Set(plugins.filter((p) => wanted(p) && !broken.has(p.id)).map((p) => p.id))
  const lacksOf = (plugin: Plugin): Lack[] =>
    Object.entries(plugin.requires ?? {}).flatMap(([id, range]): Lack[] => {
      const found = versions.get(id)
      if (found === undefined) return [{ plugin: id, range, why: 'missing' }]
      if (!satisfies(found, range, { includePrerelease: true }))
        return [{ plugin: id, range, why: 'version', found }]
      return id === 'compagnon' || standing.has(id) ? [] : [{ plugin: id, range, why: 'off' }]
    })
  // What falls may take with it what needs it: until nothing falls any more.
  for (let fell = true; fell; ) {
    const falling = plugins.filter((p) => standing.has(p.id) && lacksOf(p).length > 0)
    for (const { id } of falling) standing.delete(id)
    fell = falling.length > 0
  }
  return new Map(
    plugins.map((plugin) => {
      const why = broken.get(plugin.id)
      const view: PluginView = {
        plugin,
        wanted: wanted(plugin),
        inForce: standing.has(plugin.id),
        lacks: lacksOf(plugin),
        ...(why === undefined ? {} : { broken: why }),
      }
      return [plugin.id, view]
    }),
  )
}

/** Plugins that require this one, those that require them too, each before what it requires. */
export function dependentsOf(modules: readonly Module[], id: string): Plugin[] {
  return reach(modules.filter(isPlugin), id, (from, to) => to.requires?.[from] !== undefined).reverse()
}

/** Plugins that this one requires, directly or not, each before what requires it. Unknown ones are left out. */
export function requirementsOf(modules: readonly Module[], id: string): Plugin[] {
  const plugins = modules.filter(isPlugin)
  const byId = new Map(plugins.map((p) => [p.id, p]))
  return reach(plugins, id, (from, to) => byId.get(from)?.requires?.[to.id] !== undefined).reverse()
}

/** All that can be reached from `id`, the nearest first; one reached again moves to the end. */
function reach(plugins: Plugin[], id: string, leads: (from: string, to: Plugin) => boolean): Plugin[] {
  const found = new Map<string, Plugin>()
  const visit = (from: string, trail: readonly string[]): void => {
    for (const next of plugins) {
      if (!leads(from, next) || trail.includes(next.id)) continue
      found.delete(next.id)
      found.set(next.id, next)
      visit(next.id, [...trail, next.id])
    }
  }
  visit(id, [id])
  return [...found.values()]
}
