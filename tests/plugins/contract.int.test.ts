import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { type CollectionConfig, formatNames, type GlobalConfig } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { satisfies } from 'semver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opens } from '@/collections/members/areas'
import { COOKIE } from '@/collections/members/collections'
import { showText } from '@/collections/richtext/web/showText'
import { kindsOf } from '@/collections/tasks/service/rows'
import { systemClock } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, unwrap } from '@/core/result'
import { type App, type Module, menuOf, type Plugin, withIds } from '@/hooks'
import { collectionsOf, globalsOf } from '@/hooks/gate'
import { createApp, drain, faultsOf, forgetFaults, runJob, turnOff, turnOn } from '@/hooks/runtime'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { memoryLog } from '@/hooks/runtime/tests/memoryLog'
import program from '@/package.json' with { type: 'json' }
import { plugins } from '@/plugins/index'
import { commandsOf } from '@/server/commands/run'
import { modules } from '@/src/modules'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { renderWidgets } from '@/web/widgets'
import { badReasons, notInBothLanguages, withoutDefault } from './texts'

/*
 * What the house may expect of every plugin in plugins/index.ts, yours too. Its mails are read in both languages by
 * collections/mail/tests/templates.int.test.ts, its pages asked as everybody by tests/access, counted by tests/pages.
 */

let app: App
let server: TestServer
let chief: { person: Person; token: string; browser: Browser }
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  const { id } = await makePerson(app, { grants: [{ role: 'administrator' }] })
  const made = await asVisitor(app, id)
  chief = { ...made, browser: server.as(made.token) }
})
afterAll(() => server.stop())

/** Looks while a plugin is off, with those that require it; then all of them are on again. */
async function whileOff<T>({ id }: Plugin, look: () => Promise<T>): Promise<T> {
  const { turned } = unwrap(await turnOff(app, { plugin: id, by: 'tests', withOthers: true }))
  try {
    return await look()
  } finally {
    for (const plugin of turned.toReversed())
      unwrap(await turnOn(app, { plugin, by: 'tests', waiting: 'deliver' }))
  }
}

it('plugins have ids of their own, jobs, mails, permissions and blocks too', () => {
  const twice = (ids: string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)
  const all = <T>(of: (m: Module) => T[] | undefined) => modules.flatMap((m) => of(m) ?? [])
  expect(twice(modules.map((m) => m.id))).toEqual([])
  expect(twice(all((m) => m.jobs).map((job) => job.id))).toEqual([])
  expect(twice(all((m) => m.mails).map((mail) => mail.id))).toEqual([])
  expect(twice(all((m) => m.blocks).map((block) => block.slug))).toEqual([])
  expect(twice(all((m) => m.commands).map((command) => command.name))).toEqual([])
  for (const { permissions = [] } of plugins) expect(twice(permissions.map((p) => p.id))).toEqual([])
})

