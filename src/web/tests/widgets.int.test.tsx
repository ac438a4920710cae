import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { Visitor } from '@/core/person'
import { unwrap } from '@/core/result'
import { definePlugin } from '@/hooks'
import { turnOff, turnOn } from '@/hooks/runtime'
import type { RunningApp } from '@/hooks/runtime/createApp'
import { bootBeside } from '@/tests/support/beside'
import { serve, type TestServer } from '@/tests/support/http'

const both = (text: string) => ({ fr: text, en: text })
const world = { words: 'un', broken: false }

function Broken(): never {
  throw new Error('cassé en rendant')
}

const cards = definePlugin({
  id: `cards-${newId().slice(-8)}`,
  version: '1.0.0',
  title: both('Cartes'),
  description: both('Des cartes d’essai.'),
  widgets: [
    { place: 'staff', order: 2, load: async ({ who, lang }) => <h2>{`${lang} ${who?.name}`}</h2> },
    { place: 'staff', order: 1, load: async () => <h2>première</h2> },
    { place: 'staff', order: 3, load: async () => null },
    { place: 'staff', order: 4, load: async () => Promise.reject(new Error('pas lu')) },
    { place: 'staff', order: 5, load: async () => <Broken /> },
    { place: 'staff', order: 6, load: () => new Promise(() => undefined) },
    {
      place: 'home',
      order: 999,
      topics: ['test-cards'],
      load: async () => {
        if (world.broken) throw new Error('accueil')
        return <p className="mine">{world.words}</p>
      },
    },
  ],
})

const who: Visitor = {
  id: newId(),
  email: 'x@test.example',
  name: 'Ana',
  lang: 'fr',
  standing: 'prospect',
  grants: [{ role: 'administrator' }],
}

let app: RunningApp
let leave: () => void
let server: TestServer
beforeAll(async () => {
  ;({ app, leave } = await bootBeside([cards]))
  server = await serve(app)
})
afterAll(async () => {
  await server.stop()
  leave()
})
const mine = async () =>
  unwrap(await app.call('widgets.render', { place: 'staff', who, lang: 'en' }))
    .filter((c) => c.module === cards.id)
    .map((c) => c.html)

describe('cards of the dashboard', () => {
  it('come in order, for whoever looks; those that throw or hang are left out and noted', async () => {
    expect(await mine()).toEqual(['<h2>première</h2>', '<h2>en Ana</h2>'])
    await app.drain()
    const { docs } = await app.payload.db.find<{ id: string; message: string; kind: string; name: string }>({
      collection: 'plugin-faults' as never,
      where: { module: { equals: cards.id } },
      pagination: false,
    })
    expect(docs.map((f) => `${f.kind} ${f.name} ${f.message}`).toSorted()).toEqual([
      'widget staff Error: cassé en rendant',
      'widget staff Error: no answer within 5000 ms',
      'widget staff Error: pas lu',
    ])
  })

  it('are gone while the plugin is off', async () => {
    unwrap(await turnOff(app, { plugin: cards.id, by: 'tests', withOthers: false }))
    expect(await mine()).toEqual([])
    unwrap(await turnOn(app, { plugin: cards.id, by: 'tests' }))
  })
})

describe('the home page', () => {
  const said = async () => /class="mine">(\w+)/.exec(await (await server.as().get('/')).text())?.[1]

  it('is kept until the topic of one of its blocks changes', async () => {
    expect(await said()).toBe('un')
    world.words = 'deux'
    expect(await said()).toBe('un')
    await app.touch('test-cards')
    expect(await said()).toBe('deux')
  })

  it('stands without a block that fails, and is not kept so', async () => {
    await app.touch('test-cards')
    world.broken = true
    expect(await said()).toBeUndefined()
    world.broken = false
    expect(await said()).toBe('deux')
  })
})
