import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock, SECOND } from '@/core/clock'
import { newId } from '@/core/ids'
import { ok, refuse, unwrap } from '@/core/result'
import type { Plugin } from '@/hooks'
import { DELIVERIES, FAULTS, PLUGIN_STATES } from '../collections'
import { faultsOf, type RunningApp, startAgain, turnOff, turnOn } from '../index'
import { findRows } from '../store'
import { bootPayload, eventually, makeApp, stopAll } from './support'

/** Plugins have rows of their own name, so each test makes others. */
const plugin = (name: string, more: Partial<Plugin> = {}): Plugin => ({
  id: `${name}-${newId().slice(-8)}`,
  version: '1.0.0',
  title: { fr: name, en: name },
  description: { fr: name, en: name },
  ...more,
})
const by = 'tests'
const off = (app: RunningApp, { id }: Plugin, withOthers = false) =>
  turnOff(app, { plugin: id, by, withOthers })
const on = (
  app: RunningApp,
  { id }: Plugin,
  more: { withOthers?: boolean; waiting?: 'deliver' | 'set-aside' } = {},
) => turnOn(app, { plugin: id, by, ...more })
const say = async (app: RunningApp, n = 1) => {
  const key = newId()
  await app.emit('test.other', key, { n })
  return `test.other:${key}`
}

beforeAll(() => bootPayload())
afterEach(stopAll)

describe('a plugin that is off', () => {
  it('is told nothing, filters nothing, offers nothing, runs nothing; on again, all of it', async () => {
    const heard: string[] = []
    let runs = 0
    const price = plugin('price', {
      on: { 'test.other': async (_, { key }) => void heard.push(key) },
      filters: { 'test.price': { apply: async (_, value) => ok(value + 1) } },
      services: { 'test.double': async (_, n) => ok(n * 2) },
      jobs: [{ id: `count-${newId()}`, everyMs: 1, run: async () => void runs++ }],
      menu: [{ place: 'public', href: '/x', label: { fr: 'x', en: 'x' }, order: 1 }],
    })
    const { app } = await makeApp({ modules: [price] })
    const job = price.jobs?.[0]?.id ?? ''
    const answers = async () => [
      app.isOn(price.id),
      app.modules.length,
      await app.filter('test.price', 1, { who: 'me' }),
      await app.call('test.double', 4),
      await app.runJob(job),
    ]
    expect(await answers()).toEqual([true, 1, ok(2), ok(8), true])
    const before = await say(app)
    await app.drain()
    unwrap(await off(app, price))
    await say(app)
    await app.drain()
    const absent = refuse('service.absent', { service: 'test.double' })
    expect(await answers()).toEqual([false, 0, ok(1), absent, false])
    expect([heard, runs]).toEqual([[before], 1])
    expect(app.installed).toEqual([price])
    unwrap(await on(app, price, { waiting: 'deliver' }))
    expect(await answers()).toEqual([true, 1, ok(2), ok(8), true])
  })

  it('keeps what came to pass meanwhile, and staff says what becomes of it', async () => {
    const heard: string[] = []
    const listener = plugin('listener', { on: { 'test.other': async (_, { key }) => void heard.push(key) } })
    const { app } = await makeApp({ modules: [listener] })
    const first = await say(app)
    await app.drain()
    unwrap(await off(app, listener))
    const missed = [await say(app), await say(app)]
    await app.drain()
    expect(await on(app, listener)).toEqual(refuse('plugin.choose', { count: 2 }))
    expect(app.isOn(listener.id)).toBe(false)
    unwrap(await on(app, listener, { waiting: 'deliver' }))
    await app.drain()
    expect(heard.toSorted()).toEqual([first, ...missed].toSorted())

    unwrap(await off(app, listener))
    await say(app)
    await app.drain()
    unwrap(await on(app, listener, { waiting: 'set-aside' }))
    const after = await say(app)
    await app.drain()
    expect(heard.slice(3)).toEqual([after])
    const dropped = await findRows(app.payload, DELIVERIES, {
      where: {
        and: [{ listener: { equals: `${listener.id}/test.other` } }, { state: { equals: 'dropped' } }],
      },
    })
    expect(dropped).toHaveLength(1)
  })

  it('sets aside only what came to pass while it was off, also after a crash between the two writes', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const heard: number[] = []
    let broken = true
    const listener = plugin('listener', {
      on: {
        'test.other': async (_, { data }) => {
          if (broken) throw new Error('not yet')
          heard.push(data.n)
        },
      },
    })
    const { app } = await makeApp({ modules: [listener], clock })
    await say(app, 1)
    await app.drain()
    clock.advance(SECOND)
    unwrap(await off(app, listener))
    await say(app, 2)
    await app.drain()
    clock.advance(SECOND)
    // The row says what was decided; that the deliveries follow is left to whoever looks next.
    const [row] = await findRows<{ id: string; since: string; rev: number }>(app.payload, PLUGIN_STATES, {
      where: { key: { equals: listener.id } },
    })
    await app.payload.db.updateOne({
      collection: PLUGIN_STATES as never,
      id: row?.id as string,
      data: {
        state: 'on',
        rev: Number(row?.rev) + 1,
        skipFrom: row?.since,
        skipUntil: clock.now().toISOString(),
      },
    })
    await app.plugins.load()
    broken = false
    clock.advance(60 * SECOND)
    await say(app, 3)
    await app.drain()
    expect(heard.toSorted()).toEqual([1, 3])
  })

  it('stays off in every process, and for those that start later', async () => {
    const shared = plugin('shared')
    const [a, b] = [await makeApp({ modules: [shared] }), await makeApp({ modules: [shared] })]
    await Promise.all([a.app.start(), b.app.start()])
    unwrap(await off(a.app, shared))
    expect(a.app.isOn(shared.id)).toBe(false)
    await eventually(() => !b.app.isOn(shared.id), 2_000)
    const c = await makeApp({ modules: [shared] })
    await c.app.start()
    expect(c.app.isOn(shared.id)).toBe(false)
    unwrap(await on(c.app, shared))
    await eventually(() => a.app.isOn(shared.id) && b.app.isOn(shared.id), 2_000)
  })

  it('is decided once by many at the same moment', async () => {
    const one = plugin('one')
    const { app } = await makeApp({ modules: [one] })
    const turned = await Promise.all(Array.from({ length: 8 }, () => off(app, one)))
    expect(turned.map((r) => unwrap(r).turned.length).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
    expect(app.isOn(one.id)).toBe(false)
  })
})