describe.each(plugins.map((plugin) => [plugin.id, plugin] as const))('%s', (id, plugin) => {
  it('speaks both languages', () => {
    expect(notInBothLanguages(plugin)).toEqual([])
    expect(badReasons(plugin)).toEqual([])
  })

  it('has settings that are set, or may be empty', () => {
    expect(withoutDefault(plugin.settings ?? [])).toEqual([])
  })

  it('says who may read, create, update and delete', () => {
    const silent = (slug: string, access: object | undefined, operations: string[]) =>
      operations.flatMap((operation) =>
        typeof access?.[operation as never] === 'function' ? [] : [`${slug} ${operation}`],
      )
    expect([
      ...(plugin.collections ?? []).flatMap((c) =>
        silent(c.slug, c.access, ['create', 'read', 'update', 'delete']),
      ),
      ...(plugin.globals ?? []).flatMap((g) => silent(g.slug, g.access, ['read', 'update'])),
    ]).toEqual([])
  })

  it('requires what there is', () => {
    const versions = new Map([
      ['compagnon', program.version],
      ...plugins.map((p) => [p.id, p.version] as const),
    ])
    for (const [other, range] of Object.entries(plugin.requires ?? {}))
      expect([other, satisfies(versions.get(other) ?? '0.0.0-missing', range)]).toEqual([other, true])
  })

  it('has the same schema off as on', async () => {
    const on = schema(app.installed)
    expect(await whileOff(plugin, async () => schema(app.installed))).toEqual(on)
    const slugs = (plugin.collections ?? []).map((c) => c.slug as string)
    expect(app.payload.config.collections.map((c) => c.slug)).toEqual(expect.arrayContaining(slugs))
  })

  it('answers nowhere while it is off', async () => {
    const answered = await whileOff(plugin, async () => {
      expect(app.isOn(id)).toBe(false)
      const found: string[] = []
      const ask = async (name: string, answer: Promise<Response>) => {
        const { status } = await answer
        if (status !== 404) found.push(`${name}: ${status}`)
      }
      for (const { path, get, post } of plugin.routes ?? []) {
        const address = path.replace(/[:*]\w+/g, newId()).replace(/[{}]/g, '')
        if (get) await ask(`GET ${path}`, chief.browser.get(address))
        if (post) await ask(`POST ${path}`, chief.browser.post(address))
      }
      for (const { slug } of plugin.collections ?? []) {
        await ask(`REST ${slug}`, chief.browser.get(`/api/${slug}`))
        await ask(`REST ${slug} create`, chief.browser.send('POST', `/api/${slug}`, {}))
        if (!(await graphqlRefuses(slug))) found.push(`GraphQL ${slug}`)
      }
      for (const { slug } of plugin.globals ?? [])
        await ask(`REST ${slug}`, chief.browser.get(`/api/globals/${slug}`))
      for (const name of Object.keys(plugin.services ?? {})) {
        const said = await app.call(name as never, {} as never)
        if (said.ok || said.reason !== 'service.absent') found.push(`service ${name}`)
      }
      for (const job of plugin.jobs ?? []) if (await runJob(app, job.id)) found.push(`job ${job.id}`)
      const hrefs = (['public', 'extranet', 'account'] as const).flatMap((place) =>
        menuOf(app, chief.person, place).map((entry) => entry.href),
      )
      for (const { href } of plugin.menu ?? []) if (hrefs.includes(href)) found.push(`menu ${href}`)
      const ctx = { app, who: chief.person, lang: 'fr' as const, now: app.clock.now() }
      for (const place of ['home', 'today', 'staff'] as const) {
        const { widgets } = await renderWidgets(ctx, place)
        if (widgets.some((widget) => widget.module === id)) found.push(`widget ${place}`)
      }
      // Panels, tasks, reminders, mails, areas: whoever shows them goes by the modules in force.
      if (app.modules.some((module) => module.id === id)) found.push('among the modules in force')
      for (const name of Object.keys(plugin.tasks ?? {}))
        if (kindsOf(app).includes(name)) found.push(`task ${name}`)
      for (const { id: area } of plugin.permissions ?? [])
        if (opens(`${id}:${area}`)) found.push(`area ${area}`)
      for (const { slug } of plugin.blocks ?? []) {
        const root = { children: [{ type: 'block', fields: { blockType: slug } }] }
        const { view } = await showText(ctx, { root })
        if (renderToStaticMarkup(view).includes('placed')) found.push(`block ${slug}`)
      }
      for (const { name } of plugin.commands ?? [])
        if (commandsOf(app).some((command) => command.name === name)) found.push(`command ${name}`)
      return found
    })
    expect(answered).toEqual([])
    expect(app.isOn(id)).toBe(!plugin.startsOff)
  })

  it('hears, filters and works no more while it is off', async () => {
    const { probe, called, run } = await probing(plugin)
    unwrap(await turnOff(run, { plugin: probe.id, by: 'tests' }))
    for (const name of Object.keys(plugin.on ?? {})) await run.emit(name as never, newId(), {} as never)
    await run.drain()
    for (const name of Object.keys(plugin.filters ?? {}))
      expect(await run.filter(name as never, 'as it was' as never, {} as never)).toEqual(ok('as it was'))
    for (const job of probe.jobs ?? []) await run.runJob(job.id)
    expect(called).toEqual([])
    // What came to pass meanwhile is kept, and staff says what becomes of it.
    const waiting = Object.keys(plugin.on ?? {}).length
    const back = await turnOn(run, { plugin: probe.id, by: 'tests' })
    expect(back).toMatchObject(
      waiting > 0 ? { reason: 'plugin.choose', detail: { count: waiting } } : { ok: true },
    )
    unwrap(await turnOn(run, { plugin: probe.id, by: 'tests', waiting: 'set-aside' }))
    await run.drain()
    expect(called).toEqual([])
    await run.stop({ timeoutMs: 0 })
  })

  it('hurts nobody by a listener that throws', async () => {
    const actions = Object.keys(plugin.on ?? {})
    const heard: string[] = []
    const witness: Module = {
      id: `witness-${newId()}`,
      on: Object.fromEntries(actions.map((name) => [name, async () => void heard.push(name)])),
    }
    const { probe, run } = await probing(plugin, { fails: true, beside: [witness] })
    for (const name of actions) await run.emit(name as never, newId(), {} as never)
    expect(await run.drain()).toBe(true)
    expect(heard.toSorted()).toEqual(actions.toSorted())
    const faults = await faultsOf(run, probe.id, 50)
    expect(faults.map((fault) => fault.name).toSorted()).toEqual(actions.toSorted())
    await forgetFaults(run, probe.id)
    // Nothing is to wait for a plugin that will never be again.
    await run.payload.db.deleteMany({ collection: DELIVERIES, where: { listener: { like: probe.id } } })
    await run.stop({ timeoutMs: 0 })
  })
})

