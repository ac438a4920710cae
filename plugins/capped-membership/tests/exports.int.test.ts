import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { APPLICATIONS } from '../contract'
import { recordPayment, refuseApplication, submitApplication } from '../service'
import type { ApplicationRow, SeasonRow } from '../service/rows'
import { EXPORTS, SEASONS_PATH, seasonHref } from '../web/officeAccess'
import { accepted, applied, fee, newApplication, openSeason, pay } from './support'

let app: App
let server: TestServer
let season: SeasonRow
let joined: ApplicationRow & { person: string }
const browsers = new Map<string, Browser>()

const KINDS: [string, Standing, RoleGrant[]][] = [
  ['applicant', 'applicant', []],
  ['member', 'active', []],
  ['coordinator', 'active', [{ role: 'coordinator', loge: 'l' }]],
  ['staff:content', 'prospect', [{ role: 'staff', area: 'content' }]],
  ['staff:settings', 'prospect', [{ role: 'staff', area: 'settings' }]],
  ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }]],
  ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }]],
  ['administrator', 'prospect', [{ role: 'administrator' }]],
]
const as = (name: string): Browser => {
  const found = browsers.get(name)
  if (!found) throw new Error(name)
  return found
}

beforeAll(async () => {
  ;({ app } = await bootApp())
  season = await openSeason(app, 20)
  server = await serve(app)
  for (const [name, standing, grants] of KINDS) {
    const { id } = await makePerson(app, { standing, grants, name })
    browsers.set(name, server.as((await asVisitor(app, id)).token))
  }
  joined = await accepted(app)
  unwrap(await pay(app, joined.id))
  await drain(app)
  const cheque = await accepted(app)
  unwrap(await recordPayment(app, { ...fee(app, cheque.id), method: 'cheque', reference: '=HYPERLINK("x")' }))
  const held = await accepted(app)
  await compareAndSet(app, APPLICATIONS, { id: { equals: held.id } }, { name: '=cmd|"/C calc"!A1' })
  const refused = await applied(app)
  unwrap(
    await refuseApplication(app, { application: refused.id, reason: 'Non.', code: 'charter', by: 'system' }),
  )
  unwrap(await submitApplication(app, newApplication({ name: 'Zoé; « Œil »', phone: '+33 6 12 34 56 78' })))
  await drain(app)
})
afterAll(() => server.stop())

/** A file as a spreadsheet reads it: heads, then lines by head. */
async function table(browser: Browser, path: string): Promise<Record<string, string>[]> {
  const answer = await browser.get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[a-z]+-\d{4}-\d\d-\d\d\.csv"$/,
  )
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const { parse } = await import('csv-parse/sync')
  return parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
}

describe('who may export', () => {
  const MAY: Record<keyof typeof EXPORTS, string[]> = {
    applications: ['staff:applications', 'administrator'],
    members: ['staff:applications', 'administrator'],
    payments: ['staff:payments', 'administrator'],
  }
  const seesSeasons = ['staff:applications', 'staff:payments', 'staff:settings', 'administrator']

  it('nobody who is not signed in', async () => {
    for (const path of [...Object.values(EXPORTS), SEASONS_PATH, seasonHref(season.id)]) {
      const answer = await server.as().get(path)
      expect(answer.status, path).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/connexion/)
    }
  })

  it.each(KINDS.map(([name]) => name))('each what is theirs: %s', async (name) => {
    for (const kind of Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]) {
      const answer = await as(name).get(EXPORTS[kind])
      expect(answer.status, kind).toBe(MAY[kind].includes(name) ? 200 : 403)
      if (!MAY[kind].includes(name)) expect(await answer.text()).not.toContain(joined.email)
    }
    for (const path of [SEASONS_PATH, seasonHref(season.id)])
      expect((await as(name).get(path)).status, path).toBe(seesSeasons.includes(name) ? 200 : 403)
  })
})

describe('applications', () => {
  it('are exported as the list shows them, by its own address', async () => {
    const all = await table(as('administrator'), `${EXPORTS.applications}?etat=all&saison=${season.id}`)
    expect(all).toHaveLength(5)
    expect(all.map((line) => line.État).toSorted()).toEqual([
      'adhésion confirmée',
      'adhésion confirmée',
      'cotisation attendue',
      'refusée',
      'reçue',
    ])
    const [refused] = await table(
      as('administrator'),
      `${EXPORTS.applications}?etat=refused&saison=${season.id}`,
    )
    expect(refused).toMatchObject({ Décision: 'refusée', 'Motif du refus': 'Désaccord avec la charte' })
    const found = await table(
      as('administrator'),
      `${EXPORTS.applications}?etat=all&saison=${season.id}&q=oeil`,
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ Nom: 'Zoé; « Œil »', Téléphone: "'+33 6 12 34 56 78" })
  })

  it('run nothing in a spreadsheet', async () => {
    const lines = await table(as('administrator'), `${EXPORTS.applications}?etat=all&saison=${season.id}`)
    expect(lines.map((line) => line.Nom)).toContain('\'=cmd|"/C calc"!A1')
    const fees = await table(as('administrator'), `${EXPORTS.payments}?saison=${season.id}`)
    expect(fees.map((line) => line.Référence)).toContain('\'=HYPERLINK("x")')
  })
})

