import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSignIn } from '@/collections/members/service/signIn'
import { formatDate } from '@/core/dates'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain, watchRevisions } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { holdUntil, lastDayOf } from '../domain/hold'
import {
  acceptApplication,
  freeSeat,
  planInterview,
  recordInterview,
  recordPayment,
  refuseApplication,
} from '../service'
import { readSettings } from '../service/readSettings'
import type { ApplicationRow, SeasonRow } from '../service/rows'
import { accepted, applied, fee, fileOf, interviewed, newApplication, openSeason } from './support'

let app: App
let server: TestServer
let season: SeasonRow
let file: ApplicationRow
const askers = new Map<string, { person: Person; token: string }>()

const KINDS: [string, Standing, RoleGrant[]][] = [
  ['other applicant', 'applicant', []],
  ['member', 'active', []],
  ['coordinator', 'active', [{ role: 'coordinator', loge: 'l' }]],
  ['staff:content', 'prospect', [{ role: 'staff', area: 'content' }]],
  ['staff:ledger', 'prospect', [{ role: 'staff', area: 'ledger' }]],
  ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }]],
  ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }]],
  ['administrator', 'prospect', [{ role: 'administrator' }]],
]
const MAY = {
  applications: ['staff:applications', 'administrator'],
  payments: ['staff:payments', 'administrator'],
}

beforeAll(async () => {
  ;({ app } = await bootApp())
  season = await openSeason(app, 50)
  server = await serve(app)
  file = await applied(app)
  for (const [name, standing, grants] of KINDS) {
    const { id } = await makePerson(app, { standing, grants, name })
    askers.set(name, await asVisitor(app, id))
  }
})
afterAll(() => server.stop())

const who = (name: string) => {
  const found = askers.get(name)
  if (!found) throw new Error(name)
  return found
}
const tomorrow = () => new Date(Date.now() + 86_400_000)

describe('staff verbs', () => {
  const verbs: [string, keyof typeof MAY, (by: Person) => Promise<{ ok: boolean; reason?: string }>][] = [
    [
      'planInterview',
      'applications',
      (by) => planInterview(app, { application: file.id, at: tomorrow(), place: 'x', by }),
    ],
    [
      'recordInterview',
      'applications',
      (by) => recordInterview(app, { application: file.id, report: 'x', by }),
    ],
    ['acceptApplication', 'applications', (by) => acceptApplication(app, { application: file.id, by })],
    [
      'refuseApplication',
      'applications',
      (by) => refuseApplication(app, { application: file.id, reason: 'x', by }),
    ],
    [
      'freeSeat',
      'applications',
      (by) => freeSeat(app, { season: season.id, person: String(file.person), by }),
    ],
    ['recordPayment', 'payments', (by) => recordPayment(app, { ...fee(app, file.id), by })],
  ]
  for (const [verb, area, run] of verbs)
    it.each(KINDS.map(([name]) => name).filter((name) => !MAY[area].includes(name)))(
      `${verb} refuses: %s`,
      async (name) => {
        expect(await run(who(name).person)).toMatchObject({ ok: false, reason: 'staff.not-allowed' })
      },
    )

  it('refuse staff on a file of their own, and the suspended whatever their grants', async () => {
    const own = await interviewed(app)
    const grants: RoleGrant[] = [{ role: 'administrator' }]
    const self: Person = {
      id: String(own.person),
      email: own.email,
      name: own.name,
      lang: 'fr',
      standing: 'applicant',
      grants,
    }
    expect(await acceptApplication(app, { application: own.id, by: self })).toMatchObject({
      reason: 'application.own',
    })
    expect(await refuseApplication(app, { application: own.id, reason: 'x', by: self })).toMatchObject({
      reason: 'application.own',
    })
    expect(await recordPayment(app, { ...fee(app, own.id), by: self })).toMatchObject({
      reason: 'application.own',
    })
    const suspended: Person = { ...self, id: 'someone', standing: 'suspended' }
    expect(await acceptApplication(app, { application: own.id, by: suspended })).toMatchObject({
      reason: 'staff.not-allowed',
    })
  })
})

