import type { Where } from 'payload'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '../../app'
import { isPlugin, listenerId, type Plugin } from '../../module'
import { compareAndSet, decide, fact, insertDeciding } from '../../rows'
import { DELIVERIES, EVENTS, PLUGIN_STATES } from '../collections'
import { findRows } from '../store'
import { PLUGINS_TOPIC, type PluginDesk, type StateRow } from './desk'
import { dependentsOf, requirementsOf } from './inForce'

declare module '@/hooks' {
  interface Actions {
    /** Staff turned a plugin on or off. */
    'plugin.switched': { plugin: string; to: 'on' | 'off'; by: string }
  }
}

export type SwitchRefusal =
  | 'plugin.unknown'
  | 'plugin.needed'
  | 'plugin.lacks'
  | 'plugin.needs-others'
  | 'plugin.choose'

/** What is to be done with what came to pass while it was off. */
export type Waiting = 'deliver' | 'set-aside'

const PAGE = 200

/**
 * Turns a plugin off, in every process: its row decides, each process follows it. Off already: done.
 * Refusals: `plugin.unknown`, `plugin.needed` (detail `others`: plugins in force that require it) unless
 * `withOthers`, which turns those off first.
 */
export async function turnOff(
  app: App,
  ask: { plugin: string; by: string; withOthers?: boolean },
): Promise<Result<{ turned: string[] }, SwitchRefusal>> {
  const plugin = pluginOf(app, ask.plugin)
  if (!plugin) return refuse('plugin.unknown')
  const rows = await statesOf(app)
  const others = dependentsOf(app.installed, ask.plugin).filter((p) => wanted(p, rows))
  if (others.length > 0 && !ask.withOthers) return refuse('plugin.needed', { others: ids(others) })
  return turn(app, [...others, plugin], 'off', ask.by)
}

/**
 * Turns a plugin on, in every process. What it was to be told while it was off is delivered or set aside, as
 * `waiting` says. On already: done.
 * Refusals: `plugin.unknown`, `plugin.lacks` (detail `others`: what is not installed, or too old), `plugin.needs-others`
 * (detail `others`: what must be turned on too) unless `withOthers`, `plugin.choose` (detail `count`: something waits and
 * `waiting` is not given).
 */
export async function turnOn(
  app: App,
  ask: { plugin: string; by: string; withOthers?: boolean; waiting?: Waiting },
): Promise<Result<{ turned: string[] }, SwitchRefusal>> {
  const plugin = pluginOf(app, ask.plugin)
  if (!plugin) return refuse('plugin.unknown')
  const required = requirementsOf(app.installed, ask.plugin)
  const missing = [...required, plugin].flatMap((p) => deskOf(app).views.get(p.id)?.lacks ?? [])
  const lacking = missing.flatMap(({ why, plugin: id, range }) => (why === 'off' ? [] : [`${id} ${range}`]))
  if (lacking.length > 0) return refuse('plugin.lacks', { others: lacking.join(', ') })
  const rows = await statesOf(app)
  const others = required.filter((p) => !wanted(p, rows))
  if (others.length > 0 && !ask.withOthers) return refuse('plugin.needs-others', { others: ids(others) })
  const all = [...others, ...(wanted(plugin, rows) ? [] : [plugin])]
  if (!ask.waiting) {
    const counts = await Promise.all(all.map((p) => countWaiting(app, p)))
    const count = counts.reduce((a, b) => a + b, 0)
    if (count > 0) return refuse('plugin.choose', { count })
  }
  return turn(app, all, 'on', ask.by, ask.waiting)
}

/** Has a plugin that could not start try again, in every process. Refusals: `plugin.unknown`, `plugin.changed`. */
export async function startAgain(
  app: App,
  ask: { plugin: string; by: string },
): Promise<Result<null, 'plugin.unknown' | 'plugin.changed'>> {
  const plugin = pluginOf(app, ask.plugin)
  if (!plugin) return refuse('plugin.unknown')
  const row = (await statesOf(app)).get(plugin.id)
  const since = app.clock.now().toISOString()
  const won = row
    ? await decide(app, PLUGIN_STATES as never, row, { since, actor: ask.by }, [])
    : await insertDeciding(
        app,
        PLUGIN_STATES as never,
        { key: plugin.id, state: plugin.startsOff ? 'off' : 'on', since, actor: ask.by },
        [],
      )
  if (!won) return refuse('plugin.changed')
  await app.touch(PLUGINS_TOPIC)
  await deskOf(app).load()
  return ok(null)
}