describe('members and payments', () => {
  it('are told with how to reach them and how they paid', async () => {
    const members = await table(as('staff:applications'), `${EXPORTS.members}?saison=${season.id}`)
    expect(members).toHaveLength(2)
    const mine = members.find((line) => line.Courriel === joined.email)
    expect(mine).toMatchObject({
      Nom: joined.name,
      Montant: '5,00',
      État: 'en cours',
      Activité: joined.activity,
    })
    expect(
      await table(as('staff:applications'), `${EXPORTS.members}?saison=${season.id}&etat=ended`),
    ).toEqual([])
  })

  it('are narrowed by season, way and days', async () => {
    const count = async (terms: string) =>
      (await table(as('staff:payments'), `${EXPORTS.payments}?saison=${season.id}${terms}`)).length
    expect(await count('')).toBe(2)
    expect(await count('&moyen=cheque')).toBe(1)
    expect(await count('&moyen=carte')).toBe(0)
    expect(await count('&du=2999-01-01')).toBe(0)
    expect(await count('&au=2000-01-01')).toBe(0)
    // What is no day narrows nothing.
    expect(await count('&du=hier&au=2999-99-99')).toBe(2)
  })

  it('come whole, however many pages of rows there are, and HEAD says the same of them', async () => {
    const { rowPages } = await import('@/hooks')
    const seen: string[] = []
    let pages = 0
    for await (const rows of rowPages<ApplicationRow>(
      app,
      APPLICATIONS,
      { season: { equals: season.id } },
      { size: 2 },
    )) {
      pages += 1
      seen.push(...rows.map((row) => row.id))
    }
    expect(pages).toBe(3)
    expect(new Set(seen).size).toBe(5)
    const head = await as('administrator').send('HEAD', EXPORTS.members)
    expect(head.status).toBe(200)
    expect(head.headers.get('content-disposition')).toContain('adhesions-')
  })
})

describe('the figures of a season', () => {
  it('are what the rows and facts say', async () => {
    const { readSeasonFigures } = await import('../service/figures/readSeasonFigures')
    const figures = await readSeasonFigures(app, season)
    expect(figures.days.at(-1)).toMatchObject({ taken: 2, held: 1 })
    expect(figures.funnel).toEqual({ received: 5, planned: 3, interviewed: 3, accepted: 3, joined: 2 })
    expect(figures.refusals).toEqual([{ code: 'charter', n: 1 }])
    expect(figures.endings).toEqual([])
    await compareAndSet(
      app,
      'memberships',
      { and: [{ season: { equals: season.id } }, { person: { equals: joined.person } }] },
      { state: 'ended', endReason: 'refund' },
    )
    expect((await readSeasonFigures(app, season)).endings).toEqual([{ code: 'refund', n: 1 }])
  })

  it('are drawn, and read as tables', async () => {
    const html = await (await as('staff:applications').get(seasonHref(season.id))).text()
    for (const said of [
      'De la candidature à l’adhésion',
      'Désaccord avec la charte',
      'Remboursement demandé',
    ])
      expect(html).toContain(said)
    expect(html).toMatch(/<th scope="col">prises<\/th>/)
    // Links to files that are not theirs to open are not shown.
    expect(html).toContain(EXPORTS.members)
    expect(html).not.toContain(EXPORTS.payments)
    const list = await (await as('staff:payments').get(SEASONS_PATH)).text()
    expect(list).toContain(seasonHref(season.id))
    expect((await as('administrator').get(seasonHref('none'))).status).toBe(404)
  })

  it('ask for a coded reason with each refusal', async () => {
    const { id } = await applied(app)
    const post = (fields: Record<string, string>) =>
      as('staff:applications').post(`/bureau/candidatures/${id}/refuser`, fields)
    const without = await post({ reason: 'Vous cherchez un salaire.' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Choisissez un motif dans la liste')
    expect((await post({ reason: 'Non.', code: 'made-up' })).status).toBe(422)
    expect((await post({ reason: 'Non.', code: 'expectations' })).status).toBe(303)
  })
})
