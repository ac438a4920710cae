import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSignIn } from '@/collections/members/service/signIn'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import {
  acceptApplication,
  givePriority,
  holdSeat,
  recordRefund,
  releaseExpiredHolds,
  removeFromLine,
  requestDeparture,
  takePriorityBack,
} from '../service'
import { allowReapplying } from '../service/departure/reapply'
import { findDeparture } from '../service/departure/rows'
import { countWaiting } from '../service/line/listLine'
import { findLineOf } from '../service/line/rows'
import { lineAndRefundTodo } from '../service/lineAndRefundTodo'
import { todayOf } from '../service/readCounter'
import type { ApplicationRow, SeasonRow } from '../service/rows'
import { accepted, at, fileOf, interviewed, openSeason, pay } from './support'

let app: App
let server: TestServer
let season: SeasonRow
let waiter: ApplicationRow
let line: string
let member: string
let departed: string
const askers = new Map<string, { person: Person; token: string }>()

const KINDS: [string, Standing, RoleGrant[]][] = [
  ['other applicant', 'applicant', []],
  ['member', 'active', []],
  ['suspended administrator', 'suspended', [{ role: 'administrator' }]],
  ['staff:content', 'prospect', [{ role: 'staff', area: 'content' }]],
  ['staff:moderation', 'prospect', [{ role: 'staff', area: 'moderation' }]],
  ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }]],
  ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }]],
  ['administrator', 'prospect', [{ role: 'administrator' }]],
]
const APPLICATIONS = ['staff:applications', 'administrator']
const PAYMENTS = ['staff:payments', 'administrator']
const BOTH = [...APPLICATIONS, ...PAYMENTS]

const joined = async () => {
  const file = await accepted(app)
  unwrap(await pay(app, file.id))
  await drain(app)
  return file.person
}

beforeAll(async () => {
  ;({ app } = await bootApp())
  season = await openSeason(app, 3)
  server = await serve(app)
  member = await joined()
  const gone = await joined()
  departed = unwrap(
    await requestDeparture(app, { person: gone, channel: 'email', reason: 'time', by: 'system' }),
  ).departure
  for (let i = 0; i < 2; i++)
    unwrap(
      await holdSeat(app, { season: season.id, person: newId(), until: new Date(Date.now() + 99 * DAY) }),
    )
  const { id } = await interviewed(app)
  unwrap(await acceptApplication(app, { application: id, by: 'system' }))
  await drain(app)
  waiter = await fileOf(app, id)
  line = String((await findLineOf(app, season.id, String(waiter.person)))?.id)
  for (const [name, standing, grants] of KINDS) {
    const person = (
      await makePerson(app, { standing: standing === 'suspended' ? 'active' : standing, grants, name })
    ).id
    const asked = await asVisitor(app, person)
    askers.set(name, standing === 'suspended' ? { ...asked, person: { ...asked.person, standing } } : asked)
  }
})
afterAll(() => server.stop())

const who = (name: string) => {
  const found = askers.get(name)
  if (!found) throw new Error(name)
  return found
}
const names = KINDS.map(([name]) => name)
const overHttp = names.filter((name) => name !== 'suspended administrator')

