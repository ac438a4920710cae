import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '@/core/clock'
import { addDays, civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain, runJob } from '@/hooks/runtime'
import { asVisitor, type Made, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { giveRole, letGo, liftSuspension, listSignIns, signIn, suspendPerson, takeRole } from '../service'
import { findStanding } from '../service/changeStanding'
import { findProfile } from '../service/readPeople'
import { listPeople } from '../store/listPeople'

let app: App
let server: TestServer
const askers = new Map<string, { person: Person; browser: Browser }>()

const KINDS: [string, Standing, RoleGrant[]][] = [
  ['applicant', 'applicant', []],
  ['member', 'active', []],
  ['coordinator', 'active', [{ role: 'coordinator', loge: 'l' }]],
  ['staff:content', 'prospect', [{ role: 'staff', area: 'content' }]],
  ['staff:settings', 'prospect', [{ role: 'staff', area: 'settings' }]],
  ['staff:moderation', 'prospect', [{ role: 'staff', area: 'moderation' }]],
  ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }]],
  ['administrator', 'prospect', [{ role: 'administrator' }]],
]
const MAY = {
  see: ['staff:moderation', 'staff:applications', 'administrator'],
  suspend: ['staff:moderation', 'administrator'],
  letGo: ['staff:applications', 'administrator'],
  roles: ['administrator'],
}

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  for (const [name, standing, grants] of KINDS) {
    const { id } = await makePerson(app, { standing, grants, name: `Bureau ${name}` })
    const { person, token } = await asVisitor(app, id)
    askers.set(name, { person, browser: server.as(token) })
  }
  // Signed in, then suspended: no grant of theirs opens anything any more.
  const { person, token } = await asVisitor(
    app,
    (await makePerson(app, { grants: [{ role: 'administrator' }], name: 'Bureau suspended' })).id,
  )
  askers.set('suspended', { person: { ...person, standing: 'suspended' }, browser: server.as(token) })
  unwrap(await suspendPerson(app, { person: person.id, reason: 'test', by: 'system' }))
})
afterAll(() => server.stop())

const asker = (name: string) => {
  const found = askers.get(name)
  if (!found) throw new Error(name)
  return found
}
const page = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
const today = () => civilDate(app.clock.now(), app.settings.timeZone)
const path = (made: Pick<Made, 'id'>, act = '') => `/bureau/personnes/${made.id}${act}`

