import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOGES } from '@/collections/loges/contract'
import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import type { MissionText } from '../contract'
import {
  closeMission,
  proposeMission,
  publishMission,
  returnMission,
  submitMission,
  withdrawMission,
} from '../service'
import { readMission } from '../store/missions'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

type Someone = { person: Person; browser: Browser }
async function someone(standing: Standing, ...grants: RoleGrant[]): Promise<Someone> {
  const { id } = await makePerson(app, { standing, grants })
  const { person, token } = await asVisitor(app, id)
  return { person, browser: server.as(token) }
}
const verifier = () => someone('active', { role: 'staff', area: 'moderation' })

async function makeLoge(): Promise<string> {
  const made = await app.payload.create({
    collection: LOGES,
    data: { name: 'Loge d’essai', slug: `l-${newId()}`, state: 'active', territory: 'Ici' },
    overrideAccess: true,
  })
  return String(made.id)
}

const text = (more: Partial<MissionText> = {}): MissionText => ({
  title: 'Traduire une brochure',
  brief: 'Huit pages à traduire vers l’anglais pour un musée.',
  skills: 'Traduction\nÉdition',
  mode: 'cooperative',
  loge: null,
  budget: '400 € environ',
  deadline: null,
  ...more,
})
const prospect = {
  name: 'Musée des Outils',
  organisation: '',
  email: 'contact@musee.example',
  phone: '',
  notes: '',
}

const propose = async (who: Person, submit = true, more: Partial<MissionText> = {}): Promise<string> =>
  unwrap(await proposeMission(app, { who, text: text(more), prospect, submit, formKey: newId() })).id

const page = async (browser: Browser, path: string): Promise<string> => {
  const reply = await browser.get(path)
  expect([path, reply.status]).toEqual([path, 200])
  return reply.text()
}

describe('the story', () => {
  it('a coordinator drafts it, sends it; staff returns it, then publishes; members read it, not the prospect', async () => {
    const loge = await makeLoge()
    const coordinator = await someone('active', { role: 'coordinator', loge })
    const staff = await verifier()
    const member = await someone('active')
    const form = await page(coordinator.browser, '/missions/proposer')
    const cle = /name="cle" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const word = `mot${newId().slice(-8)}`
    const fields = {
      cle,
      act: 'brouillon',
      titre: `Traduire une brochure ${word}`,
      description: 'Huit pages à traduire vers l’anglais pour un musée.',
      competences: 'Traduction',
      mode: 'comparative',
      loge,
      budget: '400 € environ',
      echeance: '2099-01-01',
      nom: 'Madame Dupré',
      courriel: 'dupre@musee.example',
    }
    const made = await coordinator.browser.post('/missions/proposer', fields)
    expect(made.status).toBe(303)
    const href = made.headers.get('location') ?? ''
    expect((await coordinator.browser.post('/missions/proposer', fields)).headers.get('location')).toBe(href)
    const id = href.split('/').pop() ?? ''

    expect((await member.browser.get(href)).status).toBe(404)
    expect((await coordinator.browser.post(`${href}/envoyer`)).status).toBe(303)
    expect(await page(staff.browser, '/bureau/missions')).toContain(word)
    expect((await staff.browser.post(`${href}/renvoyer`, { remarque: 'Précisez le format.' })).status).toBe(
      303,
    )
    expect((await readMission(app, id))?.state).toBe('draft')
    const returned = await page(coordinator.browser, href)
    expect(returned).toContain('Précisez le format.')
    expect(returned).toContain('Le bureau vous renvoie cette mission')
    expect(await page(staff.browser, href)).not.toContain('visible que de vous')

    const edited = { ...fields, description: 'Huit pages A4 à traduire vers l’anglais pour un musée.' }
    expect((await coordinator.browser.post(`${href}/modifier`, edited)).status).toBe(303)
    expect((await coordinator.browser.post(`${href}/envoyer`)).status).toBe(303)
    expect((await coordinator.browser.post(`${href}/publier`)).status).toBe(403)
    expect(await page(staff.browser, href)).toContain('dupre@musee.example')
    expect((await staff.browser.post(`${href}/publier`)).status).toBe(303)

    const seen = await page(member.browser, href)
    expect(seen).toContain('Huit pages A4')
    expect(seen).not.toContain('dupre@musee.example')
    expect(seen).not.toContain('Dupré')
    expect(await page(member.browser, `/missions?q=${word}&mode=comparative`)).toContain(word)
    expect(await page(member.browser, `/missions?q=${word}&mode=cooperative`)).not.toContain(href)

    expect((await coordinator.browser.post(`${href}/clore`)).status).toBe(303)
    expect(await page(member.browser, `/missions?q=${word}`)).not.toContain(href)
    expect(await page(member.browser, `/missions?q=${word}&etat=closes`)).toContain(href)
  })

  it('keeps what was typed and says what to mend', async () => {
    const { browser } = await verifier()
    const reply = await browser.post('/missions/proposer', {
      cle: newId(),
      titre: 'Tri',
      description: 'Une description assez longue pour passer.',
      mode: 'cooperative',
      echeance: '2020-01-01',
      courriel: 'pas une adresse',
    })
    expect(reply.status).toBe(422)
    const html = await reply.text()
    expect(html).toContain('assez longue pour passer')
    expect(html).toContain('2 points à revoir')
  })
})