describe('verbs of the line and of departures', () => {
  const today = () => todayOf(app)
  const verbs: [string, readonly string[], (by: Person) => Promise<{ ok: boolean; reason?: string }>][] = [
    ['givePriority', APPLICATIONS, (by) => givePriority(app, { waiting: line, reason: 'x', by })],
    ['takePriorityBack', APPLICATIONS, (by) => takePriorityBack(app, { waiting: line, by })],
    ['removeFromLine', APPLICATIONS, (by) => removeFromLine(app, { waiting: line, reason: 'x', by })],
    ['allowReapplying', APPLICATIONS, (by) => allowReapplying(app, { application: waiter.id, by })],
    [
      'requestDeparture',
      APPLICATIONS,
      (by) => requestDeparture(app, { person: member, channel: 'phone', reason: 'time', by }),
    ],
    [
      'recordRefund',
      PAYMENTS,
      (by) => recordRefund(app, { departure: departed, method: 'cash', on: today(), by }),
    ],
  ]
  for (const [verb, may, run] of verbs)
    it.each(names.filter((name) => !may.includes(name)))(`${verb} refuses: %s`, async (name) => {
      const refused = await run(who(name).person)
      expect(refused.ok).toBe(false)
      expect(['staff.not-allowed', 'departure.not-allowed']).toContain(refused.reason)
    })

  it('refuse staff on their own place in line, and on money of their own', async () => {
    const grants: RoleGrant[] = [{ role: 'administrator' }]
    const self: Person = { ...who('administrator').person, id: String(waiter.person), grants }
    for (const refused of [
      await givePriority(app, { waiting: line, reason: 'x', by: self }),
      await takePriorityBack(app, { waiting: line, by: self }),
      await removeFromLine(app, { waiting: line, reason: 'x', by: self }),
    ])
      expect(refused).toMatchObject({ reason: 'application.own' })
    const gone = String((await findDeparture(app, departed))?.person)
    const mine = { departure: departed, method: 'cash', on: today(), by: { ...self, id: gone } }
    expect(await recordRefund(app, mine)).toMatchObject({ reason: 'application.own' })
  })
})

describe('pages', () => {
  const pages = (): [string, readonly string[]][] => [
    ['/bureau/liste-d-attente', APPLICATIONS],
    [`/bureau/liste-d-attente/${line}`, APPLICATIONS],
    ['/bureau/departs', BOTH],
    [`/bureau/departs/${departed}`, BOTH],
    [`/bureau/departs/personne/${member}`, APPLICATIONS],
  ]
  const acts = (): [string, readonly string[]][] => [
    ['/bureau/liste-d-attente/none/priorite', APPLICATIONS],
    ['/bureau/liste-d-attente/none/rang', APPLICATIONS],
    ['/bureau/liste-d-attente/none/retirer', APPLICATIONS],
    ['/bureau/departs/none/rendre', PAYMENTS],
    ['/bureau/departs/personne/none', APPLICATIONS],
    ['/bureau/candidatures/none/recandidature', APPLICATIONS],
  ]

  it('lead anonymous people to sign in', async () => {
    const own = ['/moi/compte/depart', '/ma-candidature/rang', '/ma-candidature/renoncer']
    for (const path of [...pages().map(([p]) => p), '/moi/compte/depart']) {
      const answer = await server.as().get(path)
      expect(answer.status, path).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/connexion/)
    }
    for (const path of [...acts().map(([p]) => p), ...own])
      expect((await server.as().post(path)).headers.get('location'), path).toMatch(/^\/connexion/)
  })

  it.each(overHttp)('open to those they are for: %s', async (name) => {
    const browser = server.as(who(name).token)
    for (const [path, may] of pages()) {
      const answer = await browser.get(path)
      expect(answer.status, path).toBe(may.includes(name) ? 200 : 403)
      if (!may.includes(name)) expect(await answer.text()).not.toContain('Œuvrard')
    }
    for (const [path, may] of acts()) {
      const answer = await browser.post(path, {
        reason: 'time',
        channel: 'phone',
        method: 'cash',
        on: '2027-01-01',
      })
      expect(answer.status, path).toBe(may.includes(name) ? 404 : 403)
    }
  })

  it('tell each member of staff what awaits their area, and nobody else anything', async () => {
    const told = async (name: string) => [
      ...new Set(
        (await lineAndRefundTodo(app, who(name).person, 'fr')).map((item) => item.href.split('?')[0]),
      ),
    ]
    expect(await told('staff:applications')).toEqual(['/bureau/liste-d-attente'])
    expect(await told('staff:payments')).toEqual(['/bureau/departs'])
    expect(await told('staff:content')).toEqual([])
    expect(await told('member')).toEqual([])
  })
})

