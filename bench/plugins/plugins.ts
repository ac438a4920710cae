import { newId } from '@/core/ids'
import { ok } from '@/core/result'
import type { Module, Widget } from '@/hooks'
import { createApp, type RunningApp } from '@/hooks/runtime'
import { readConfig } from '@/server/config'
import { openProgram } from '@/server/openProgram'
import { renderWidgets } from '@/web/widgets'
import { answerAsks } from '../asks'
import { measure } from '../ledger/measure'
import type { PluginLine } from './measurePlugins'

declare module '@/hooks' {
  interface Actions {
    'bench.happened': { n: number }
  }
  interface Filters {
    'bench.price': { value: number; context: null }
  }
}

/* A process of its own that measures what plugins cost: an action heard by none, one, ten; a filter; a widget. */

const HOW_MANY = [0, 1, 10]

const plugin = (n: number): Module => ({
  id: `bench-${n}`,
  on: { 'bench.happened': async () => undefined },
  filters: { 'bench.price': { apply: async (_, value) => ok(value + 1) } },
  widgets: [{ place: 'home', order: n, load: async () => `encart ${n}` } satisfies Widget],
})

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const opened = await openProgram(read.config)

const house = (plugins: number): RunningApp =>
  createApp({
    payload: opened.payload,
    clock: opened.app.clock,
    log: opened.app.log,
    settings: opened.app.settings,
    modules: Array.from({ length: plugins }, (_, n) => plugin(n)),
  })

async function lines(ms: number): Promise<PluginLine[]> {
  const found: PluginLine[] = []
  const add = async (what: string, plugins: number, op: (app: RunningApp) => Promise<unknown>) => {
    const app = house(plugins)
    const extent = { lanes: 16, ms, most: Number.POSITIVE_INFINITY }
    const figures = await measure(extent, () => op(app))
    // To the last delivery: what was only put off would be free.
    const began = performance.now()
    await app.drain({ timeoutMs: 120_000 })
    const seconds = figures.seconds + (performance.now() - began) / 1000
    await app.stop({ timeoutMs: 10_000 })
    found.push({ what, plugins, figures: { ...figures, seconds, perSecond: figures.count / seconds } })
  }
  for (const n of HOW_MANY)
    await add('action, recorded and delivered', n, (app) => app.emit('bench.happened', newId(), { n }))
  for (const n of HOW_MANY) await add('filter', n, (app) => app.filter('bench.price', 1, null))
  for (const n of HOW_MANY)
    await add('widgets of a page', n, (app) =>
      renderWidgets({ app, who: null, lang: 'fr', now: app.clock.now() }, 'home'),
    )
  return found
}

answerAsks({ measure: ({ ms }: { ms: number }) => lines(ms), close: () => opened.close() })