/** All that fixes the database's schema: what there is of collections and globals without their functions. */
const schema = (installed: readonly Module[]) =>
  JSON.parse(
    JSON.stringify([
      ...withIds(collectionsOf(installed)).map(({ slug, fields }: CollectionConfig) => ({ slug, fields })),
      ...globalsOf(installed).map(({ slug, fields }: GlobalConfig) => ({ slug, fields })),
    ]),
  )

/** Asks GraphQL as the administrator, by the handler that Next serves it with. */
async function graphqlRefuses(slug: string): Promise<boolean> {
  const { singular, plural } = formatNames(slug)
  const name = singular === plural ? `all${singular}` : plural
  const answer = await GRAPHQL_POST(Promise.resolve(app.payload.config))(
    new Request(`${server.url}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, cookie: `${COOKIE}=${chief.token}` },
      body: JSON.stringify({ query: `{ ${name} { docs { id } } }` }),
    }),
  )
  const { data, errors = [] } = (await answer.json()) as {
    data?: Record<string, unknown>
    errors?: { extensions?: { statusCode?: number } }[]
  }
  return !data?.[name] && errors[0]?.extensions?.statusCode === 403
}

/**
 * A second program on the same database with a double of the plugin alone, under another id: the same hooks, which only
 * note that they were called. The house's own listeners are not told of what is made up here.
 */
async function probing(plugin: Plugin, { fails = false, beside = [] as Module[] } = {}) {
  await drain(app)
  const called: string[] = []
  const note = (what: string) => async () => {
    called.push(what)
    if (fails) throw new Error(`${what} throws`)
    return ok('changed')
  }
  const doubles = (record: object | undefined, made: (name: string) => unknown) =>
    Object.fromEntries(Object.keys(record ?? {}).map((name) => [name, made(name)]))
  const probe: Plugin = {
    id: `${plugin.id}-${newId().slice(-8)}`,
    version: plugin.version,
    title: plugin.title,
    description: plugin.description,
    on: doubles(plugin.on, (name) => note(`on ${name}`)) as Plugin['on'],
    filters: doubles(plugin.filters, (name) => ({ apply: note(`filter ${name}`) })) as Plugin['filters'],
    jobs: (plugin.jobs ?? []).map((job) => ({
      ...job,
      id: `${job.id}-${newId()}`,
      run: async () => void called.push(`job ${job.id}`),
    })),
  }
  const run = createApp({
    payload: app.payload,
    clock: systemClock,
    log: memoryLog().log,
    settings: app.settings,
    modules: [probe, ...beside],
  })
  return { probe, called, run }
}