describe('the line through forms alone', () => {
  it('for staff: priority, back, off the list; bad input is said beside the field', async () => {
    const admin = server.as(who('administrator').token)
    const path = `/bureau/liste-d-attente/${line}`
    const list = await (await admin.get(`/bureau/liste-d-attente?saison=${season.id}`)).text()
    expect(list).toContain('Œuvrard')
    const empty = await admin.post(`${path}/priorite`, { reason: '  ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Écrivez le motif')
    expect((await admin.post(`${path}/priorite`, { reason: 'Une urgence.' })).status).toBe(303)
    expect(await (await admin.get(path)).text()).toContain('Une urgence.')
    const mine = server.as(unwrap(await openSignIn(app, String(waiter.person), 'test')).token)
    expect(await (await mine.get('/ma-candidature')).text()).toContain('donné la priorité')
    expect((await admin.post(`${path}/rang`, {})).status).toBe(303)
    expect((await admin.post(`${path}/retirer`, {})).status).toBe(422)
    for (const odd of [
      '?etat=nulle&page=-3',
      '?page=abc&saison=%00',
      '?saison=none',
      `?etat=removed&page=9999`,
    ])
      expect((await admin.get(`/bureau/liste-d-attente${odd}`)).status, odd).toBe(200)
  })

  it('for the person: position, invitation, time run out, back in line, given up', {
    timeout: 60_000,
  }, async () => {
    const own = await openSeason(app, 1)
    const until = new Date(Date.now() + DAY)
    const other = newId()
    unwrap(await holdSeat(app, { season: own.id, person: other, until }))
    const { id } = await interviewed(app)
    unwrap(await acceptApplication(app, { application: id, by: 'system' }))
    await drain(app)
    const file = await fileOf(app, id)
    const browser = server.as(unwrap(await openSignIn(app, String(file.person), 'test')).token)
    const page = async () => (await browser.get('/ma-candidature')).text()
    expect(await page()).toContain('la prochaine qui se libère est pour vous')
    await releaseExpiredHolds(at(app, until))
    await drain(app)
    expect(await page()).toContain('Une place est pour vous')
    await releaseExpiredHolds(at(app, Date.now() + 9 * DAY))
    await drain(app)
    const missed = await page()
    expect(missed).toContain('reprendre rang')
    // Nothing to pay without a seat.
    expect(missed).not.toContain('Régler')
    const stranger = server.as(who('other applicant').token)
    expect((await stranger.post('/ma-candidature/renoncer', { dossier: id })).status).toBe(303)
    expect((await fileOf(app, id)).state).toBe('accepted')
    expect((await browser.post('/ma-candidature/rang', { dossier: id })).status).toBe(303)
    expect((await browser.post('/ma-candidature/rang', { dossier: id })).status).toBe(303)
    await drain(app)
    expect((await browser.post('/ma-candidature/renoncer', { dossier: id })).status).toBe(303)
    await drain(app)
    expect((await fileOf(app, id)).state).toBe('withdrawn')
    expect(await page()).toContain('Déposer une nouvelle candidature')
  })

  it('opens on a season in which somebody waits, whichever is open to the public', async () => {
    const nobodyWaits = await openSeason(app, 1)
    const html = await (await server.as(who('administrator').token).get('/bureau/liste-d-attente')).text()
    expect(html).toContain(`<option value="${nobodyWaits.id}">`)
    const shown = /<option value="([^"]+)" selected=""/.exec(html)?.[1] ?? ''
    expect((await countWaiting(app)).get(shown)).toBeGreaterThan(0)
  })
})