describe('who may do what', () => {
  const verbs: [
    string,
    keyof typeof MAY,
    (by: Person, whom: string) => Promise<{ ok: boolean; reason?: string }>,
  ][] = [
    ['suspendPerson', 'suspend', (by, person) => suspendPerson(app, { person, reason: 'test', by })],
    ['liftSuspension', 'suspend', (by, person) => liftSuspension(app, { person, by })],
    ['letGo', 'letGo', (by, person) => letGo(app, { person, reason: 'test', by })],
    [
      'giveRole',
      'roles',
      (by, person) => giveRole(app, { person, grant: { role: 'staff', area: 'loges' }, by }),
    ],
  ]
  it.each(verbs)('%s', async (_, right, verb) => {
    for (const [name, { person }] of askers) {
      const made = await makePerson(app)
      const done = await verb(person, made.id)
      if (MAY[right].includes(name)) expect(done, name).toMatchObject({ ok: true })
      else expect(done, name).toMatchObject({ ok: false, reason: 'person.not-yours' })
    }
  })

  it('takeRole', async () => {
    for (const [name, { person }] of askers) {
      const made = await makePerson(app)
      const grant = unwrap(
        await giveRole(app, { person: made.id, grant: { role: 'staff', area: 'loges' }, by: 'system' }),
      ).id
      const done = await takeRole(app, { person: made.id, grant, by: person })
      expect(done, name).toMatchObject(
        MAY.roles.includes(name) ? { ok: true } : { ok: false, reason: 'person.not-yours' },
      )
    }
  })

  it('the pages and each act over HTTP', async () => {
    const made = await makePerson(app, { name: 'Visible Un' })
    const asked: [string, keyof typeof MAY, (b: Browser) => Promise<Response>][] = [
      ['list', 'see', (b) => b.get('/bureau/personnes')],
      ['file', 'see', (b) => b.get(path(made))],
      ['suspend', 'suspend', (b) => b.post(path(made, '/suspendre'))],
      ['lift', 'suspend', (b) => b.post(path(made, '/lever'))],
      ['leave', 'letGo', (b) => b.post(path(made, '/depart'))],
      ['give', 'roles', (b) => b.post(path(made, '/roles'))],
      ['end', 'roles', (b) => b.post(path(made, `/roles/${newId()}/retirer`))],
      ['give back', 'roles', (b) => b.post(path(made, `/roles/${newId()}/rendre`))],
    ]
    for (const [what, right, ask] of asked) {
      const out = await ask(server.as())
      expect([out.status, out.headers.get('location')?.slice(0, 10)], what).toEqual([303, '/connexion'])
      for (const [name, { browser }] of askers) {
        const { status } = await ask(browser)
        if (MAY[right].includes(name)) expect([200, 303, 422], `${what} ${name}`).toContain(status)
        // Signed out by the suspension: led to sign in.
        else expect(status, `${what} ${name}`).toBe(name === 'suspended' ? 303 : 403)
      }
    }
    expect((await findStanding(app, made.id))?.standing).toBe('active')
  })

  it('nobody judges themselves, nor staff an administrator', async () => {
    const clerk = asker('staff:moderation').person
    const chief = asker('administrator').person
    expect(await suspendPerson(app, { person: clerk.id, reason: 'test', by: clerk })).toMatchObject({
      reason: 'person.oneself',
    })
    expect(await suspendPerson(app, { person: chief.id, reason: 'test', by: clerk })).toMatchObject({
      reason: 'person.administrator',
    })
    expect(
      await letGo(app, { person: chief.id, reason: 'test', by: asker('staff:applications').person }),
    ).toMatchObject({ reason: 'person.administers' })
    const other = await makePerson(app, { grants: [{ role: 'administrator' }] })
    expect(await suspendPerson(app, { person: other.id, reason: 'test', by: chief })).toMatchObject({
      ok: true,
    })
    expect(await liftSuspension(app, { person: other.id, by: clerk })).toMatchObject({
      reason: 'person.administrator',
    })
    expect(await liftSuspension(app, { person: other.id, by: chief })).toMatchObject({ ok: true })
  })
})

describe('a suspension', () => {
  it('puts out at once, leaves the directory, and comes back as it was when lifted', async () => {
    const made = await makePerson(app, { grants: [{ role: 'staff', area: 'content' }] })
    const { token } = await asVisitor(app, made.id)
    const browser = server.as(token)
    expect((await browser.get('/annuaire')).status).toBe(200)
    const by = asker('staff:moderation').person
    unwrap(await suspendPerson(app, { person: made.id, reason: 'test', by }))
    expect((await browser.get('/annuaire')).status).toBe(303)
    expect(await listSignIns(app, made.id)).toEqual([])
    await drain(app)
    expect((await findProfile(app, made.id))?.listed).toBe(false)
    unwrap(await liftSuspension(app, { person: made.id, by }))
    await drain(app)
    expect((await findProfile(app, made.id))?.listed).toBe(true)
    expect((await asVisitor(app, made.id)).person).toMatchObject({
      standing: 'active',
      grants: [{ role: 'staff', area: 'content' }],
    })
  })

  it('ends on its day, and the directory follows', async () => {
    const made = await makePerson(app)
    const until = new Date(app.clock.now().getTime() + 400)
    unwrap(await suspendPerson(app, { person: made.id, reason: 'test', until, by: 'system' }))
    await drain(app)
    expect((await findProfile(app, made.id))?.listed).toBe(false)
    await new Promise((r) => setTimeout(r, 450))
    await runJob(app, 'suspensions.end')
    await drain(app)
    expect(await findStanding(app, made.id)).toMatchObject({ standing: 'active', reason: 'suspension.over' })
    expect((await findProfile(app, made.id))?.listed).toBe(true)
  })

  it('twice at once is one, and both are told so', async () => {
    const made = await makePerson(app)
    const by = asker('staff:moderation').person
    const done = await Promise.all(
      Array.from({ length: 6 }, () => suspendPerson(app, { person: made.id, reason: 'test', by })),
    )
    expect(done.every((d) => d.ok && !d.value.again)).toBe(true)
    expect((await findStanding(app, made.id))?.rev).toBe(2)
    const other = asker('administrator').person
    expect(await suspendPerson(app, { person: made.id, reason: 'other', by: other })).toMatchObject({
      ok: true,
      value: { again: true },
    })
  })

  it('has an end to come', async () => {
    const made = await makePerson(app)
    expect(
      await suspendPerson(app, { person: made.id, reason: 'test', until: new Date(0), by: 'system' }),
    ).toMatchObject({ reason: 'suspension.end-past' })
  })
})

