import program from '../../../package.json' with { type: 'json' }
import type { App } from '../../app'
import { isPlugin, type Module } from '../../module'
import { PLUGIN_STATES } from '../collections'
import { errorLine } from '../errorLine'
import { findRows } from '../store'
import type { Faults } from './faults'
import { type PluginView, viewPlugins } from './inForce'

export type StateRow = {
  id: string
  key: string
  state: 'on' | 'off'
  since: string
  actor: string
  skipFrom?: string | null
  skipUntil?: string | null
  rev: number
  facts?: string | null
  factsPending?: number | null
}

/** Topic of everything that depends on which plugins are on. */
export const PLUGINS_TOPIC = 'plugins'
const START_TIMEOUT_MS = 15_000

/** Which plugins are in force in this process. Every process follows the rows in the database. */
export class PluginDesk {
  #rows: ReadonlyMap<string, StateRow> = new Map()
  readonly #broken: Map<string, string>
  #views: Map<string, PluginView> = new Map()
  #modules: readonly Module[] = []
  #started = new Set<string>()
  #running = false
  #turn = 0
  #busy: Promise<void> = Promise.resolve()

  constructor(
    private readonly app: App,
    private readonly installed: readonly Module[],
    /** Plugins that claim what another has, found while the hooks were tied together. */
    private readonly conflicts: ReadonlyMap<string, string>,
    private readonly faults: Faults,
    /** Called with the plugins that no longer are in force. */
    private readonly onOff: (plugins: readonly string[]) => void,
  ) {
    this.#broken = new Map(conflicts)
    this.#look()
  }

  /** Changes each time the modules in force do: what was rendered for an earlier turn is out of date. */
  get turn(): number {
    return this.#turn
  }
  get modules(): readonly Module[] {
    return this.#modules
  }
  get views(): ReadonlyMap<string, PluginView> {
    return this.#views
  }
  isOn(module: string): boolean {
    const view = this.#views.get(module)
    return view === undefined || view.inForce
  }
  row(plugin: string): StateRow | undefined {
    return this.#rows.get(plugin)
  }

  /** Reads what staff decided, and follows it: starts what came into force, stops what no longer is. */
  load(): Promise<void> {
    this.#busy = this.#busy.catch(() => undefined).then(() => this.#load())
    return this.#busy
  }

  async #load(): Promise<void> {
    const rows = await findRows<StateRow>(this.app.payload, PLUGIN_STATES, { where: {} })
    // A plugin that could not start tries again once somebody has decided on it anew.
    for (const { key, rev } of rows) {
      if (this.#broken.has(key) && !this.conflicts.has(key) && this.#rows.get(key)?.rev !== rev)
        this.#broken.delete(key)
    }
    this.#rows = new Map(rows.map((row) => [row.key, row]))
    this.#look()
    if (this.#running) await this.#follow()
  }

  /** Starts the plugins in force; from now on each is started and stopped as it is turned on and off. */
  async start(): Promise<void> {
    this.#running = true
    for (const [id, why] of this.#broken) this.faults.note(id, 'start', 'conflict', new Error(why))
    await this.load()
  }

  async stop(): Promise<void> {
    this.#running = false
    await this.#busy.catch(() => undefined)
    await this.#stop([...this.#started])
  }

  async #follow(): Promise<void> {
    await this.#stop([...this.#started].filter((id) => !this.isOn(id)))
    // In the order of their requirements: a plugin may count on what it requires having started.
    for (;;) {
      const next = this.#modules.find((m) => isPlugin(m) && !this.#started.has(m.id) && this.#ready(m.id))
      if (!next) return
      this.#started.add(next.id)
      await this.#startOne(next)
    }
  }

  #ready(id: string): boolean {
    const needs = Object.keys(this.#views.get(id)?.plugin.requires ?? {})
    const waits = needs.some((need) => this.#views.get(need)?.inForce && !this.#started.has(need))
    // Two that require each other: somebody must begin.
    return !waits || this.#modules.every((m) => !isPlugin(m) || this.#started.has(m.id) || this.#inLoop(m.id))
  }

  #inLoop(id: string, from = id, seen = new Set<string>()): boolean {
    for (const need of Object.keys(this.#views.get(from)?.plugin.requires ?? {})) {
      if (need === id) return true
      if (seen.has(need)) continue
      if (this.#inLoop(id, need, seen.add(need))) return true
    }
    return false
  }

  async #startOne(module: Module): Promise<void> {
    if (!isPlugin(module) || !module.start) return
    const { start } = module
    await this.app.attempt({
      module: module.id,
      kind: 'start',
      name: 'start',
      timeoutMs: START_TIMEOUT_MS,
      run: () => start(this.app),
      otherwise: (error) => {
        this.#broken.set(module.id, errorLine(error))
        this.#look()
      },
    })
    // What requires it may have to be stopped, or not be started at all.
    if (this.#broken.has(module.id)) await this.#stop([...this.#started].filter((id) => !this.isOn(id)))
  }

  async #stop(plugins: readonly string[]): Promise<void> {
    for (const id of [...plugins].reverse()) {
      this.#started.delete(id)
      const module = this.installed.find((m) => m.id === id)
      if (!module || !isPlugin(module) || !module.stop) continue
      const { stop } = module
      await this.app.attempt({
        module: id,
        kind: 'start',
        name: 'stop',
        timeoutMs: START_TIMEOUT_MS,
        run: () => stop(this.app),
        otherwise: () => undefined,
      })
    }
  }

  #look(): void {
    const decided = new Map([...this.#rows].map(([id, { state }]) => [id, state === 'on']))
    const before = this.#views
    this.#views = viewPlugins({
      modules: this.installed,
      program: program.version,
      decided,
      broken: this.#broken,
    })
    this.#modules = this.installed.filter((m) => this.isOn(m.id))
    const changed = [...this.#views].filter(([id, view]) => before.get(id)?.inForce !== view.inForce)
    if (changed.length === 0) return
    this.#turn += 1
    const off = changed.flatMap(([id, view]) => (view.inForce ? [] : [id]))
    if (off.length > 0) this.onOff(off)
  }
}
