import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportPerson } from '@/collections/members/service/exportPerson'
import { systemClock } from '@/core/clock'
import { newId } from '@/core/ids'
import { ok, refuse, unwrap } from '@/core/result'
import { setApp } from '@/hooks'
import { createApp, faultsOf, type RunningApp, turnOff, turnOn } from '@/hooks/runtime'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { findRows } from '@/hooks/runtime/store'
import { memoryLog } from '@/hooks/runtime/tests/memoryLog'
import { modules } from '@/src/modules'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { explain } from '@/web/context'
import { hanging, heard, orphan, stillborn, well, wrong } from './misbehaving'

let app: RunningApp
let server: TestServer
let visitor: Browser
let admin: Browser
const { log, lines } = memoryLog()

beforeAll(async () => {
  const { payload, settings } = (await bootApp()).app
  app = createApp({
    payload,
    settings,
    log,
    clock: systemClock,
    modules: [...modules, wrong, hanging, stillborn, orphan, well],
    tuning: {
      nudgeMs: 1,
      sweepMs: 50,
      deliveryPollMs: 20,
      revisionPollMs: 50,
      slowMs: 50,
      listenerTimeoutMs: 400,
    },
  })
  setApp(app)
  await app.start()
  server = await serve(app)
  visitor = server.as()
  const { id } = await makePerson(app, { grants: [{ role: 'administrator' }] })
  admin = server.as((await asVisitor(app, id)).token)
})
afterAll(async () => {
  await server.stop()
  await app.stop({ timeoutMs: 5_000 })
  setApp((await bootApp()).app)
})

