import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import { definePlugin, installedBlocks } from '@/hooks'
import { turnOff, turnOn } from '@/hooks/runtime'
import type { RunningApp } from '@/hooks/runtime/createApp'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootBeside } from '@/tests/support/beside'
import { type Browser, serve, type TestServer } from '@/tests/support/http'

/** What the blocks of this test show and how they behave. */
const world = { words: 'un', broken: false, late: false, calls: 0 }
const both = (text: string) => ({ fr: text, en: text })

const showy = definePlugin({
  id: `showy-${newId().slice(-8)}`,
  version: '1.0.0',
  title: both('Vitrine'),
  description: both('Des blocs d’essai.'),
  blocks: [
    {
      slug: 'test-words',
      labels: { singular: both('Mots'), plural: both('Mots') },
      topics: ['test-words'],
      fields: [
        { name: 'suffix', type: 'text', maxLength: 10 },
        { name: 'times', type: 'number', required: true, min: 1, max: 3, defaultValue: 1 },
        { name: 'loud', type: 'checkbox' },
        { name: 'shade', type: 'select', options: ['light', 'dark'] },
      ],
      render: async (_, { suffix = '', times }) => {
        world.calls += 1
        if (world.late) await new Promise(() => undefined)
        if (world.broken) throw new Error('sans mots')
        return <p className="said">{`${world.words}${suffix}`.repeat(Number(times))}</p>
      },
    },
    {
      slug: 'test-fresh',
      labels: { singular: both('Frais'), plural: both('Frais') },
      fields: [],
      render: async () => <p>{`frais ${world.words}`}</p>,
    },
    {
      slug: 'test-inside',
      labels: { singular: both('Dedans'), plural: both('Dedans') },
      topics: [],
      fields: [],
      render: async () => <Broken />,
    },
  ],
})

function Broken(): never {
  throw new Error('cassé en rendant')
}

let app: RunningApp
let leave: () => void
let server: TestServer
let editor: Browser

const asStaff = async (grants: RoleGrant[]) => {
  const made = await makePerson(app, { standing: 'prospect', grants })
  return server.as((await asVisitor(app, made.id)).token)
}
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const block = (blockType: string, fields: object = {}) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: newId(), blockName: '', blockType, ...fields },
})
const content = (...nodes: object[]) => ({
  root: { type: 'root', children: [paragraph('Avant.'), ...nodes, paragraph('Après.')] },
})
type Written = { doc: { id: string; slug: string; content: unknown } }
const write = async (...nodes: object[]) => {
  const slug = `bloc-${newId().slice(-12)}`
  const answer = await editor.send('POST', '/api/pages?depth=0', {
    title: 'Avec un bloc',
    slug,
    menu: 'none',
    _status: 'published',
    content: content(...nodes),
  })
  return { status: answer.status, slug, written: (await answer.json()) as Written }
}
const see = async (path: string, who = server.as()) => {
  const answer = await who.get(path)
  return { status: answer.status, html: await answer.text() }
}

beforeAll(async () => {
  ;({ app, leave } = await bootBeside([showy]))
  server = await serve(app)
  editor = await asStaff([{ role: 'staff', area: 'content' }])
})
afterAll(async () => {
  await server.stop()
  leave()
})
beforeEach(() => Object.assign(world, { words: 'un', broken: false, late: false, calls: 0 }))

describe('a block in a page', () => {
  it('shows what its plugin says, between the paragraphs', async () => {
    const { slug } = await write(block('test-words', { suffix: '!', times: 2 }))
    const { html } = await see(`/${slug}`)
    expect(html).toContain('<p>Avant.</p><div class="placed"><p class="said">un!un!</p></div><p>Après.</p>')
  })

  it('is kept with the page until its topic changes', async () => {
    const { slug } = await write(block('test-words'))
    const said = async () => /class="said">(\w+)/.exec((await see(`/${slug}`)).html)?.[1]
    expect(await said()).toBe('un')
    world.words = 'deux'
    expect(await said()).toBe('un')
    await app.touch('test-words')
    expect([await said(), await said(), world.calls]).toEqual(['deux', 'deux', 2])
  })

  it('without topics has the page rendered each time', async () => {
    const { slug } = await write(block('test-fresh'))
    expect((await see(`/${slug}`)).html).toContain('frais un')
    world.words = 'deux'
    expect((await see(`/${slug}`)).html).toContain('frais deux')
  })

  it('stands in news as in pages', async () => {
    const slug = `bloc-${newId().slice(-12)}`
    const made = await editor.send('POST', '/api/posts', {
      title: 'Avec un bloc',
      slug,
      publishedAt: new Date(0).toISOString(),
      _status: 'published',
      content: content(block('test-words')),
    })
    expect(made.status).toBe(201)
    expect((await see(`/actualites/${slug}`)).html).toContain('class="said"')
  })
})