describe('the list', () => {
  it('goes by date or by deadline, is narrowed, and ignores what it does not know', async () => {
    const staff = await verifier()
    const member = await someone('active')
    const word = `mot${newId().slice(-8)}`
    const later = (days: number) =>
      civilDate(new Date(app.clock.now().getTime() + days * 86_400_000), app.settings.timeZone)
    const make = async (name: string, deadline: string | null, mode: 'cooperative' | 'comparative') => {
      const id = await propose(staff.person, true, { title: `${name} ${word}`, deadline, mode })
      unwrap(await publishMission(app, id, staff.person))
    }
    await make('Ancienne', later(30), 'cooperative')
    await make('Ouverte', null, 'cooperative')
    await make('Pressée', later(3), 'comparative')
    const found = async (query: string) => {
      const html = await page(member.browser, `/missions?q=${word}&${query}`)
      return [...html.matchAll(new RegExp(`(\\p{L}+) ${word}(?=</)`, 'gu'))].map((m) => m[1])
    }
    expect(await found('')).toEqual(['Pressée', 'Ouverte', 'Ancienne'])
    expect(await found('tri=anciennes')).toEqual(['Ancienne', 'Ouverte', 'Pressée'])
    expect(await found('tri=echeance')).toEqual(['Pressée', 'Ancienne'])
    expect(await found('tri=echeance&mode=cooperative')).toEqual(['Ancienne'])
    expect(await found('tri=x&etat=y&mode=z&loge=nulle-part&page=-3')).toEqual([
      'Pressée',
      'Ouverte',
      'Ancienne',
    ])
    const links = await page(member.browser, `/missions?q=${word}&mode=cooperative`)
    expect(links).toContain(`href="/missions?q=${word}&amp;mode=cooperative&amp;tri=echeance"`)
  })
})

