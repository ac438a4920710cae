import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { STAFF_AREAS } from '@/core/person'
import { type App, insertOnce, isPlugin } from '@/hooks'
import { turnOn } from '@/hooks/runtime'
import { DELIVERIES, EVENTS, FAULTS } from '@/hooks/runtime/collections'
import { findRows } from '@/hooks/runtime/store'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'

let app: App
let server: TestServer
let admin: Browser
const signedIn = async (...args: Parameters<typeof makePerson> extends [App, ...infer R] ? R : never) =>
  server.as((await asVisitor(app, (await makePerson(app, ...args)).id)).token)

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  admin = await signedIn({ grants: [{ role: 'administrator' }] })
})
afterEach(async () => {
  // All of them: what requires one that was turned off went off with it.
  for (const { id, startsOff } of app.installed.filter(isPlugin))
    if (!startsOff) await turnOn(app, { plugin: id, by: 'tests', withOthers: true, waiting: 'set-aside' })
})
afterAll(() => server.stop())

const LIST = '/bureau/extensions'
const RULES = `${LIST}/credit-rules`
const MEMBERSHIP = `${LIST}/capped-membership`
const text = async (answer: Promise<Response>) => (await answer).text()

/** A delivery to the rules that was given up, with its event. */
async function makeDead(): Promise<{ id: string; key: string }> {
  const key = `membership.confirmed:${newId()}`
  const at = app.clock.now().toISOString()
  const event = {
    key,
    name: 'membership.confirmed',
    data: '{"person":"nobody"}',
    at,
    module: 'tests',
    pending: 0,
  }
  await insertOnce(app, EVENTS as never, event)
  const id = await insertOnce(app, DELIVERIES as never, {
    key: `${key}>>credit-rules/membership.confirmed`,
    event: key,
    name: 'membership.confirmed',
    listener: 'credit-rules/membership.confirmed',
    state: 'dead',
    attempts: 12,
    error: 'Error: la poste est fermée',
  })
  return { id: String(id), key }
}
const stateOf = async (id: string) =>
  (await findRows<{ state: string }>(app.payload, DELIVERIES, { where: { id: { equals: id } } }))[0]?.state

describe('the page Extensions', () => {
  it('shows every plugin and where it stands', async () => {
    const html = await text(admin.get(LIST))
    expect(html).toContain('Adhésions à places comptées')
    expect(html).toContain('Règles de TS')
    expect(html).toContain('en marche')
  })

  it('is found from the admin’s address too', async () => {
    const answer = await admin.get('/admin/extensions')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, LIST])
  })

  it('shows what one adds, hears and needs, and what it took', async () => {
    // Names may break at their joints.
    const html = (await text(admin.get(MEMBERSHIP))).replaceAll('<wbr/>', '')
    for (const said of ['/adhesion', 'Candidatures', 'seats.release', 'Règles de TS', 'réglages'])
      expect(html).toContain(said)
    expect(html).toContain('/admin/globals/capped-membership-settings')
    expect((await admin.get(`${LIST}/unheard-of`)).status).toBe(404)
  })

  it('turns one off with what needs it, and on again', async () => {
    expect(await text(admin.get(MEMBERSHIP))).toContain('Cela arrêtera aussi')
    const alone = await admin.post(`${MEMBERSHIP}/arreter`)
    expect(alone.status).toBe(422)
    expect(await alone.text()).toMatch(
      /D’autres extensions en ont besoin.: (Carte d’adhérent, Règles de TS|Règles de TS, Carte d’adhérent)\./,
    )
    expect((await admin.post(`${MEMBERSHIP}/arreter`, { avec: 'tous' })).status).toBe(303)
    expect([app.isOn('capped-membership'), app.isOn('credit-rules')]).toEqual([false, false])
    expect((await server.as().get('/adhesion')).status).toBe(404)
    expect((await admin.get('/api/seats')).status).toBe(404)
    expect((await server.as().get('/')).status).toBe(200)
    expect(await text(server.as().get('/'))).not.toContain('/adhesion"')
    expect((await admin.post(`${RULES}/activer`, { avec: 'tous' })).status).toBe(303)
    expect((await admin.post(`${LIST}/member-card/activer`)).status).toBe(303)
    expect((await server.as().get('/adhesion')).status).toBe(200)
    expect((await admin.get('/api/seats')).status).toBe(200)
  })

  it('asks what becomes of what came to pass meanwhile, beside the question', async () => {
    await admin.post(`${RULES}/arreter`)
    const { id } = await makeDead()
    await app.payload.db.updateOne({
      collection: DELIVERIES as never,
      id,
      data: { state: 'pending', attempts: 0 },
    })
    const off = await text(admin.get(RULES))
    expect(off).toContain('Un événement est survenu')
    expect(off).toMatch(/En attente<\/dt><dd>1</)
    const asked = await admin.post(`${RULES}/activer`)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('Dites ce qu’il faut faire')
    expect(app.isOn('credit-rules')).toBe(false)
    expect((await admin.post(`${RULES}/activer`, { attente: 'nonsense' })).status).toBe(422)
    expect((await admin.post(`${RULES}/activer`, { attente: 'set-aside' })).status).toBe(303)
    expect([app.isOn('credit-rules'), await stateOf(id)]).toEqual([true, 'dropped'])
  })

  it('shows faults, and forgets them when told', async () => {
    await insertOnce(app, FAULTS as never, {
      key: newId(),
      module: 'credit-rules',
      kind: 'listener',
      name: 'membership.confirmed',
      message: 'Error: <b>bad</b>',
      count: 3,
      lastAt: app.clock.now().toISOString(),
    })
    const html = await text(admin.get(RULES))
    expect(html).toContain('Error: &lt;b&gt;bad&lt;/b&gt;')
    expect((await admin.post(`${RULES}/oublier`)).status).toBe(303)
    expect(await text(admin.get(RULES))).toContain('Rien à signaler')
  })
})