describe('departures through forms alone', () => {
  it('for the member: says what will happen, then does it and lets go of every device', async () => {
    await openSeason(app, 2)
    const person = await joined()
    const browser = server.as(unwrap(await openSignIn(app, person, 'test')).token)
    expect(await (await browser.get('/moi/compte')).text()).toContain('/moi/compte/depart')
    const asks = await (await browser.get('/moi/compte/depart')).text()
    expect(
      asks.match(/<input[^>]*name="reason"[^>]*>/g)?.filter((radio) => radio.includes('checked')),
    ).toEqual([expect.stringContaining('value="other"')])
    expect(asks).toMatch(/Vos 5\s€ de cotisation vous sont rendus/)
    const bad = await browser.post('/moi/compte/depart', { reason: 'pigeon' })
    expect(bad.status).toBe(422)
    expect(await bad.text()).toContain('Choisissez une raison')
    const done = await browser.post('/moi/compte/depart', { reason: 'moving', note: 'Merci.' })
    expect(done.headers.get('location')).toBe('/adhesion/au-revoir')
    expect((await browser.get('/moi/compte')).status).toBe(303)
    expect((await server.as().get('/adhesion/au-revoir')).status).toBe(200)
    await drain(app)
  })

  it('for somebody without a membership: nothing to end, nothing to give back', async () => {
    const browser = server.as(who('member').token)
    expect(await (await browser.get('/moi/compte')).text()).not.toContain('/moi/compte/depart')
    expect(await (await browser.get('/moi/compte/depart')).text()).toContain('pas d’adhésion en cours')
    const asked = await browser.post('/moi/compte/depart', { reason: 'other' })
    expect(asked.status).toBe(422)
  })

  it('for staff: from the person’s file to the money given back', async () => {
    await openSeason(app, 2)
    const person = await joined()
    const admin = server.as(who('administrator').token)
    expect(await (await admin.get(`/bureau/personnes/${person}`)).text()).toContain(
      `/bureau/departs/personne/${person}`,
    )
    const path = `/bureau/departs/personne/${person}`
    const bad = await admin.post(path, { reason: 'time' })
    expect(bad.status).toBe(422)
    expect(await bad.text()).toContain('Dites comment la demande est arrivée')
    const done = await admin.post(path, { channel: 'sms', reason: 'time', note: 'Le 12.' })
    expect(done.status).toBe(303)
    const file = String(done.headers.get('location'))
    await drain(app)
    expect(await (await admin.get(file)).text()).toContain('Noter le remboursement')
    const wrong = await admin.post(`${file}/rendre`, { method: 'cash', on: '2999-01-01' })
    expect(wrong.status).toBe(422)
    const given = { method: 'cash', on: todayOf(app) }
    expect((await admin.post(`${file}/rendre`, given)).status).toBe(303)
    expect((await admin.post(`${file}/rendre`, given)).status).toBe(303)
    await drain(app)
    const shown = await (await admin.get(file)).text()
    expect(shown).toContain('remboursé')
    expect(shown).toContain('espèces')
    for (const odd of ['?argent=rien', '?argent=all&page=0', '?page=9999'])
      expect((await admin.get(`/bureau/departs${odd}`)).status, odd).toBe(200)
  })
})

describe('rows over REST', () => {
  it.each(['waiting-list', 'departures', 'refunds', 'credit-returns'])('%s are closed', async (slug) => {
    for (const name of ['other applicant', 'member', 'staff:content'])
      expect((await server.as(who(name).token).get(`/api/${slug}`)).status, name).toBe(403)
    expect((await server.as().get(`/api/${slug}`)).status).toBe(403)
    const admin = server.as(who('administrator').token)
    expect((await admin.get(`/api/${slug}`)).status).toBe(200)
    expect((await admin.send('POST', `/api/${slug}`, {})).status).toBe(403)
    expect((await admin.send('PATCH', `/api/${slug}/${line}`, { state: 'seated' })).status).toBe(403)
    expect((await admin.send('DELETE', `/api/${slug}/${line}`)).status).toBe(403)
  })
})