describe('a plugin that does everything wrong', () => {
  it('at start is left out; the house opens', async () => {
    expect(app.isOn('stillborn')).toBe(false)
    expect((await visitor.get('/mort-nee')).status).toBe(404)
    expect((await visitor.get('/d-aplomb')).status).toBe(200)
    expect(await (await admin.get('/bureau/extensions')).text()).toContain('en panne')
  })

  it('at start is never said to be on, and who needs it is told why it waits', async () => {
    const page = '/bureau/extensions/stillborn'
    await admin.post(`${page}/arreter`, { avec: 'tous' })
    const cookie = (await admin.post(`${page}/activer`)).headers.get('set-cookie') ?? ''
    const flash = JSON.parse(
      Buffer.from(/flash=([\w-]+)/.exec(cookie)?.[1] ?? '', 'base64url').toString(),
    ) as { text: string }
    expect(flash.text).toMatch(/^Elle n’a pas pu démarrer.: Error: boom/)
    await admin.post('/bureau/extensions/orphan/activer')
    const html = await (await admin.get(page)).text()
    expect(html).toMatch(/Elle n’a pas pu démarrer.: Error.?: boom/)
    expect(await (await admin.get('/bureau/extensions/orphan')).text()).toMatch(
      /il lui manque.: Mort-née, qui est en panne\./,
    )
  })

  it('breaks its own pages only, and says no more than it should', async () => {
    for (const path of ['/de-travers', '/de-travers/dessin']) {
      const answer = await visitor.get(path)
      expect(answer.status).toBe(500)
      expect(await answer.text()).not.toMatch(/boom|stack|\.tsx?/)
    }
    expect((await visitor.post('/de-travers')).status).toBe(500)
    expect((await visitor.get('/')).status).toBe(200)
    const today = await admin.get('/aujourdhui')
    expect(today.status).toBe(200)
    expect((await visitor.get('/d-aplomb')).status).toBe(200)
  })

  it('over a rule, a sentence or its part of an export leaves the rest standing', async () => {
    const { id } = await makePerson(app)
    // A refusal whose sentence is another plugin's; the menu; somebody's file; all that is known of them.
    expect(explain(app, refuse('trial.refused'), 'fr')).toBe('Pas cette fois.')
    expect((await admin.get('/bureau')).status).toBe(200)
    const file = await admin.get(`/bureau/personnes/${id}`)
    expect([file.status, await file.text()]).toEqual([200, expect.not.stringContaining('boom')])
    // The long acts of others, among which its own; a page of its own that nobody may enter.
    expect((await admin.get('/bureau/travaux')).status).toBe(200)
    expect((await admin.get('/de-travers/porte')).status).toBe(403)
    expect(await exportPerson(app, id)).toMatchObject({
      members: { account: { id } },
      wrong: { error: expect.stringContaining('could not be read') },
    })
  })

  it('hurts no other filter or listener, nor does one that hangs', { timeout: 20_000 }, async () => {
    expect(await app.filter('trial.price', 4, null)).toEqual(ok(8))
    const n = heard.length
    for (let i = 0; i < 20; i++) await app.emit('trial.happened', newId(), { n: i })
    const began = performance.now()
    while (heard.length < n + 20) {
      expect(performance.now() - began).toBeLessThan(10_000)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })

  it('is shown to staff with what went wrong, under its name', async () => {
    await app.runJob('wrong.job')
    await app.drain({ timeoutMs: 200 })
    await new Promise((resolve) => setTimeout(resolve, 700))
    const kinds = new Set((await faultsOf(app, 'wrong', 50)).map((f) => `${f.kind} ${f.name}`))
    for (const kind of [
      'listener trial.happened',
      'filter trial.price',
      'route GET /de-travers',
      'route POST /de-travers',
      'route GET /de-travers/dessin',
      'widget home',
      'widget today',
      'job wrong.job',
      'route menu /bureau/de-travers',
      'route GET /de-travers/porte',
      'job wrong.task',
      'route reasons',
      'route exportOf',
      'widget person',
    ])
      expect(kinds).toContain(kind)
    expect((await faultsOf(app, 'hanging')).map((f) => f.message)).toContain('Error: no answer within 400 ms')
    expect(await (await admin.get('/bureau/extensions/wrong')).text()).toContain('Error: boom')
    expect(lines.some((l) => JSON.stringify(l).includes('"module":"wrong"'))).toBe(true)
  })
})

describe('turned off and on at random under load', () => {
  it('50 times: no page fails, no event is lost, none comes twice', { timeout: 90_000 }, async () => {
    heard.length = 0
    let over = false
    let emitted = 0
    const bad: string[] = []
    const visiting = async (path: string) => {
      while (!over) {
        const { status } = await visitor.get(path)
        if (status !== 200 && status !== 404) bad.push(`${status} ${path}`)
      }
    }
    const emitting = async () => {
      while (!over) {
        await app.emit('trial.happened', newId(), { n: emitted++ })
        await new Promise((resolve) => setTimeout(resolve, 4))
      }
    }
    const load = [visiting('/d-aplomb'), visiting('/adhesion'), visiting('/'), emitting()]
    const ids = ['well', 'capped-membership', 'credit-rules', 'hanging']
    for (let i = 0; i < 50; i++) {
      const plugin = ids[Math.floor(Math.random() * ids.length)] as string
      const ask = { plugin, by: 'tests', withOthers: true }
      unwrap(await (app.isOn(plugin) ? turnOff(app, ask) : turnOn(app, { ...ask, waiting: 'deliver' })))
    }
    for (const plugin of ids)
      unwrap(await turnOn(app, { plugin, by: 'tests', withOthers: true, waiting: 'deliver' }))
    over = true
    await Promise.all(load)
    const began = performance.now()
    while (new Set(heard).size < emitted) {
      expect(performance.now() - began).toBeLessThan(30_000)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(bad).toEqual([])
    expect(heard.toSorted((a, b) => a - b)).toEqual(Array.from({ length: emitted }, (_, i) => i))
    const undone = () =>
      findRows(app.payload, DELIVERIES, {
        where: { and: [{ listener: { equals: 'well/trial.happened' } }, { state: { not_equals: 'done' } }] },
      })
    // The last may have been heard, and not be noted yet.
    await expect.poll(undone, { timeout: 10_000 }).toEqual([])
  })
})
