import program from '../../../package.json' with { type: 'json' }
import type { App } from '../../app'
import { isPlugin, type Module, type Plugin } from '../../module'
import { PLUGIN_STATES } from '../collections'
import { errorLine } from '../errorLine'
import { findRows } from '../store'
import type { Faults } from './faults'
import { type Lack, type PluginView, requirementsOf, viewPlugins } from './inForce'

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
/** The house opens without a plugin that takes longer. */
const START_TIMEOUT_MS = 5_000

const saidOf = ({ plugin, range, why, found }: Lack): string =>
  why === 'missing'
    ? `${plugin} ${range}, which is not installed`
    : why === 'version'
      ? `${plugin} ${range}, and ${found} is installed`
      : `${plugin}, which is not on`

/** Which plugins are in force in this process. Every process follows the rows in the database. */
export class PluginDesk {
  #rows: ReadonlyMap<string, StateRow> = new Map()
  readonly #broken: Map<string, string>
  #views: Map<string, PluginView> = new Map()
  #modules: readonly Module[] = []
  #started = new Set<string>()
  readonly #told = new Map<string, string>()
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

  /**
   * Reads what staff decided, which holds from then on, and follows it: starts what came into force, stops what no
   * longer is, one after the other. One that hangs there keeps no other decision waiting.
   */
  async load(): Promise<void> {
    const rows = await findRows<StateRow>(this.app.payload, PLUGIN_STATES, { where: {} })
    // Of two looks at once the older may come last: what is known of a row only moves forward.
    const news = rows.filter((row) => row.rev > (this.#rows.get(row.key)?.rev ?? 0))
    // A plugin that could not start tries again once somebody has decided on it anew.
    for (const { key } of news) if (!this.conflicts.has(key)) this.#broken.delete(key)
    this.#rows = new Map([...this.#rows, ...news.map((row) => [row.key, row] as const)])
    this.#look()
    if (!this.#running) return
    this.#busy = this.#busy.catch(() => undefined).then(() => this.#follow())
    await this.#busy
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
    for (const { id } of this.installed.filter(isPlugin)) {
      // What it requires first: it may count on that having started.
      for (const next of requirementsOf(this.installed, id)) await this.#startOne(next)
      const plugin = this.#views.get(id)?.plugin
      if (plugin) await this.#startOne(plugin)
    }
    this.#tellLacks()
  }

  /** In the log, once: staff reads it on the page Extensions. */
  #tellLacks(): void {
    for (const [id, { wanted, lacks }] of this.#views) {
      const said = wanted ? lacks.map(saidOf).join('; ') : ''
      if (said !== (this.#told.get(id) ?? '') && said !== '')
        this.app.log.warn({ module: id, lacks }, `plugin ${id} waits: it needs ${said}`)
      this.#told.set(id, said)
    }
  }

  async #startOne({ id, start }: Plugin): Promise<void> {
    if (this.#started.has(id) || !this.isOn(id)) return
    this.#started.add(id)
    if (!start) return
    await this.app.attempt({
      module: id,
      kind: 'start',
      name: 'start',
      timeoutMs: START_TIMEOUT_MS,
      run: () => start(this.app),
      otherwise: (error) => {
        this.#broken.set(id, errorLine(error))
        this.#look()
      },
    })
    // What requires it may have to be stopped, or not be started at all.
    if (this.#broken.has(id)) await this.#stop([...this.#started].filter((id) => !this.isOn(id)))
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
