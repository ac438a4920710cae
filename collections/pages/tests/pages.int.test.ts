import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markdownToRichText } from '@/collections/richtext'
import { newId } from '@/core/ids'
import type { RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime'
import type { Page } from '@/payload-types'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { readPageLinks } from '../service/readPages'

let app: App
let server: TestServer
let member: Browser
let editor: Browser
let moderator: Browser

const asStaff = async (grants: RoleGrant[]) => {
  const made = await makePerson(app, { standing: 'prospect', grants })
  return server.as((await asVisitor(app, made.id)).token)
}
const slug = () => `essai-${newId().slice(-12)}`
const words = (text: string) => unwrap(markdownToRichText(text, 'staff')) as unknown as Page['content']
const make = (data: object, draft = false) =>
  app.payload.create({
    collection: 'pages',
    data: {
      title: 'Charte',
      content: words('# Nos règles\n\nÊtre *juste*.'),
      slug: slug(),
      menu: 'none',
      _status: 'published',
      ...data,
    },
    draft,
    locale: 'fr',
  })
const update = (id: string, data: object, draft = false) =>
  app.payload.update({ collection: 'pages', id, locale: 'fr', draft, data })
const status = async (who: Browser, path: string) => (await who.get(path)).status

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  member = server.as((await asVisitor(app, (await makePerson(app)).id)).token)
  editor = await asStaff([{ role: 'staff', area: 'content' }])
  moderator = await asStaff([{ role: 'staff', area: 'moderation' }])
})
afterAll(() => server.stop())

describe('a page', () => {
  it('is read by everybody, in their language, French standing in', async () => {
    const page = await make({ description: 'En bref.' })
    await app.payload.update({
      collection: 'pages',
      id: page.id,
      locale: 'en',
      data: { title: 'Charter', _status: 'published' },
    })
    const french = await (await server.as().get(`/${page.slug}`)).text()
    expect(french).toContain('<h2>Nos règles</h2>')
    expect(french).toContain('<em>juste</em>')
    expect(french).toContain('En bref.')
    const english = await fetch(`${server.url}/${page.slug}`, { headers: { 'accept-language': 'en' } })
    const text = await english.text()
    expect(text).toContain('Charter')
    expect(text).toContain('Nos règles')
  })

  it('follows what is published, and says when', async () => {
    const touched: string[] = []
    const stop = watchRevisions(app, (topic) => touched.push(topic))
    const page = await make({})
    // A query of its own, as this test's server keeps pages rendered and follows no revisions.
    const title = async () =>
      /<h1>(.*?)<\/h1>/.exec(await (await server.as().get(`/${page.slug}?n=${newId()}`)).text())?.[1]
    const said = () => touched.splice(0).filter((topic) => topic === 'pages').length
    expect([await title(), said()]).toEqual(['Charte', 1])
    await update(page.id, { title: 'Charte revue', _status: 'published' })
    expect([await title(), said()]).toEqual(['Charte revue', 1])
    await update(page.id, { title: 'Charte à revoir', _status: 'draft' }, true)
    await update(page.id, { title: 'Charte à revoir encore', _status: 'draft' }, true)
    expect(await title()).toBe('Charte revue')
    said()
    await app.payload.delete({ collection: 'pages', id: page.id })
    expect([await title(), said()]).toEqual(['Page introuvable', 1])
    stop()
  })

  it('is written in French first', async () => {
    const english = {
      title: 'Charter',
      slug: slug(),
      menu: 'none' as const,
      content: words('x'),
      _status: 'published' as const,
    }
    await expect(app.payload.create({ collection: 'pages', data: english, locale: 'en' })).rejects.toThrow()
    await expect(make({ title: ' ' })).rejects.toThrow()
    await expect(make({ content: words('') })).rejects.toThrow()
  })

  it('is made an address of its title, once', async () => {
    const title = `Mentions légales ${newId().slice(-8)}`
    const page = await make({ title, slug: undefined })
    expect(page.slug).toMatch(/^mentions-legales-[0-9a-f]{8}$/)
    await expect(make({ slug: page.slug })).rejects.toThrow()
  })

  it.each(['admin', 'forum', 'actualites', 'annuaire', 'Une page', '../x'])(
    'may not be called %s',
    async (taken) => {
      await expect(make({ slug: taken })).rejects.toThrow()
    },
  )

  it('takes nothing outside the whitelist', async () => {
    const evil = [
      { type: 'script', children: [] },
      {
        type: 'paragraph',
        children: [
          { type: 'link', fields: { url: 'javascript:alert(1)', linkType: 'custom' }, children: [] },
        ],
      },
      { type: 'block', fields: { blockType: 'html' } },
    ]
    for (const node of evil)
      await expect(make({ content: { root: { type: 'root', children: [node] } } })).rejects.toThrow()
    const clean = await make({
      content: {
        root: {
          type: 'root',
          onclick: 'x',
          children: [
            { type: 'paragraph', style: 'x', children: [{ type: 'text', text: 'ok', format: 127 }] },
          ],
        },
      },
    })
    expect(JSON.stringify(clean.content)).not.toContain('onclick')
    expect(JSON.stringify(clean.content)).toContain('"format":23')
  })
})