describe('deliveries that wait', () => {
  it('are told of a plugin that is on too: it may be failing for hours', async () => {
    const { id } = await makeDead()
    const pending = { state: 'pending', attempts: 5, nextAt: new Date(Date.now() + 3_600_000).toISOString() }
    await app.payload.db.updateOne({ collection: DELIVERIES as never, id, data: pending })
    expect(await text(admin.get(RULES))).toMatch(/En attente<\/dt><dd>1</)
    expect(await text(admin.get(LIST))).toContain('1 remise en attente')
    await app.payload.db.deleteOne({ collection: DELIVERIES as never, where: { id: { equals: id } } })
  })
})

describe('deliveries given up', () => {
  it('are shown with what they hold, tried again or set aside, one or all', async () => {
    const [one, two, three] = [await makeDead(), await makeDead(), await makeDead()]
    const html = await text(admin.get('/bureau/remises?extension=credit-rules'))
    expect(html).toContain('la poste est fermée')
    expect(html).toContain('&quot;person&quot;: &quot;nobody&quot;')
    expect(await text(admin.get('/bureau/remises?extension=capped-membership'))).not.toContain(
      'la poste est fermée',
    )
    await admin.post(`/bureau/remises/${one.id}/reprendre`)
    await admin.post(`/bureau/remises/${two.id}/ecarter`)
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['pending', 'dropped'])
    // Twice is told, and changes nothing.
    await admin.post(`/bureau/remises/${two.id}/reprendre`)
    expect(await stateOf(two.id)).toBe('dropped')
    await admin.post('/bureau/remises/ecarter?extension=capped-membership')
    expect(await stateOf(three.id)).toBe('dead')
    await admin.post('/bureau/remises/ecarter?extension=credit-rules')
    expect(await stateOf(three.id)).toBe('dropped')
    expect(await text(admin.get('/bureau/remises?extension=credit-rules'))).toContain(
      'Aucune remise abandonnée',
    )
    await app.payload.db.updateOne({
      collection: DELIVERIES as never,
      id: one.id,
      data: { state: 'dropped', nextAt: null },
    })
  })
})

describe('who is not an administrator', () => {
  type Kind = Parameters<typeof makePerson>[1]
  const others: [string, Kind][] = [
    ['an applicant', { standing: 'applicant' }],
    ['a member', {}],
    ['a coordinator', { grants: [{ role: 'coordinator', loge: 'l' }] }],
    ...STAFF_AREAS.map((area): [string, Kind] => [
      `staff for ${area}`,
      { grants: [{ role: 'staff', area }] },
    ]),
  ]
  it.each(others)('%s neither sees nor turns anything', async (_, kind) => {
    const browser = await signedIn(kind)
    for (const path of [LIST, RULES, '/bureau/remises']) expect((await browser.get(path)).status).toBe(403)
    for (const act of ['arreter', 'activer', 'redemarrer', 'oublier'])
      expect((await browser.post(`${RULES}/${act}`, { avec: 'tous' })).status).toBe(403)
    expect((await browser.post('/bureau/remises/ecarter')).status).toBe(403)
    expect(app.isOn('credit-rules')).toBe(true)
  })

  it('a visitor is led to sign in', async () => {
    const answer = await server.as().post(`${RULES}/arreter`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion'])
    expect(app.isOn('credit-rules')).toBe(true)
  })
})