describe('requirements', () => {
  it('hold both ways: off with what needs it, on with what it needs', async () => {
    const base = plugin('base')
    const middle = plugin('middle', { requires: { [base.id]: '^1.0.0' } })
    const top = plugin('top', { requires: { [middle.id]: '*' } })
    const { app } = await makeApp({ modules: [base, middle, top] })
    expect(await off(app, base)).toEqual(refuse('plugin.needed', { others: `${top.id}, ${middle.id}` }))
    expect(unwrap(await off(app, base, true)).turned).toEqual([top.id, middle.id, base.id])
    expect(app.modules).toEqual([])
    expect(await on(app, top)).toEqual(refuse('plugin.needs-others', { others: `${base.id}, ${middle.id}` }))
    expect(unwrap(await on(app, top, { withOthers: true })).turned).toEqual([base.id, middle.id, top.id])
    expect(app.modules).toHaveLength(3)
  })

  it('say what cannot be had', async () => {
    const old = plugin('old')
    const picky = plugin('picky', { requires: { [old.id]: '^2.0.0', absent: '*' } })
    const { app, lines } = await makeApp({ modules: [old, picky] })
    expect(app.isOn(picky.id)).toBe(false)
    await app.start()
    await app.plugins.load()
    const said = lines.filter((l) => l.data.module === picky.id)
    expect(said.map((l) => [l.level, l.message])).toEqual([
      [
        'warn',
        `plugin ${picky.id} waits: it needs ${old.id} ^2.0.0, and 1.0.0 is installed; absent *, which is not installed`,
      ],
    ])
    expect(await on(app, picky)).toEqual(refuse('plugin.lacks', { others: `${old.id} ^2.0.0, absent *` }))
    expect(await off(app, plugin('never'))).toEqual(refuse('plugin.unknown'))
  })

  it('hold while two people decide against each other', async () => {
    const base = plugin('base')
    const top = plugin('top', { requires: { [base.id]: '*' } })
    const { app } = await makeApp({ modules: [base, top] })
    unwrap(await off(app, base, true))
    await Promise.all([on(app, top, { withOthers: true }), off(app, base, true)])
    await app.plugins.load()
    expect(app.isOn(top.id) && !app.isOn(base.id)).toBe(false)
  })
})