describe('a draft', () => {
  it('is seen by nobody but those who write', async () => {
    const page = await make({ title: 'Secret en préparation', _status: 'draft' }, true)
    for (const who of [server.as(), member, moderator])
      for (const path of [
        `/${page.slug}`,
        `/${page.slug}?apercu=1`,
        `/api/pages/${page.id}`,
        `/api/pages/${page.id}?draft=true`,
        `/api/pages/versions?where[parent][equals]=${page.id}`,
      ])
        expect([path, await status(who, path)]).not.toEqual([path, 200])
    const listed = await (
      await server.as().get(`/api/pages?draft=true&where[slug][equals]=${page.slug}`)
    ).json()
    expect((listed as { docs: unknown[] }).docs).toEqual([])
    expect(await status(editor, `/${page.slug}`)).toBe(404)
    const preview = await (await editor.get(`/${page.slug}?apercu=1`)).text()
    expect(preview).toContain('Secret en préparation')
    expect(preview).toContain('Brouillon')
  })

  it('of a published page leaves what visitors see', async () => {
    const page = await make({ title: 'Avant' })
    await app.payload.update({
      collection: 'pages',
      id: page.id,
      locale: 'fr',
      draft: true,
      data: { title: 'Après, peut-être', _status: 'draft' },
    })
    const seen = await (await server.as().get(`/${page.slug}`)).text()
    expect(seen).toContain('Avant')
    expect(seen).not.toContain('peut-être')
    const rest = await (await server.as().get(`/api/pages/${page.id}?draft=true`)).text()
    expect(rest).not.toContain('peut-être')
    expect(await (await editor.get(`/${page.slug}?apercu=1`)).text()).toContain('peut-être')
  })

  it('withdrawn is gone', async () => {
    const page = await make({})
    expect(await status(server.as(), `/${page.slug}`)).toBe(200)
    await app.payload.update({ collection: 'pages', id: page.id, data: { _status: 'draft' } })
    expect(await status(server.as(), `/${page.slug}?n=2`)).toBe(404)
  })
})

describe('writing', () => {
  it('is for staff of content alone', async () => {
    const page = await make({})
    const data = { title: 'x', slug: slug(), menu: 'none', content: words('x') }
    for (const who of [server.as(), member, moderator]) {
      expect((await who.send('POST', '/api/pages', data)).status).toBe(403)
      expect((await who.send('PATCH', `/api/pages/${page.id}`, { title: 'x' })).status).toBe(403)
      expect((await who.send('DELETE', `/api/pages/${page.id}`)).status).toBe(403)
    }
    expect((await editor.send('POST', '/api/pages', data)).status).toBe(201)
    expect((await editor.send('PATCH', `/api/pages/${page.id}`, { title: 'x' })).status).toBe(200)
  })
})

describe('menus', () => {
  it('hold published pages in order, and follow their changes', async () => {
    const titles = async (lang: 'fr' | 'en' = 'fr') =>
      (await readPageLinks(app, lang))
        .filter((l) => l.href.startsWith('/essai-'))
        .map((l) => `${l.menu} ${l.title}`)
    await titles()
    const second = await make({ title: 'Second', menu: 'header', order: 20 })
    await make({ title: 'Premier', menu: 'header', order: 10 })
    await make({ title: 'Pied', menu: 'footer', order: 30 })
    await make({ title: 'Ailleurs', menu: 'none' })
    await make({ title: 'Brouillon', menu: 'header', _status: 'draft' }, true)
    expect(await titles()).toEqual(['header Premier', 'header Second', 'footer Pied'])
    await app.payload.update({
      collection: 'pages',
      id: second.id,
      locale: 'en',
      data: { title: 'The second', _status: 'published' },
    })
    expect(await titles('en')).toEqual(['header Premier', 'header The second', 'footer Pied'])
  })
})
