import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { decide, fact, insertDeciding, type NewFact } from '@/hooks'
import { DELIVERIES, EVENTS } from '../collections'
import type { Probe, RunningApp } from '../index'
import { findRows } from '../store'
import { bootPayload, hearing, makeApp, stopAll, THINGS } from './support'

type Delivery = { key: string; listener: string; state: string; event: string }
type Thing = { id: string; rev: number; facts: string | null; factsPending: number }

const eventsOf = (app: RunningApp, like: string) =>
  findRows<{ key: string; data: string; pending: number }>(app.payload, EVENTS, { where: { key: { like } } })
const deliveriesOf = (app: RunningApp, like: string) =>
  findRows<Delivery>(app.payload, DELIVERIES, { where: { event: { like } } })
const thing = async (app: RunningApp, id: string) => {
  const [row] = await findRows<Thing>(app.payload, 'test-things', { where: { id: { equals: id } } })
  if (!row) throw new Error('gone')
  return row
}
const decided = (app: RunningApp, key: string, n = 1): NewFact => fact(app, 'test.decided', key, { n })

beforeAll(() => bootPayload())
afterEach(stopAll)

describe('relay', () => {
  it('carries a decision to each listener, once', async () => {
    const heard: string[] = []
    const { app } = await makeApp({
      modules: [hearing('one', 'test.decided', heard), hearing('two', 'test.decided', heard)],
    })
    const key = newId()
    const id = await insertDeciding(app, THINGS, { key }, [decided(app, key, 7)])
    expect(await app.drain()).toBe(true)
    expect(heard.filter((h) => h.includes(key)).sort()).toEqual([
      `one test.decided:${key}`,
      `two test.decided:${key}`,
    ])
    const [event] = await eventsOf(app, key)
    expect(JSON.parse(event?.data ?? '')).toEqual({ n: 7 })
    expect(await thing(app, String(id))).toMatchObject({ rev: 1, factsPending: 0 })
    expect((await deliveriesOf(app, key)).map((d) => d.state)).toEqual(['done', 'done'])
  })

  it('carries the facts of several decisions on one row, whether relayed between them or not', async () => {
    const heard: string[] = []
    const { app } = await makeApp({ modules: [hearing('one', 'test.decided', heard)] })
    const key = newId()
    const id = String(await insertDeciding(app, THINGS, { key }, [decided(app, `${key}:1`)]))
    expect(await decide(app, THINGS, await thing(app, id), {}, [decided(app, `${key}:2`)])).toBe(true)
    await app.drain()
    expect(await decide(app, THINGS, await thing(app, id), {}, [decided(app, `${key}:3`)])).toBe(true)
    await app.drain()
    expect(heard.filter((h) => h.includes(key)).sort()).toEqual(
      [1, 2, 3].map((n) => `one test.decided:${key}:${n}`),
    )
  })

  it('refuses to decide on a row read without its waiting facts, which would be lost', async () => {
    const { app } = await makeApp({})
    const key = newId()
    const id = String(await insertDeciding(app, THINGS, { key }, [decided(app, `${key}:1`)]))
    expect(await decide(app, THINGS, { id, rev: 1 }, {}, [decided(app, `${key}:2`)])).toBe(false)
    await app.drain()
    expect(await decide(app, THINGS, { id, rev: 1 }, {}, [decided(app, `${key}:2`)])).toBe(true)
    await app.drain()
    expect((await eventsOf(app, key)).length).toBe(2)
  })

  it('does not clear what was decided while it copied', async () => {
    const heard: string[] = []
    const key = newId()
    let meddle: (() => Promise<void>) | undefined
    const probe: Probe = async (step, source) => {
      if (step !== 'deliveries' || source !== 'test-things') return
      const once = meddle
      meddle = undefined
      await once?.()
    }
    const { app } = await makeApp({ modules: [hearing('one', 'test.decided', heard)], probe })
    const id = String(await insertDeciding(app, THINGS, { key }, [decided(app, `${key}:1`)]))
    meddle = async () => {
      await decide(app, THINGS, await thing(app, id), {}, [decided(app, `${key}:2`)])
    }
    await app.drain()
    expect(heard.filter((h) => h.includes(key)).sort()).toEqual([
      `one test.decided:${key}:1`,
      `one test.decided:${key}:2`,
    ])
    expect((await thing(app, id)).factsPending).toBe(0)
  })

  it.each(['read', 'events', 'deliveries', 'cleared'] as const)(
    'mends a crash after the step “%s”',
    async (at) => {
      const heard: string[] = []
      const modules = [hearing('one', 'test.decided', heard), hearing('two', 'test.decided', heard)]
      const probe: Probe = (step, source) => {
        if (step === at && source === 'test-things') throw new Error('crash')
      }
      const key = newId()
      const dying = await makeApp({ modules, probe })
      await insertDeciding(dying.app, THINGS, { key }, [decided(dying.app, key)])
      await dying.app.drain()
      expect(dying.lines.some((l) => String(l.data.error).includes('crash'))).toBe(true)
      const next = await makeApp({ modules })
      await next.app.drain()
      await next.app.drain()
      expect((await eventsOf(next.app, key)).length).toBe(1)
      expect((await deliveriesOf(next.app, key)).map((d) => [d.listener, d.state]).sort()).toEqual([
        ['one/test.decided', 'done'],
        ['two/test.decided', 'done'],
      ])
      expect(heard.filter((h) => h.includes(key)).length).toBe(2)
    },
  )

  it('mends a crash between an emitted event and its deliveries', async () => {
    const heard: string[] = []
    const modules = [hearing('one', 'test.other', heard)]
    const probe: Probe = (step, source) => {
      if (step === 'read' && source === EVENTS) throw new Error('crash')
    }
    const key = newId()
    const dying = await makeApp({ modules, probe })
    await dying.app.emit('test.other', key, { n: 1 })
    await dying.app.emit('test.other', key, { n: 1 })
    await dying.app.drain()
    expect(heard).toEqual([])
    const next = await makeApp({ modules })
    await next.app.drain()
    await next.app.emit('test.other', key, { n: 1 })
    await next.app.drain()
    expect(heard).toEqual([`one test.other:${key}`])
  })

  it('asks the modules’ own sources, and keeps going when one fails', async () => {
    const heard: string[] = []
    const key = newId()
    let marks = ['a', 'b']
    const { app, lines } = await makeApp({
      modules: [
        {
          id: 'broken',
          relays: [
            {
              name: 'broken',
              pending: async () => {
                throw new Error('out of order')
              },
              clear: async () => undefined,
            },
          ],
        },
        {
          id: 'ledger',
          relays: [
            {
              name: 'marks',
              pending: async (app) =>
                marks.map((id) => ({ id, facts: [fact(app, 'test.other', `${key}:${id}`, { n: 1 })] })),
              clear: async (_, ids) => {
                marks = marks.filter((m) => !ids.includes(m))
              },
            },
          ],
        },
        hearing('one', 'test.other', heard),
      ],
    })
    await app.drain()
    expect(heard.sort()).toEqual([`one test.other:${key}:a`, `one test.other:${key}:b`])
    expect(marks).toEqual([])
    expect(lines.some((l) => l.data.where === 'relay of broken')).toBe(true)
  })

  it('leaves deliveries of a listener that is gone as they are', async () => {
    const key = newId()
    const heard: string[] = []
    const gone = await makeApp({
      modules: [hearing('gone', 'test.decided', heard)],
      probe: crashAfter('deliveries'),
    })
    await insertDeciding(gone.app, THINGS, { key }, [decided(gone.app, key)])
    const relayOnly = await makeApp({ modules: [hearing('gone', 'test.decided', heard)] })
    // Fanned out by a process that then ends before delivering.
    await gone.app.drain({ timeoutMs: 0 })
    const without = await makeApp({ modules: [] })
    heard.length = 0
    await gone.app.payload.db.updateOne({
      collection: DELIVERIES,
      where: { event: { like: key } },
      data: { state: 'pending', attempts: 0, nextAt: new Date(0).toISOString() },
    } as Parameters<typeof gone.app.payload.db.updateOne>[0])
    expect(await without.app.drain()).toBe(true)
    expect((await deliveriesOf(without.app, key)).map((d) => d.state)).toEqual(['pending'])
    await relayOnly.app.drain()
    expect(heard).toEqual([`gone test.decided:${key}`])
  })

  it('loses none of 200 decisions relayed by two processes at once, and tells each once', async () => {
    const heard: string[] = []
    const modules = [hearing('one', 'test.decided', heard), hearing('two', 'test.decided', heard)]
    const a = await makeApp({ modules })
    const b = await makeApp({ modules })
    await Promise.all([a.app.start(), b.app.start()])
    const run = newId()
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => {
        const app = n % 2 ? a.app : b.app
        return insertDeciding(app, THINGS, { key: `${run}:${n}` }, [decided(app, `${run}:${n}`, n)])
      }),
    )
    expect(await Promise.all([a.app.stop(), b.app.stop()])).toEqual([true, true])
    const mine = heard.filter((h) => h.includes(run))
    expect(mine.length).toBe(400)
    expect(new Set(mine).size).toBe(400)
    expect((await eventsOf(a.app, run)).length).toBe(200)
  })
})

function crashAfter(at: string): Probe {
  return (step) => {
    if (step === at) throw new Error('crash')
  }
}