async function turn(
  app: App,
  plugins: Plugin[],
  to: 'on' | 'off',
  by: string,
  waiting?: Waiting,
): Promise<Result<{ turned: string[] }, never>> {
  const turned: string[] = []
  for (const plugin of plugins) if (await turnOne(app, plugin, to, by, waiting)) turned.push(plugin.id)
  // Even where nothing turned: somebody else did, and the next page must say so.
  await app.touch(PLUGINS_TOPIC)
  await deskOf(app).load()
  return ok({ turned })
}

/** One row decides. False when it stood there already. */
async function turnOne(
  app: App,
  plugin: Plugin,
  to: 'on' | 'off',
  by: string,
  waiting?: Waiting,
): Promise<boolean> {
  // Ends: each round that is lost was won by somebody else's decision.
  for (;;) {
    const [row] = await findRows<StateRow>(app.payload, PLUGIN_STATES, {
      where: { key: { equals: plugin.id } },
      limit: 1,
    })
    const is = row?.state ?? (plugin.startsOff ? 'off' : 'on')
    // What an earlier decision set aside, and a crash left.
    if (row) await setAside(app, plugin, row)
    if (is === to) return false
    const now = app.clock.now().toISOString()
    const skipped = to === 'on' && waiting === 'set-aside'
    const data = {
      state: to,
      since: now,
      actor: by,
      skipFrom: skipped ? (row?.since ?? new Date(0).toISOString()) : null,
      skipUntil: skipped ? now : null,
    }
    const facts = [
      fact(app, 'plugin.switched', `${plugin.id}:${(row?.rev ?? 0) + 1}`, { plugin: plugin.id, to, by }),
    ]
    const won = row
      ? await decide(app, PLUGIN_STATES as never, row, data, facts)
      : await insertDeciding(app, PLUGIN_STATES as never, { key: plugin.id, ...data }, facts)
    if (!won) continue
    if (skipped) await setAside(app, plugin, data)
    return true
  }
}

/** Sets aside what came to pass between two instants and waits for a plugin. Idempotent. */
async function setAside(
  app: App,
  plugin: Plugin,
  { skipFrom, skipUntil }: Pick<StateRow, 'skipFrom' | 'skipUntil'>,
): Promise<void> {
  if (!skipFrom || !skipUntil || listenersOf(plugin).length === 0) return
  const seen = new Set<string>()
  for (;;) {
    const waiting = await findRows<{ id: string; event: string }>(app.payload, DELIVERIES, {
      where: { and: [waitingFor(plugin), { attempts: { equals: 0 } }, { id: { not_in: [...seen] } }] },
      limit: PAGE,
      select: { event: true },
    })
    if (waiting.length === 0) return
    const events = await findRows<{ key: string }>(app.payload, EVENTS, {
      where: {
        and: [
          { key: { in: waiting.map((d) => d.event) } },
          { at: { greater_than_equal: skipFrom } },
          { at: { less_than: skipUntil } },
        ],
      },
      select: { key: true },
    })
    const within = new Set(events.map((e) => e.key))
    for (const { id, event } of waiting) {
      seen.add(id)
      if (!within.has(event)) continue
      await compareAndSet(
        app,
        DELIVERIES as never,
        { and: [{ id: { equals: id } }, { state: { equals: 'pending' } }, { attempts: { equals: 0 } }] },
        { state: 'dropped', nextAt: null },
      )
    }
  }
}

/** How many events wait for a plugin that is off. */
export async function countWaiting(app: App, plugin: Plugin): Promise<number> {
  if (listenersOf(plugin).length === 0) return 0
  return (await app.payload.db.count({ collection: DELIVERIES as never, where: waitingFor(plugin) }))
    .totalDocs
}

/** The ids of a module's listeners, as deliveries name them. */
export const listenersOf = (plugin: Plugin): string[] =>
  Object.keys(plugin.on ?? {}).map((action) => listenerId(plugin.id, action))

const waitingFor = (plugin: Plugin): Where => ({
  and: [{ listener: { in: listenersOf(plugin) } }, { state: { equals: 'pending' } }],
})

const deskOf = (app: App): PluginDesk => (app as App & { plugins: PluginDesk }).plugins

const pluginOf = (app: App, id: string): Plugin | undefined =>
  app.installed.filter(isPlugin).find((p) => p.id === id)

const statesOf = async (app: App): Promise<Map<string, StateRow>> => {
  const rows = await findRows<StateRow>(app.payload, PLUGIN_STATES, { where: {} })
  return new Map(rows.map((row) => [row.key, row]))
}
const wanted = (plugin: Plugin, rows: ReadonlyMap<string, StateRow>): boolean =>
  rows.has(plugin.id) ? rows.get(plugin.id)?.state === 'on' : !plugin.startsOff
const ids = (plugins: Plugin[]): string => plugins.map((p) => p.id).join(', ')