describe('pages of the office', () => {
  const acts = [
    ['entretien', 'applications'],
    ['compte-rendu', 'applications'],
    ['accepter', 'applications'],
    ['refuser', 'applications'],
    ['liberer-place', 'applications'],
    ['cotisation', 'payments'],
  ] as const

  it('lead anonymous people to sign in, and tell nothing', async () => {
    const paths = ['/bureau/candidatures', `/bureau/candidatures/${file.id}`, '/ma-candidature']
    for (const path of paths) {
      const answer = await server.as().get(path)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/connexion/)
    }
    for (const [act] of acts)
      expect((await server.as().post(`/bureau/candidatures/${file.id}/${act}`)).status).toBe(303)
  })

  it.each(KINDS.map(([name]) => name))('open to those they are for: %s', async (name) => {
    const browser = server.as(who(name).token)
    const office = [...MAY.applications, ...MAY.payments].includes(name)
    for (const path of ['/bureau/candidatures', `/bureau/candidatures/${file.id}`]) {
      const answer = await browser.get(path)
      expect(answer.status, path).toBe(office ? 200 : 403)
      if (!office) expect(await answer.text()).not.toContain(file.email)
    }
    for (const [act, area] of acts) {
      // An unknown file, so that whoever is let in changes nothing.
      const answer = await browser.post(`/bureau/candidatures/none/${act}`, {})
      expect(answer.status, act).toBe(MAY[area].includes(name) ? 404 : 403)
    }
  })

  it('show who takes the money neither motives nor report', async () => {
    const html = await (
      await server.as(who('staff:payments').token).get(`/bureau/candidatures/${file.id}`)
    ).text()
    expect(html).toContain(file.email)
    expect(html).not.toContain('isolement')
    const full = await (
      await server.as(who('staff:applications').token).get(`/bureau/candidatures/${file.id}`)
    ).text()
    expect(full).toContain('isolement')
  })

  it('let staff live the story through forms alone', async () => {
    const admin = server.as(who('administrator').token)
    const { id } = await applied(app)
    const path = `/bureau/candidatures/${id}`
    const post = (act: string, fields: Record<string, string> = {}) => admin.post(`${path}/${act}`, fields)
    const wrong = await post('entretien', { at: '2027-03-28T02:30', place: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('2027-03-28T02:30')
    const day = tomorrow().toISOString().slice(0, 10)
    expect((await post('entretien', { at: `${day}T14:30`, place: 'Au local' })).status).toBe(303)
    expect((await post('compte-rendu', { report: 'Une belle rencontre.' })).status).toBe(303)
    expect((await post('refuser', { reason: '' })).status).toBe(422)
    expect((await post('accepter')).status).toBe(303)
    // At once, before any delivery: the seat is kept for the days to pay, not for the minutes of the decision.
    const { holdDays } = await readSettings(app)
    const until = lastDayOf(holdUntil(new Date(), holdDays, 'Europe/Paris'), 'Europe/Paris')
    expect(await (await admin.get(path)).text()).toContain(
      `gardée jusqu’au ${formatDate(until, 'fr')} inclus`,
    )
    await drain(app)
    const short = await post('cotisation', { amount: '4', method: 'cash', receivedOn: day })
    expect(short.status).toBe(422)
    const today = new Date().toISOString().slice(0, 10)
    expect((await post('cotisation', { amount: '5,00', method: 'cash', receivedOn: today })).status).toBe(303)
    expect((await post('cotisation', { amount: '5,00', method: 'cash', receivedOn: today })).status).toBe(303)
    const html = await (await admin.get(path)).text()
    expect(html).toContain('adhésion confirmée')
    expect(html).not.toContain('cotisation attendue')
    await drain(app)
    expect((await fileOf(app, id)).state).toBe('joined')
    expect((await admin.get(path)).status).toBe(200)
  })
})

describe('a file whose act is decided and not followed up, as after a crash', () => {
  it('names no day until which the seat is kept, and awaits no fee that is paid', async () => {
    const admin = server.as(who('administrator').token)
    const { id } = await interviewed(app)
    const html = async () => (await admin.get(`/bureau/candidatures/${id}`)).text()
    unwrap(await acceptApplication(app, { application: id, by: 'system' }))
    expect(await html()).toMatch(/n°\s\d+, gardée</)
    expect(await html()).not.toMatch(/gardée jusqu/)
    unwrap(await recordPayment(app, fee(app, id)))
    expect(await html()).toContain('adhésion en cours')
    expect(await html()).not.toContain('cotisation attendue')
    await drain(app)
    expect(await html()).toContain('adhésion confirmée')
  })
})

describe('one’s own application', () => {
  it('is the only one an applicant sees', async () => {
    const mine = await accepted(app)
    const token = unwrap(await openSignIn(app, mine.person, 'test')).token
    const answer = await server.as(token).get('/ma-candidature')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(mine.email)
    expect(html).not.toContain(file.email)
    const none = await (await server.as(who('member').token).get('/ma-candidature')).text()
    expect(none).not.toContain(mine.email)
  })
})

describe('the public pages', () => {
  it('answer everybody, and the form keeps what was typed', async () => {
    const anyone = server.as()
    for (const path of ['/adhesion', '/adhesion/candidature', '/adhesion/candidature/merci'])
      expect((await anyone.get(path)).status, path).toBe(200)
    const { name, skills, motives, activity } = newApplication()
    const refused = await anyone.post('/adhesion/candidature', {
      name,
      skills,
      motives,
      activity,
      email: 'x',
      charter: 'oui',
    })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html.includes('Rompre l’isolement.')).toBe(true)
    expect(html.includes('Cochez votre accord sur les données')).toBe(true)
    const odd = await anyone.post('/adhesion/candidature', {
      name,
      skills,
      motives,
      activity,
      email: 'tel@test.example',
      charter: 'oui',
      privacy: 'oui',
      phone: 'abc',
    })
    expect(odd.status).toBe(422)
    expect(await odd.text()).toContain('Écrivez un numéro entier')
    const taken = await anyone.post('/adhesion/candidature', {
      name,
      skills,
      motives,
      activity,
      email: 'formulaire@test.example',
      charter: 'oui',
      privacy: 'oui',
    })
    expect(taken.headers.get('location')).toBe('/adhesion/candidature/confirmez')
    await drain(app)
  })

  it('show the counter to other sites, and 304 to who has it', async () => {
    const first = await server.as().get('/widgets/counter.json')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(await first.json()).toMatchObject({ season: season.slug, cap: 50, state: 'open' })
    const etag = first.headers.get('etag') ?? ''
    // Said outright, since fetch would add no-cache to a conditional request.
    const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' }
    const again = await fetch(`${server.url}/widgets/counter.json`, { headers })
    expect(again.status).toBe(304)
  })

  it('are told when a seat is taken, so that none shows an old figure', async () => {
    const heard = new Set<string>()
    const stop = watchRevisions(app, (topic) => heard.add(topic))
    // Each under an address of its own, as this server keeps pages and nobody tells it to drop them.
    const left = async (n: number) =>
      Number(/il reste (\d+)/.exec(await (await server.as().get(`/adhesion?${n}`)).text())?.[1])
    const before = await left(1)
    await accepted(app)
    stop()
    expect(heard).toContain('season')
    expect(await left(2)).toBe(before - 1)
  })
})

describe('rows over REST', () => {
  it.each(['applications', 'seats', 'memberships', 'payments', 'seasons'])('%s are closed', async (slug) => {
    expect((await server.as().get(`/api/${slug}`)).status).toBe(403)
    expect((await server.as(who('other applicant').token).get(`/api/${slug}`)).status).toBe(403)
    expect((await server.as(who('member').token).get(`/api/${slug}`)).status).toBe(403)
    const admin = server.as(who('administrator').token)
    expect((await admin.get(`/api/${slug}`)).status).toBe(200)
    expect((await admin.send('DELETE', `/api/${slug}/${file.id}`)).status).toBe(403)
    if (slug !== 'seasons') {
      expect((await admin.send('POST', `/api/${slug}`, {})).status).toBe(403)
      expect((await admin.send('PATCH', `/api/${slug}/${file.id}`, { state: 'joined' })).status).toBe(403)
    }
  })
})
