import { type App, isPlugin, type Plugin } from '@/hooks'
import {
  countDeliveries,
  dependentsOf,
  type FaultRow,
  listenersOf,
  type PluginView,
  pluginViews,
  recentFaults,
  requirementsOf,
} from '@/hooks/runtime'

export type State = 'on' | 'off' | 'waiting' | 'broken'

export const stateOf = (view: PluginView): State => {
  if (!view.wanted) return 'off'
  if (view.inForce) return 'on'
  return view.broken === undefined ? 'waiting' : 'broken'
}

export type Line = { view: PluginView; state: State; faults: number; dead: number; waiting: number }

/** Every plugin with what needs attention, and the faults of the core: two queries. */
export async function overview(app: App): Promise<{ lines: Line[]; core: FaultRow[] }> {
  const [counts, faults] = await Promise.all([countDeliveries(app), recentFaults(app)])
  const views = pluginViews(app)
  const lines = [...views.values()].map((view) => ({
    view,
    state: stateOf(view),
    faults: faults.filter((f) => f.module === view.plugin.id).reduce((sum, f) => sum + f.count, 0),
    ...deliveriesOf(view.plugin, counts),
  }))
  return { lines, core: faults.filter((f) => !views.has(f.module)) }
}

/** What a plugin's deliveries come to: those that wait, for it to be on or to be tried again, and those given up. */
export function deliveriesOf(
  plugin: Plugin,
  counts: readonly { listener: string; state: string; n: number }[],
): { dead: number; waiting: number } {
  const mine = new Set(listenersOf(plugin))
  const sum = (state: string) =>
    counts.filter((c) => mine.has(c.listener) && c.state === state).reduce((total, c) => total + c.n, 0)
  return { dead: sum('dead'), waiting: sum('pending') }
}

/** The plugins that go off with this one, and those that come on with it: by what was decided for them. */
export function companions(app: App, id: string): { off: Plugin[]; on: Plugin[] } {
  const views = pluginViews(app)
  const wanted = (p: Plugin) => views.get(p.id)?.wanted ?? false
  return {
    off: dependentsOf(app.installed, id).filter(wanted),
    on: requirementsOf(app.installed, id).filter((p) => !wanted(p)),
  }
}

export const findPlugin = (app: App, id: string): Plugin | undefined =>
  app.installed.filter(isPlugin).find((p) => p.id === id)