describe('the forms', () => {
  it('suspend and lift, with errors beside the fields', async () => {
    const made = await makePerson(app, { name: 'Aurèle Tempête' })
    const { browser } = asker('staff:moderation')
    const wrong = await page(
      await browser.post(path(made, '/suspendre'), { reason: ' ', until: '2020-01-01' }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Écrivez le motif')
    expect(wrong.text).toContain('value="2020-01-01"')
    const past = await page(
      await browser.post(path(made, '/suspendre'), { reason: 'Propos blessants', until: '2020-01-01' }),
    )
    expect(past.text).toMatch(/id="suspendre-until-erreur"[^>]*>.*Ce jour est passé/)
    expect(
      (await page(await browser.post(path(made, '/suspendre'), { reason: 'Propos', until: 'x' }))).text,
    ).toContain('Cette date n’existe pas')
    const until = addDays(today(), 3)
    const done = await browser.post(path(made, '/suspendre'), { reason: 'Propos blessants', until })
    expect([done.status, done.headers.get('location')]).toEqual([303, path(made)])
    const file = (await page(await browser.get(path(made)))).text
    expect(file).toContain('Propos blessants')
    expect(file).toContain('Lever la suspension')
    expect(file).not.toContain('Suspendre l’accès…')
    expect((await browser.post(path(made, '/lever'))).status).toBe(303)
    expect((await findStanding(app, made.id))?.standing).toBe('active')
  })

  it('give a role and end it; giving back keeps the end it had', async () => {
    const made = await makePerson(app, { name: 'Sidonie Clef' })
    const { browser } = asker('administrator')
    const none = await page(await browser.post(path(made, '/roles'), { role: 'king', until: '' }))
    expect(none.status).toBe(422)
    expect(none.text).toContain('Choisissez un rôle')
    const until = addDays(today(), 10)
    expect((await browser.post(path(made, '/roles'), { role: 'staff:content', until })).status).toBe(303)
    const { grants } = (await asVisitor(app, made.id)).person
    expect(grants).toEqual([{ role: 'staff', area: 'content' }])
    const file = (await page(await browser.get(path(made)))).text
    expect(file).toContain('Permanence\u00a0: contenu')
    const end = /\/roles\/[\w-]+\/retirer/.exec(file)?.[0] ?? ''
    const ended = await browser.post(path(made, end))
    expect(ended.status).toBe(303)
    expect((await asVisitor(app, made.id)).person.grants).toEqual([])
    const flash = /compagnon[^=]*=|flash[^=]*=([^;]+)/i.exec(ended.headers.get('set-cookie') ?? '')
    expect(flash).not.toBeNull()
    const fin = `?fin=${encodeURIComponent(new Date(Date.now() + 10 * DAY).toISOString())}`
    expect((await browser.post(path(made, `${end.replace('retirer', 'rendre')}${fin}`))).status).toBe(303)
    expect((await asVisitor(app, made.id)).person.grants).toEqual([{ role: 'staff', area: 'content' }])
    expect((await page(await browser.get(path(made)))).text).toContain('Un rôle passé')
  })

  it('a departure signs out and ends roles', async () => {
    const made = await makePerson(app, { grants: [{ role: 'provider', loge: 'l' }], name: 'Ève Départ' })
    const { token } = await asVisitor(app, made.id)
    const { browser } = asker('staff:applications')
    expect((await page(await browser.post(path(made, '/depart'), { reason: '' }))).status).toBe(422)
    expect((await browser.post(path(made, '/depart'), { reason: 'À sa demande' })).status).toBe(303)
    expect((await server.as(token).get('/annuaire')).status).toBe(303)
    const file = (await page(await browser.get(path(made)))).text
    expect(file).toContain('ne fait plus partie')
    expect(file).toContain('À sa demande')
    expect(await signIn(app, { email: made.email, password: 'x', device: 't' })).toMatchObject({ ok: false })
  })

  it('nobody’s file is not found', async () => {
    const { browser } = asker('administrator')
    expect((await browser.get(path({ id: newId() }))).status).toBe(404)
    expect((await browser.post(path({ id: newId() }, '/lever'))).status).toBe(303)
  })
})

describe('the list', () => {
  const mark = newId()
    .slice(-8)
    .replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? 'x')
  const query = {
    words: [mark],
    standing: null,
    role: null,
    sort: 'name',
    descending: false,
    skip: 0,
    limit: 25,
  } as const
  const made: Record<string, Made> = {}
  beforeAll(async () => {
    made.zoe = await makePerson(app, { name: `Zoé ${mark}` })
    made.elan = await makePerson(app, { name: `Élan ${mark}`, grants: [{ role: 'staff', area: 'ledger' }] })
    made.marc = await makePerson(app, { name: `Marc ${mark}`, standing: 'lapsed' })
    made.over = await makePerson(app, { name: `Noé ${mark}` })
    unwrap(await suspendPerson(app, { person: made.marc.id, reason: 'test', by: 'system' }))
    const until = new Date(app.clock.now().getTime() + 50)
    unwrap(await suspendPerson(app, { person: made.over.id, reason: 'test', until, by: 'system' }))
    await new Promise((r) => setTimeout(r, 60))
  })
  const names = async (change: object) => {
    const found = await listPeople(app.payload, { ...query, now: app.clock.now(), ...change })
    return [found.total, ...found.rows.map((row) => row.name.split(' ')[0])]
  }

  it('sorts as a dictionary, filters by the standing and the roles that hold now, counts', async () => {
    expect(await names({})).toEqual([4, 'Élan', 'Marc', 'Noé', 'Zoé'])
    expect(await names({ descending: true })).toEqual([4, 'Zoé', 'Noé', 'Marc', 'Élan'])
    expect(await names({ sort: 'since', descending: true })).toEqual([4, 'Noé', 'Marc', 'Élan', 'Zoé'])
    expect(await names({ standing: 'suspended' })).toEqual([1, 'Marc'])
    expect(await names({ standing: 'active' })).toEqual([3, 'Élan', 'Noé', 'Zoé'])
    expect(await names({ role: 'staff' })).toEqual([1, 'Élan'])
    expect(await names({ role: 'staff', standing: 'lapsed' })).toEqual([0])
    expect(await names({ limit: 2, skip: 2 })).toEqual([4, 'Noé', 'Zoé'])
    expect(await names({ words: [mark, 'elan'] })).toEqual([1, 'Élan'])
  })

  it('finds by address, and keeps what was asked in its own', async () => {
    const { browser } = asker('staff:moderation')
    const email = made.zoe?.email ?? ''
    const found = (await page(await browser.get(`/bureau/personnes?q=${encodeURIComponent(email)}`))).text
    expect(found).toContain(`Zoé ${mark}`)
    expect(found).not.toContain(`Marc ${mark}`)
    const url = `/bureau/personnes?q=${mark}&situation=suspended&tri=-depuis`
    const { text } = await page(await browser.get(url))
    expect(text).toContain(`Marc ${mark}`)
    expect(text).toMatch(/<option value="suspended" selected/)
    expect(text).toContain(`q=${mark}&amp;situation=suspended&amp;tri=depuis`)
    expect((await page(await browser.get(`/bureau/personnes?q=${mark}&page=9`))).status).toBe(303)
    expect((await page(await browser.get('/bureau/personnes?q=vide%20de%20sens'))).text).toContain(
      'Personne ne correspond',
    )
    // Signs that mean something to LIKE or to a regular expression are no words.
    for (const q of ['%', '_', '.*', "'", '(']) {
      const answer = await browser.get(`/bureau/personnes?q=${encodeURIComponent(q)}`)
      expect(answer.status).toBe(200)
    }
  })
})
