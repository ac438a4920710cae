import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import type { UploadedFile } from '@/hooks/web'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { forgetPortraits, storePortrait } from '../service/storePortrait'

let app: App
let server: TestServer
let editor: string
let member: string
const folder = mkdtempSync(join(tmpdir(), 'compagnon-media-'))

beforeAll(async () => {
  app = (await bootApp()).app
  app.payload.collections.media.config.upload.staticDir = folder
  server = await serve(app)
  const staff = await makePerson(app, { standing: 'prospect', grants: [{ role: 'staff', area: 'content' }] })
  editor = (await asVisitor(app, staff.id)).token
  member = (await asVisitor(app, (await makePerson(app)).id)).token
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const jpeg = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#12444d' } })
    .jpeg()
    .toBuffer()
const file = (data: Buffer): UploadedFile => ({
  field: 'photo',
  name: '../../moi.JPG',
  type: 'text/html',
  data,
})
const upload = async (token: string | undefined, data: Buffer, name = 'photo.jpg', type = 'image/jpeg') => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(data)], { type }), name)
  form.set('_payload', JSON.stringify({ alt: 'Un établi' }))
  const headers: Record<string, string> = {
    origin: server.url,
    ...(token ? { cookie: `compagnon=${token}` } : {}),
  }
  return fetch(`${server.url}/api/media`, { method: 'POST', body: form, headers })
}
const anonymous = (): Browser => server.as()

describe('storePortrait', () => {
  it('stores a square of our own making under a name of ours, fetched by whoever has it', async () => {
    const owner = newId()
    const { url } = unwrap(await storePortrait(app, file(await jpeg()), owner))
    expect(url).toMatch(/^\/api\/media\/file\/[0-9a-f-]{36}-160x160\.webp$/)
    const answered = await anonymous().get(url)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toBe('image/webp')
    expect(answered.headers.get('cache-control')).toContain('immutable')
    const shown = await sharp(Buffer.from(await answered.arrayBuffer())).metadata()
    expect([shown.width, shown.height]).toEqual([160, 160])
  })

  it('makes a square of a small picture too', async () => {
    const { url } = unwrap(await storePortrait(app, file(await jpeg(90, 40)), newId()))
    expect((await anonymous().get(url)).status).toBe(200)
  })

  it('keeps the one before, then lets it go, files included', async () => {
    const owner = newId()
    const urls: string[] = []
    for (let i = 0; i < 3; i++) urls.push(unwrap(await storePortrait(app, file(await jpeg()), owner)).url)
    const statuses = await Promise.all(urls.map(async (url) => (await anonymous().get(url)).status === 200))
    expect(statuses).toEqual([false, true, true])
    await forgetPortraits(app, owner)
    const names = readdirSync(folder)
    for (const url of urls) expect(names).not.toContain(url.split('/').at(-1))
  })

  it('refuses what is no picture, and stores nothing', async () => {
    const before = readdirSync(folder).length
    expect(await storePortrait(app, file(Buffer.from('<svg/>')), newId())).toMatchObject({
      reason: 'media.not-an-image',
    })
    expect(readdirSync(folder).length).toBe(before)
  })
})

describe('uploading', () => {
  it('is for staff of content, and is made anew', async () => {
    for (const token of [undefined, member]) expect((await upload(token, await jpeg())).status).toBe(403)
    const answered = await upload(editor, await jpeg())
    expect(answered.status).toBe(201)
    const { doc } = (await answered.json()) as {
      doc: Record<string, unknown> & { sizes: { card: { width: number } } }
    }
    expect(doc).toMatchObject({
      mimeType: 'image/webp',
      alt: 'Un établi',
      kind: 'content',
      visibility: 'public',
    })
    expect(doc.filename).toMatch(/^[0-9a-f-]{36}\.webp$/)
    expect(doc.sizes.card.width).toBe(640)
  })

  it('refuses other files with a sentence', async () => {
    const answered = await upload(
      editor,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.svg',
      'image/svg+xml',
    )
    expect(answered.status).toBe(400)
    expect(await answered.text()).toContain('JPEG')
  })
})

describe('reading', () => {
  it('lists pictures of content to everybody, portraits to nobody but staff', async () => {
    const owner = newId()
    const { id } = unwrap(await storePortrait(app, file(await jpeg()), owner))
    for (const who of [anonymous(), server.as(member)]) {
      const list = await (await who.get('/api/media?limit=200')).text()
      expect(list).not.toContain(id)
      expect((await who.get(`/api/media/${id}`)).status).not.toBe(200)
    }
    const seen = await (await anonymous().get('/api/media?limit=200')).text()
    expect(seen).not.toContain('owner')
  })

  it('gives pictures for members to members alone', async () => {
    const data = await jpeg()
    const made = await app.payload.create({
      collection: 'media',
      data: { alt: 'Entre nous', visibility: 'extranet', kind: 'content' },
      file: { data, mimetype: 'image/jpeg', name: 'x.jpg', size: data.length },
    })
    const path = made.url as string
    expect((await anonymous().get(path)).status).toBe(403)
    expect((await server.as(member).get(path)).status).toBe(200)
    const applicant = await makePerson(app, { standing: 'applicant' })
    expect((await server.as((await asVisitor(app, applicant.id)).token).get(path)).status).toBe(403)
  })
})
