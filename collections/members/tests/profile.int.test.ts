import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { App } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { findProfile } from '../service/readPeople'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

const written = { name: 'Léa Brun', headline: '', presentation: '', skills: '', town: '', website: '' }

async function form(more: Record<string, string | Blob>): Promise<FormData> {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...written, ...more })) data.append(name, value)
  return data
}

const photo = async () => {
  const plain = sharp({ create: { width: 40, height: 40, channels: 3, background: '#a8451f' } })
  return new Blob([new Uint8Array(await plain.png().toBuffer())], { type: 'image/png' })
}

it('a photo is shown, replaced, and taken away with its files', async () => {
  const { id } = await makePerson(app)
  const me = server.as((await asVisitor(app, id)).token)
  const shown = async () => (await findProfile(app, id))?.portraitUrl ?? null
  const offers = async () => (await (await me.get('/moi/profil')).text()).includes('name="withoutPhoto"')
  const pictures = async () =>
    (await app.payload.db.count({ collection: 'media', where: { owner: { equals: id } } })).totalDocs

  expect(await offers()).toBe(false)
  expect((await me.upload('/moi/profil', await form({ photo: await photo() }))).status).toBe(303)
  const first = await shown()
  expect(first).toMatch(/^\/api\/media\/file\//)
  expect(await offers()).toBe(true)

  // Who sends another and ticks the box all the same has the new one.
  const both = await form({ photo: await photo(), withoutPhoto: 'oui' })
  expect((await me.upload('/moi/profil', both)).status).toBe(303)
  expect(await shown()).not.toBe(first)

  expect((await me.upload('/moi/profil', await form({ withoutPhoto: 'oui' }))).status).toBe(303)
  expect([await shown(), await pictures(), await offers()]).toEqual([null, 0, false])
})

it('who has not introduced themselves is invited to, until they have', async () => {
  const { id } = await makePerson(app)
  const me = server.as((await asVisitor(app, id)).token)
  const invited = async () => (await (await me.get('/aujourdhui')).text()).includes('Compléter mon profil')

  expect(await invited()).toBe(true)
  const presentation = 'Je relie des livres à Lodève.'
  expect((await me.upload('/moi/profil', await form({ presentation }))).status).toBe(303)
  expect(await invited()).toBe(false)
})

it('the language is kept with the account; one that is none changes nothing', async () => {
  const { id } = await makePerson(app)
  const me = server.as((await asVisitor(app, id)).token)
  expect((await me.post('/moi/compte/langue', { lang: 'en' })).status).toBe(303)
  const kept = async () =>
    (
      await app.payload.db.findOne<{ id: string; lang: string }>({
        collection: 'members',
        where: { id: { equals: id } },
      })
    )?.lang
  expect(await kept()).toBe('en')
  expect(await (await me.get('/moi/compte')).text()).toContain('<html lang="en"')
  await me.post('/moi/compte/langue', { lang: 'de' })
  expect(await kept()).toBe('en')
})