describe('refusals', () => {
  it('a loge of others, a day gone by', async () => {
    const mine = await someone('active', { role: 'coordinator', loge: newId() })
    const ask = (more: Partial<MissionText>) =>
      proposeMission(app, { who: mine.person, text: text(more), prospect, submit: true, formKey: newId() })
    expect(await ask({ loge: newId() })).toMatchObject({ reason: 'mission.loge-not-yours' })
    expect(await ask({ deadline: '2020-01-01' })).toMatchObject({ reason: 'mission.deadline-past' })
    expect((await ask({ deadline: civilDate(app.clock.now()) })).ok).toBe(true)
  })

  it('a form that had sent other words; sent twice it is one mission', async () => {
    const mine = await someone('active', { role: 'coordinator', loge: newId() })
    const form = { who: mine.person, prospect, submit: true, formKey: newId() }
    const ask = (more: Partial<MissionText> = {}) => proposeMission(app, { ...form, text: text(more) })
    const first = unwrap(await ask()).id
    const twice = await Promise.all([ask(), ask()])
    expect(twice.map((r) => unwrap(r).id)).toEqual([first, first])
    expect(await ask({ brief: 'Autre chose.' })).toMatchObject({ reason: 'mission.already-sent' })
  })

  it('acts that are another’s or out of turn', async () => {
    const mine = await someone('active', { role: 'coordinator', loge: newId() })
    const other = await someone('active', { role: 'coordinator', loge: newId() })
    const staff = await verifier()
    const id = await propose(mine.person)
    expect(await publishMission(app, id, mine.person)).toMatchObject({ reason: 'mission.staff-only' })
    for (const verb of [submitMission, publishMission, closeMission, withdrawMission])
      expect(await verb(app, id, other.person)).toMatchObject({ reason: 'mission.not-yours' })
    expect(await closeMission(app, id, staff.person)).toMatchObject({ reason: 'mission.not-now' })
    expect(await publishMission(app, newId(), staff.person)).toMatchObject({ reason: 'mission.unknown' })
    unwrap(await returnMission(app, id, staff.person, 'À revoir'))
    expect(await publishMission(app, id, staff.person)).toMatchObject({ reason: 'mission.not-now' })
  })

  it('twenty publications are one', async () => {
    const staff = await verifier()
    const id = await propose(staff.person)
    const all = await Promise.all(Array.from({ length: 20 }, () => publishMission(app, id, staff.person)))
    expect(all.every((r) => r.ok)).toBe(true)
    expect((await readMission(app, id))?.rev).toBe(2)
  })
})

describe('who is refused', () => {
  it('anonymous people and those who are no members', async () => {
    const staff = await verifier()
    const id = await propose(staff.person)
    unwrap(await publishMission(app, id, staff.person))
    const paths = [
      '/missions',
      '/missions/proposer',
      `/missions/${id}`,
      `/missions/${id}/modifier`,
      '/bureau/missions',
    ]
    for (const path of paths) {
      const reply = await server.as().get(path)
      expect(reply.headers.get('location')).toContain('/connexion')
    }
    for (const standing of ['applicant', 'accepted', 'lapsed', 'refused'] as const) {
      const { browser } = await someone(standing)
      for (const path of paths) expect([path, (await browser.get(path)).status]).toEqual([path, 403])
    }
  })

  it('members propose nothing, verify nothing; staff without the area verifies nothing', async () => {
    const staff = await verifier()
    const id = await propose(staff.person)
    const member = (await someone('active')).browser
    expect((await member.get('/missions/proposer')).status).toBe(403)
    for (const browser of [member, (await someone('active', { role: 'staff', area: 'ledger' })).browser]) {
      expect((await browser.get('/bureau/missions')).status).toBe(403)
      expect((await browser.post(`/missions/${id}/publier`)).status).toBe(403)
      expect((await browser.get(`/missions/${id}`)).status).toBe(404)
    }
    expect((await readMission(app, id))?.state).toBe('to-verify')
  })

  it('through REST only staff that verifies reads, and nobody writes', async () => {
    const staff = await verifier()
    const admin = (await someone('active', { role: 'administrator' })).browser
    const member = (await someone('active')).browser
    for (const slug of ['missions', 'mission-prospects']) {
      expect((await staff.browser.send('GET', `/api/${slug}`)).status).toBe(200)
      for (const browser of [server.as(), member])
        expect([slug, (await browser.send('GET', `/api/${slug}`)).status]).toEqual([slug, 403])
      expect((await admin.send('POST', `/api/${slug}`, {})).status).toBe(403)
      expect((await admin.send('DELETE', `/api/${slug}?where[id][exists]=true`)).status).toBe(403)
    }
  })
})
