import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { RoleGrant, Standing } from '@/core/person'
import type { App } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { LOGES, type LogeState } from '../contract'
import { findLoge } from '../service'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

async function makeLoge(name: string, state: LogeState = 'active'): Promise<{ id: string; slug: string }> {
  const made = await app.payload.create({
    collection: LOGES,
    data: {
      name,
      slug: `l-${newId()}`,
      state,
      territory: 'Évecquemont\nVaux-sur-Seine',
      wantedSkills: 'Couture',
    },
    overrideAccess: true,
  })
  return { id: String(made.id), slug: made.slug }
}

async function visitor(standing: Standing, ...grants: RoleGrant[]): Promise<Browser> {
  const { id } = await makePerson(app, { standing, grants, name: 'Éline Voisin' })
  return server.as((await asVisitor(app, id)).token)
}

const fields = {
  communes: 'Meulan',
  presentation: 'Bonjour.\r\n\r\nNous voici.',
  recherches: 'Plomberie\nÉlagage',
}

it('the public reads active and forming loges, found without accents, never paused ones', async () => {
  const [active, forming, paused] = [
    await makeLoge('Loge des Coteaux'),
    await makeLoge('Loge du Ru', 'forming'),
    await makeLoge('Loge dormante', 'paused'),
  ]
  const list = await (await server.as().get('/loges?q=evecquemont')).text()
  expect(list).toContain(active.slug)
  expect(list).toContain(forming.slug)
  expect(list).not.toContain(paused.slug)
  expect((await server.as().get(`/loges/${active.slug}`)).status).toBe(200)
  expect((await server.as().get(`/loges/${paused.slug}`)).status).toBe(404)
  expect((await server.as().get('/loges/personne')).status).toBe(404)
})

it('its coordinator edits its page, and the public sees it', async () => {
  const loge = await makeLoge('Loge des Lavoirs')
  const browser = await visitor('active', { role: 'coordinator', loge: loge.id })
  const before = await (await server.as().get(`/loges/${loge.slug}`)).text()
  expect(before).toContain('Éline Voisin')
  expect((await browser.get(`/loges/${loge.slug}/modifier`)).status).toBe(200)
  expect((await browser.post(`/loges/${loge.slug}/modifier`, { ...fields, communes: '' })).status).toBe(422)
  expect((await browser.post(`/loges/${loge.slug}/modifier`, fields)).status).toBe(303)
  // Another query, hence not the page kept from before; dropping that one is the server's part.
  const after = await (await server.as().get(`/loges/${loge.slug}?v=2`)).text()
  expect(after).toContain('Nous voici')
  expect(after).toContain('Élagage')
  expect(await (await server.as().get('/loges?q=elagage')).text()).toContain(loge.slug)
})

it('nobody else edits it', async () => {
  const [loge, other] = [await makeLoge('Loge gardée'), await makeLoge('Loge d’à côté')]
  const path = `/loges/${loge.slug}/modifier`
  const mine: RoleGrant = { role: 'coordinator', loge: loge.id }
  const refused = [
    await visitor('active'),
    await visitor('applicant'),
    await visitor('lapsed', mine),
    await visitor('active', { role: 'coordinator', loge: other.id }),
    await visitor('active', { role: 'provider', loge: loge.id }),
    await visitor('active', { role: 'staff', area: 'content' }),
  ]
  for (const browser of refused) {
    expect((await browser.get(path)).status).toBe(403)
    expect((await browser.post(path, fields)).status).toBe(403)
  }
  const anonymous = await server.as().post(path, fields)
  expect(anonymous.headers.get('location')).toContain('/connexion')
  expect((await findLoge(app, loge.slug))?.territory).toContain('Évecquemont')
  expect((await (await visitor('active', { role: 'staff', area: 'loges' })).post(path, fields)).status).toBe(
    303,
  )
})

it('the collection itself is open to staff for loges alone', async () => {
  const { id } = await makeLoge('Loge des Murs')
  for (const browser of [
    server.as(),
    await visitor('active', { role: 'coordinator', loge: id }),
    await visitor('active', { role: 'staff', area: 'content' }),
  ]) {
    expect((await browser.send('GET', `/api/loges/${id}`)).status).toBe(403)
    expect((await browser.send('PATCH', `/api/loges/${id}`, { name: 'Autre' })).status).toBe(403)
    expect((await browser.send('POST', '/api/loges', { name: 'Neuve' })).status).toBe(403)
    expect((await browser.send('DELETE', `/api/loges/${id}`)).status).toBe(403)
  }
  const staff = await visitor('active', { role: 'staff', area: 'loges' })
  expect((await staff.send('PATCH', `/api/loges/${id}`, { name: 'Loge des Murs' })).status).toBe(200)
  expect((await staff.send('DELETE', `/api/loges/${id}`)).status).toBe(403)
})

it('a coordinator finds their loge on Aujourd’hui, even paused; other members none', async () => {
  const loge = await makeLoge('Loge du jour', 'paused')
  const coordinator = await visitor('active', { role: 'coordinator', loge: loge.id })
  const provider = await visitor('active', { role: 'provider', loge: loge.id })
  const today = async (browser: Browser) => (await browser.get('/aujourdhui')).text()
  expect(await today(coordinator)).toContain(`href="/loges/${loge.slug}"`)
  expect(await today(provider)).not.toContain('Loge du jour')
})
