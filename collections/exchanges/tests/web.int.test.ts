import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { newId } from '@/core/ids'
import type { RoleGrant, Standing } from '@/core/person'
import type { App } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { acceptHelp, deliverHelp } from '../service'
import { asked, funds, member, read } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

const signIn = async (id: string): Promise<Browser> => server.as((await asVisitor(app, id)).token)

async function visitor(standing: Standing, ...grants: RoleGrant[]): Promise<Browser> {
  return signIn((await makePerson(app, { standing, grants })).id)
}

const html = async (response: Response): Promise<string> => {
  expect(response.status).toBe(200)
  return response.text()
}

/** The hidden key of the form on a page. */
const keyOf = (page: string): string => /name="cle" value="([^"]+)"/.exec(page)?.[1] ?? ''

describe('the story in pages, without script', () => {
  it('is asked, accepted, delivered, evaluated', async () => {
    const marie = await member(app, 5)
    const paul = await makePerson(app, { name: 'Paul Ngûyen' })
    await openMemberAccount(app, paul.id)
    const [hers, his] = [await signIn(marie.id), await signIn(paul.id)]

    expect(await html(await hers.get('/entraide'))).toContain('Aucun échange')
    expect(await html(await hers.get('/entraide/demander?q=nguyen'))).toContain('Paul Ngûyen')
    const slug = /demander\?a=(paul-nguyen[^"&]*)/.exec(
      await html(await hers.get('/entraide/demander?q=nguyen paul')),
    )?.[1]
    const formPage = await html(await hers.get(`/entraide/demander?a=${slug}`))
    const fields = {
      a: slug ?? '',
      cle: keyOf(formPage),
      objet: 'Relire mon devis',
      besoin: 'Deux pages à relire avant lundi, merci.',
      heures: '1,5',
      ts: '3',
    }
    const sent = await hers.post('/entraide/demander', fields)
    expect(sent.status).toBe(303)
    const href = sent.headers.get('location') ?? ''
    expect(href).toMatch(/^\/entraide\/[0-9a-f-]{36}$/)
    expect((await hers.post('/entraide/demander', fields)).headers.get('location')).toBe(href)
    expect(await html(await hers.get(href))).toMatch(/1\sh\s30/)

    expect(await html(await his.get('/entraide'))).toContain('À vous de jouer')
    const asks = await html(await his.get(href))
    expect(asks).toContain(`${href}/accepter`)
    expect(asks).toMatch(/Accepter d’aider pour 3[\u00a0 ]TS/)
    expect(await html(await hers.get(href))).not.toContain(`${href}/accepter`)

    expect((await his.post(`${href}/accepter`)).status).toBe(303)
    expect(await funds(app, marie)).toEqual([5, 3])
    expect((await his.post(`${href}/remise`)).status).toBe(303)

    const empty = await hers.post(`${href}/evaluer`, { commentaire: 'Très utile' })
    expect(empty.status).toBe(422)
    const again = await empty.text()
    expect(again).toContain('Choisissez une note de 1 à 5.')
    expect(again).toContain('Très utile')

    expect((await hers.post(`${href}/evaluer`, { note: '5', commentaire: 'Très utile' })).status).toBe(303)
    expect(await funds(app, marie)).toEqual([2, 0])
    expect(await html(await his.get(href))).toContain('Merci pour votre aide')
    expect(await html(await his.get('/entraide?etat=termines'))).toContain('Relire mon devis')
    expect(await html(await his.get('/entraide?etat=asked&role=aide'))).toContain(
      'Aucun échange ne correspond',
    )
    expect(await html(await hers.get('/compte/mouvements?nature=given'))).toContain(href)
  })

  it('keeps what was typed and says what to mend', async () => {
    const marie = await signIn((await member(app, 5)).id)
    const paul = await makePerson(app, { name: 'Aline Refus' })
    const slug = `aline-refus-${paul.id.slice(-6)}`
    const refused = await marie.post('/entraide/demander', {
      a: slug,
      cle: newId(),
      objet: 'x',
      besoin: 'Un besoin décrit en entier.',
      heures: '0,3',
      ts: '2.5',
    })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Un besoin décrit en entier.')
    expect(page).toContain('3 points à revoir')
  })
})

describe('who is refused', () => {
  const PAGES = ['/entraide', '/entraide/demander', '/bureau/entraide', '/compte', '/bureau/ts']

  it('anonymous people are led to sign in', async () => {
    for (const path of PAGES) {
      const reply = await server.as().get(path)
      expect([path, reply.status]).toEqual([path, 303])
      expect(reply.headers.get('location')).toContain('/connexion')
    }
  })

  it.each<Standing>(['applicant', 'accepted', 'lapsed', 'refused'])('%s: all of it', async (standing) => {
    const browser = await visitor(standing)
    for (const path of PAGES) expect([path, (await browser.get(path)).status]).toEqual([path, 403])
  })

  it('members and staff without the area: the staff’s pages', async () => {
    for (const browser of [
      await visitor('active'),
      await visitor('active', { role: 'coordinator', loge: newId() }),
      await visitor('active', { role: 'staff', area: 'content' }),
    ])
      for (const path of ['/bureau/entraide', '/bureau/ts', '/bureau/ts/pool%3Amain'])
        expect([path, (await browser.get(path)).status]).toEqual([path, 403])
  })

  it('a stranger finds no exchange of others and does nothing to it', async () => {
    const [marie, paul] = [await member(app, 5), await member(app, 0)]
    const id = await asked(app, marie, paul)
    const stranger = await visitor('active')
    expect((await stranger.get(`/entraide/${id}`)).status).toBe(404)
    for (const act of ['accepter', 'decliner', 'remise', 'annuler'])
      expect((await stranger.post(`/entraide/${id}/${act}`)).status).toBe(404)
    expect((await stranger.post(`/entraide/${id}/rendre`)).status).toBe(403)
    expect((await stranger.post(`/entraide/${id}/evaluer`, { note: '5' })).status).toBe(404)
    expect((await read(app, id)).state).toBe('asked')
  })

  it('the helper never evaluates itself, with whatever grants', async () => {
    const marie = await member(app, 5)
    const paul = await makePerson(app, { grants: [{ role: 'administrator' }] })
    await openMemberAccount(app, paul.id)
    const id = await asked(app, marie, { ...marie, id: paul.id })
    const as = { id: paul.id, judge: true }
    await acceptHelp(app, { id, who: as })
    await deliverHelp(app, { id, who: as })
    await (await signIn(paul.id)).post(`/entraide/${id}/evaluer`, { note: '5' })
    expect((await read(app, id)).state).toBe('delivered')
  })
})

describe('staff', () => {
  it('reviews, pays or gives back', async () => {
    const staff = await visitor('active', { role: 'staff', area: 'moderation' })
    const [marie, paul] = [await member(app, 5), await member(app, 0)]
    const id = await asked(app, marie, paul)
    await acceptHelp(app, { id, who: { id: paul.id, judge: false } })
    await deliverHelp(app, { id, who: { id: paul.id, judge: false } })
    await (await signIn(marie.id)).post(`/entraide/${id}/evaluer`, { note: '1', commentaire: 'Rien reçu' })
    expect(await html(await staff.get('/bureau/entraide'))).toContain('Relire un devis')
    const page = await html(await staff.get(`/entraide/${id}`))
    expect(page).toContain(`/entraide/${id}/rendre`)
    expect(page).toContain('Rien reçu')
    expect((await staff.post(`/entraide/${id}/rendre`)).status).toBe(303)
    expect(await read(app, id)).toMatchObject({ state: 'released' })
    expect(await funds(app, marie)).toEqual([5, 0])
  })
})

describe('through REST nobody writes', () => {
  it('an exchange, not even an administrator', async () => {
    const admin = await visitor('active', { role: 'administrator' })
    const [marie, paul] = [await member(app, 5), await member(app, 0)]
    const id = await asked(app, marie, paul)
    for (const [method, path] of [
      ['POST', '/api/exchanges'],
      ['PATCH', `/api/exchanges/${id}`],
      ['DELETE', `/api/exchanges/${id}`],
    ] as const)
      expect([method, (await admin.send(method, path, { state: 'settled' })).status]).toEqual([method, 403])
    const member_ = await visitor('active')
    expect((await member_.send('GET', `/api/exchanges/${id}`)).status).toBe(403)
    expect((await read(app, id)).state).toBe('asked')
  })
})
