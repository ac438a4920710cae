import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markdownToRichText } from '@/collections/richtext'
import { DAY, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import type { Post } from '@/payload-types'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { readLatestPosts, readPosts } from '../service/readPosts'
import { showDuePosts } from '../service/showDuePosts'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  await app.payload.delete({ collection: 'posts', where: { id: { exists: true } } })
})
afterAll(() => server.stop())

const make = (title: string, daysAgo: number, more: object = {}, draft = false) =>
  app.payload.create({
    collection: 'posts',
    data: {
      title,
      slug: `essai-${newId().slice(-12)}`,
      content: unwrap(
        markdownToRichText('Le **bureau** s’est réuni.', 'staff'),
      ) as unknown as Post['content'],
      publishedAt: new Date(Date.now() - daysAgo * DAY).toISOString(),
      _status: 'published',
      ...more,
    },
    draft,
    locale: 'fr',
  })
const page = async (path: string) => (await server.as().get(path)).text()
const status = async (path: string) => (await server.as().get(path)).status

describe('news', () => {
  it('are listed, the latest first, with their beginning', async () => {
    const older = await make('Ancienne', 9)
    const newer = await make('Récente', 1, { author: 'Le bureau' })
    const list = await page('/actualites')
    expect(list.indexOf('Récente')).toBeLessThan(list.indexOf('Ancienne'))
    expect(list).toContain('Le bureau s’est réuni.')
    expect(await page(`/actualites/${newer.slug}`)).toContain('par Le bureau')
    expect(await status(`/actualites/${older.slug}`)).toBe(200)
    expect((await readLatestPosts(app, 'fr', 1)).map((p) => p.title)).toEqual(['Récente'])
    expect(await page('/')).toContain('Récente')
  })

  it('hide drafts and what is yet to appear, from REST and the feed too', async () => {
    const draft = await make('Brouillon caché', 1, { _status: 'draft' }, true)
    const later = await make('Demain seulement', -1)
    for (const path of [
      '/actualites',
      '/actualites.atom',
      '/',
      '/api/posts?limit=100',
      '/api/posts?draft=true&limit=100',
    ]) {
      const seen = await page(path)
      expect(seen).not.toContain('Brouillon caché')
      expect(seen).not.toContain('Demain seulement')
    }
    for (const doc of [draft, later]) {
      expect(await status(`/actualites/${doc.slug}`)).toBe(404)
      expect(await status(`/actualites/${doc.slug}?apercu=1`)).toBe(404)
      expect(await status(`/api/posts/${doc.id}`)).not.toBe(200)
    }
    const made = await makePerson(app, { standing: 'prospect', grants: [{ role: 'staff', area: 'content' }] })
    const editor = server.as((await asVisitor(app, made.id)).token)
    expect((await editor.get(`/actualites/${draft.slug}?apercu=1`)).status).toBe(200)
    expect((await editor.get(`/actualites/${later.slug}?apercu=1`)).status).toBe(200)
  })

  it('appear when their time comes, cached pages included', async () => {
    const at = new Date(Date.now() + 5 * MINUTE)
    const due = await make('Attendue', 0, { publishedAt: at.toISOString() })
    expect(await page('/actualites')).not.toContain('Attendue')
    const touched: string[] = []
    const later = {
      ...app,
      clock: { now: () => new Date(at.getTime() + MINUTE) },
      touch: async (...topics: string[]) => void touched.push(...topics),
    }
    await showDuePosts(app)
    await showDuePosts(later)
    await showDuePosts(later)
    expect(touched).toEqual(['posts'])
    expect((await readPosts(later, 'fr')).posts.map((p) => p.title)).toContain('Attendue')
    await app.payload.delete({ collection: 'posts', id: due.id })
  })

  it('are paged', async () => {
    await Promise.all(Array.from({ length: 11 }, (_, i) => make(`Numéro ${i}`, 20 + i)))
    const { pages } = await readPosts(app, 'fr')
    expect(pages).toBe(2)
    expect(await page('/actualites?page=2')).toContain('Numéro 10')
    expect(await page('/actualites')).not.toContain('Numéro 10')
    for (const bad of ['99', '0', '-1', 'x', '1.5'])
      expect([bad, await status(`/actualites?page=${bad}`)]).toEqual([bad, 404])
  })

  it('have a feed', async () => {
    const answered = await server.as().get('/actualites.atom')
    const feed = await answered.text()
    expect(answered.headers.get('content-type')).toContain('application/atom+xml')
    expect(feed).toContain('<title>Récente</title>')
    expect(feed).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/)
  })

  it('are written by staff of content alone', async () => {
    const made = await makePerson(app)
    const member = server.as((await asVisitor(app, made.id)).token)
    for (const who of [server.as(), member])
      expect((await who.send('POST', '/api/posts', { title: 'x' })).status).toBe(403)
  })
})