describe('what is written', () => {
  it('is kept to the fields of the block', async () => {
    const evil = { suffix: '.', html: '<script>', times: 1, loud: true, shade: 'dark' }
    const { written } = await write({ ...block('test-words', evil), onclick: 'x' })
    const kept = (written.doc.content as { root: { children: { fields?: object }[] } }).root.children[1]
    expect(JSON.stringify(kept)).not.toMatch(/script|onclick/)
    expect(kept?.fields).toMatchObject({ suffix: '.', times: 1, loud: true, shade: 'dark' })
  })

  it.each([
    ['test-words', { suffix: 'beaucoup trop long' }],
    ['test-words', { suffix: { html: 'x' } }],
    ['test-words', { times: 4 }],
    ['test-words', { loud: 'oui' }],
    ['test-words', { shade: 'pink' }],
    ['nowhere', {}],
    ['constructor', {}],
  ])('is refused: %s with %o', async (slug, fields) => {
    expect((await write(block(slug, fields))).status).toBe(400)
  })

  it('is refused inside other nodes, and to members', async () => {
    expect((await write({ type: 'quote', children: [block('test-words')] })).status).toBe(400)
    const member = server.as((await asVisitor(app, (await makePerson(app)).id)).token)
    const data = {
      title: 'x',
      slug: `x-${newId().slice(-8)}`,
      menu: 'none',
      content: content(block('test-words')),
    }
    expect((await member.send('POST', '/api/pages', data)).status).toBe(403)
  })
})

describe('a block that is not well', () => {
  it('throws: the page stands without it, is not kept, and the fault is noted', async () => {
    const { slug } = await write(block('test-words'), block('test-inside'), block('test-fresh'))
    world.broken = true
    const { status, html } = await see(`/${slug}`)
    expect([status, html.includes('Après.'), html.includes('frais un')]).toEqual([200, true, true])
    expect(html).not.toMatch(/class="said"|sans mots|cassé/)
    world.broken = false
    expect((await see(`/${slug}`)).html).toContain('class="said"')
    await app.drain()
    const faults = await app.payload.db.find<{ name: string; kind: string }>({
      collection: 'plugin-faults' as never,
      where: { module: { equals: showy.id } },
      pagination: false,
    })
    expect(new Set(faults.docs.map((f) => `${f.kind} ${f.name}`))).toEqual(
      new Set(['widget block test-words', 'widget block test-inside']),
    )
  })

  it('hangs: the page comes without it', async () => {
    const { slug } = await write(block('test-words'))
    world.late = true
    const { status, html } = await see(`/${slug}`)
    expect([status, html.includes('Après.'), html.includes('said')]).toEqual([200, true, false])
  })

  it('holds what a newer version of its plugin does not take: the page stands', async () => {
    const { slug } = await write(block('test-words', { times: 3 }))
    const { custom } = app.payload.config
    const times = { name: 'times', type: 'number', required: true, min: 1, max: 2 } as const
    const newer = installedBlocks(app.payload.config).map((b) =>
      b.slug === 'test-words' ? { ...b, fields: [times] } : b,
    )
    app.payload.config.custom = { ...custom, blocks: newer }
    const { status, html } = await see(`/${slug}`)
    app.payload.config.custom = custom
    expect([status, html.includes('Après.'), html.includes('said')]).toEqual([200, true, false])
  })
})

describe('a plugin that is off', () => {
  it('has its blocks show nothing to visitors, a note to who previews; on again, they are back', async () => {
    const { slug, written } = await write(block('test-words'))
    const seen = async () => (await see(`/${slug}`)).html.includes('class="said"')
    expect(await seen()).toBe(true)
    unwrap(await turnOff(app, { plugin: showy.id, by: 'tests', withOthers: false }))
    const { status, html } = await see(`/${slug}`)
    expect([status, html.includes('Après.'), html.includes('said')]).toEqual([200, true, false])
    expect(html).not.toContain('Bloc «')
    const preview = await see(`/${slug}?apercu=1`, editor)
    expect(preview.html).toMatch(/Bloc «.Mots.»/)
    expect(preview.html).toContain('éteinte')
    expect((await see(`/${slug}?apercu=1`)).html).not.toContain('éteinte')
    // What stands is not lost when the page is saved meanwhile.
    const again = { title: 'Avec un bloc encore', content: written.doc.content, _status: 'published' }
    expect((await editor.send('PATCH', `/api/pages/${written.doc.id}`, again)).status).toBe(200)
    unwrap(await turnOn(app, { plugin: showy.id, by: 'tests' }))
    expect(await seen()).toBe(true)
  })
})