describe('a plugin that misbehaves', () => {
  it('at start is set aside with what requires it, shown, and may try again', async () => {
    let attempts = 0
    const sick = plugin('sick', {
      start: async () => {
        attempts += 1
        if (attempts === 1) throw new Error('no network')
      },
    })
    const needy = plugin('needy', { requires: { [sick.id]: '*' } })
    const well = plugin('well')
    const { app, lines } = await makeApp({ modules: [sick, needy, well] })
    await app.start()
    expect(app.modules).toEqual([well])
    expect(app.plugins.views.get(sick.id)).toMatchObject({ wanted: true, broken: 'Error: no network' })
    expect(lines.some((l) => JSON.stringify(l).includes(sick.id))).toBe(true)
    unwrap(await startAgain(app, { plugin: sick.id, by }))
    expect(app.modules).toEqual([sick, needy, well])
    expect(attempts).toBe(2)
  })

  it('that hangs at start keeps the house from nothing for longer than its seconds, and no other decision at all', async () => {
    const order: string[] = []
    const mute = plugin('mute', { start: () => new Promise(() => undefined) })
    const base = plugin('base', { start: async () => void order.push('base') })
    const top = plugin('top', { requires: { [base.id]: '*' }, start: async () => void order.push('top') })
    const { app } = await makeApp({ modules: [mute, top, base] })
    const started = app.start()
    await eventually(() => app.isOn(mute.id))
    const began = performance.now()
    void off(app, base, true)
    await eventually(() => !app.isOn(base.id) && !app.isOn(top.id), 2_000)
    expect(performance.now() - began).toBeLessThan(2_000)
    await started
    expect([app.isOn(mute.id), order]).toEqual([false, []])
    unwrap(await on(app, top, { withOthers: true }))
    expect(order).toEqual(['base', 'top'])
  })

  it('by claiming what another has is set aside', async () => {
    const first = plugin('first', { services: { 'test.double': async (_, n) => ok(n * 2) } })
    const second = plugin('second', { services: { 'test.double': async () => ok(0) } })
    const { app } = await makeApp({ modules: [first, second] })
    expect(await app.call('test.double', 4)).toEqual(ok(8))
    expect(app.plugins.views.get(second.id)?.broken).toMatch(/service test.double is claimed by first-/)
  })

  it('in a filter counts as a refusal, or as absent, as it says; one that hangs too', async () => {
    const boom = async () => {
      throw new Error('boom')
    }
    const modest = plugin('modest', { filters: { 'test.price': { whenBroken: 'skip', apply: boom } } })
    const strict = plugin('strict', { filters: { 'test.price': { order: 500, apply: boom } } })
    const { app } = await makeApp({ modules: [modest, strict] })
    expect(await app.filter('test.price', 3, { who: 'me' })).toEqual(
      refuse('filter.failed', { filter: 'test.price', module: strict.id }),
    )
    unwrap(await off(app, strict))
    expect(await app.filter('test.price', 3, { who: 'me' })).toEqual(ok(3))
    await app.drain()
    expect(await faultsOf(app, modest.id)).toMatchObject([
      { kind: 'filter', name: 'test.price', message: 'Error: boom', count: 2 },
    ])
  })

  it('in a listener or a job is noted, and the others go on', async () => {
    const heard: string[] = []
    const sick = plugin('sick', {
      on: {
        'test.other': async () => {
          throw new Error(`lost ${Math.random()}`)
        },
      },
      jobs: [{ id: `sick-${newId()}`, everyMs: 1, run: async () => Promise.reject(new Error('job')) }],
    })
    const well = plugin('well', { on: { 'test.other': async (_, { key }) => void heard.push(key) } })
    const { app } = await makeApp({ modules: [sick, well] })
    const keys = [await say(app), await say(app)]
    await app.drain()
    await app.runJob(sick.jobs?.[0]?.id ?? '')
    await app.drain()
    expect(heard.toSorted()).toEqual(keys.toSorted())
    // Figures apart, the same fault twice is one line.
    expect((await faultsOf(app, sick.id)).map(({ kind, count }) => [kind, count]).toSorted()).toEqual([
      ['job', 1],
      ['listener', 2],
    ])
    expect(app.timings.of(sick.id).get('listener')).toMatchObject({ runs: 2, faults: 2 })
    const rows = await findRows(app.payload, FAULTS, { where: { module: { equals: well.id } } })
    expect(rows).toEqual([])
  })
})
