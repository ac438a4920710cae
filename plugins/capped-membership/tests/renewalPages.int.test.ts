import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { makePerson } from '@/tests/factories/people'
import { renewalFileKey } from '../domain/keys'
import { closeSeason } from '../service/renewal/closeSeason'
import { declineRenewal } from '../service/renewal/declineRenewal'
import { keepAllSeats } from '../service/renewal/keepSeats'
import { findRenewal } from '../service/renewal/renewalRows'
import { renewMembership } from '../service/renewal/renewMembership'
import { findApplicationByKey, findSeason, type SeasonRow } from '../service/rows'
import { renewalHouse, text } from './renewalHouse'
import { day, memberOf, setDays } from './renewalSupport'
import { at, pay } from './support'

let house: Awaited<ReturnType<typeof renewalHouse>>
let app: App
let next: SeasonRow
beforeAll(async () => {
  house = await renewalHouse()
  ;({ app, next } = house)
})
afterAll(() => house.server.stop())

describe('the page of one’s membership', () => {
  it('says where one stands, and what may be done, at each step', async () => {
    const marie = await house.member('Marie Lantier')
    await keepAllSeats(app)
    await drain(app)
    const browser = await house.browserOf(marie.id)
    const offered = await text(browser.get('/moi/adhesion'))
    expect(offered).toContain('Votre adhésion vaut pour la saison A')
    expect(offered).toContain('Une place vous est gardée')
    expect(offered).toContain('Cotisation : 5 €, à régler ensuite.')
    expect(offered).toContain('action="/moi/adhesion/renouveler"')
    expect(await text(browser.get('/aujourdhui'))).toContain('Votre place pour la saison B vous attend.')

    const asked = await browser.post('/moi/adhesion/renouveler', { saison: next.id })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/ma-candidature'])
    await drain(app)
    const file = await text(browser.get('/ma-candidature'))
    expect(file).toContain('Mon renouvellement')
    expect(file).toContain('Votre renouvellement est noté. Une place vous est gardée')
    const wanted = await text(browser.get('/moi/adhesion'))
    expect(wanted).toContain('Il reste à régler votre cotisation.')
    expect(wanted).not.toContain('/moi/adhesion/decliner')
    expect(await text(browser.get('/aujourdhui'))).toContain(
      'Il reste à régler votre cotisation pour la saison B',
    )

    const row = await findApplicationByKey(app, renewalFileKey(marie.id, next.id))
    unwrap(await pay(app, String(row?.id)))
    await drain(app)
    const paid = await text(browser.get('/moi/adhesion'))
    expect(paid).toContain(`C’est fait : votre place n° ${marie.seat} est confirmée.`)
    expect(paid).toContain('à venir')
    expect(await text(browser.get('/ma-candidature'))).toContain('Votre adhésion est renouvelée')
    expect(await text(browser.get('/aujourdhui'))).not.toContain('saison B')
  })

  it('declines, and takes it back', async () => {
    const one = await house.member()
    const browser = await house.browserOf(one.id)
    const asked = await browser.post('/moi/adhesion/decliner', { saison: next.id })
    expect(asked.headers.get('location')).toBe('/moi/adhesion')
    expect(await text(browser.get('/moi/adhesion'))).toContain('Si vous changez d’avis')
    await browser.post('/moi/adhesion/renouveler', { saison: next.id })
    expect((await findRenewal(app, one.id, next.id))?.state).toBe('wanted')
  })

  it('says what came of nonsense, and does nothing', async () => {
    const one = await house.member()
    const browser = await house.browserOf(one.id)
    for (const fields of [
      {},
      { saison: '' },
      { saison: 'x'.repeat(500) },
      { saison: 'nulle-part' },
      { saison: house.old.id },
    ])
      for (const act of ['renouveler', 'decliner']) {
        const answer = await browser.post(`/moi/adhesion/${act}`, fields as Record<string, string>)
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/moi/adhesion'])
      }
    expect((await findRenewal(app, one.id, next.id))?.state ?? 'offered').toBe('offered')
  })

  it.each<Standing>(['prospect', 'applicant', 'refused', 'suspended', 'left'])(
    'renews nothing for somebody %s, member of that season or not',
    async (standing) => {
      const one = await memberOf(app, house.old, 0, { standing })
      expect(await renewMembership(app, { person: one.id, season: next.id })).toMatchObject({
        reason: 'renewal.not-entitled',
      })
      expect(await declineRenewal(app, { person: one.id, season: next.id })).toMatchObject({
        reason: 'renewal.not-entitled',
      })
    },
  )

  it('leads who is not signed in to sign in, and shows nobody another’s', async () => {
    for (const path of ['/moi/adhesion', '/bureau/renouvellements'])
      expect((await house.server.as().get(path)).headers.get('location')).toMatch(/^\/connexion/)
    for (const path of [
      '/moi/adhesion/renouveler',
      '/moi/adhesion/decliner',
      '/bureau/renouvellements/clore',
    ])
      expect((await house.server.as().post(path, { saison: next.id })).headers.get('location')).toMatch(
        /^\/connexion/,
      )
    const stranger = await house.browserOf((await makePerson(app)).id)
    expect(await text(stranger.get('/moi/adhesion'))).toContain('Aucune adhésion à votre nom')
  })
})

describe('the office’s list', () => {
  it('shows who answered what, counted, filtered and searched by its address', async () => {
    const [asking, declining] = [await house.member('Zoé Demande'), await house.member('Zoé Décline')]
    await house.member('Zoé Silence')
    await keepAllSeats(app)
    await setDays(app, next, { renewalClosesOn: day(app, 21) })
    await keepAllSeats(app)
    unwrap(await renewMembership(app, { person: asking.id, season: next.id }))
    unwrap(await declineRenewal(app, { person: declining.id, season: next.id }))
    const { token } = await house.staffOf({ role: 'staff', area: 'applications' })
    const list = (query: string) =>
      text(house.server.as(token).get(`/bureau/renouvellements?saison=${next.id}${query}`))
    const all = await list('&q=zoe')
    for (const name of ['Zoé Demande', 'Zoé Décline', 'Zoé Silence']) expect(all).toContain(name)
    const declined = await list('&q=zoe&reponse=declined')
    expect(declined).toContain('Zoé Décline')
    expect(declined).not.toContain('Zoé Demande')
    expect(await list('&reponse=wanted')).toMatch(/href="\/bureau\/candidatures\/[^"]+">Zoé Demande/)
    expect(await list('&q=personne-de-ce-nom')).toContain('Personne ici')
    expect(await list('&reponse=nonsense&page=-3')).toContain('Zoé Silence')
    // Who may not close a season is not offered to.
    expect(all).not.toContain('/bureau/renouvellements/clore')
  })

  it.each<[string, RoleGrant[]]>([
    ['a member', []],
    ['staff for content', [{ role: 'staff', area: 'content' }]],
    ['a coordinator', [{ role: 'coordinator', loge: 'l' }]],
  ])('is refused to %s', async (_, grants) => {
    const { id } = await makePerson(app, { grants })
    expect((await (await house.browserOf(id)).get('/bureau/renouvellements')).status).toBe(403)
  })
})

describe('closing a season', () => {
  it('is for those who set seasons, once, and ends renewals and applications alone', async () => {
    const one = await house.member()
    await renewMembership(app, { person: one.id, season: next.id })
    for (const area of ['applications', 'payments'] as const) {
      const other = await house.staffOf({ role: 'staff', area })
      expect(await closeSeason(app, { season: next.id, by: other.person })).toMatchObject({
        reason: 'staff.not-allowed',
      })
      const answer = await house.server
        .as(other.token)
        .post('/bureau/renouvellements/clore', { saison: next.id })
      expect(answer.status).toBe(403)
    }
    const chief = await house.staffOf(
      { role: 'staff', area: 'settings' },
      { role: 'staff', area: 'payments' },
    )
    const browser = house.server.as(chief.token)
    expect(await text(browser.get(`/bureau/renouvellements?saison=${next.id}`))).toContain(
      'Clore la saison B',
    )
    const closed = await browser.post('/bureau/renouvellements/clore', { saison: next.id })
    expect(closed.status).toBe(303)
    expect((await findSeason(app, next.id))?.state).toBe('closed')
    expect(await closeSeason(app, { season: next.id, by: chief.person })).toMatchObject({
      reason: 'season.already-closed',
    })
    expect(await closeSeason(app, { season: 'nulle-part', by: chief.person })).toMatchObject({
      reason: 'season.unknown',
    })
    const late = await house.member()
    expect(await renewMembership(app, { person: late.id, season: next.id })).toMatchObject({
      reason: 'renewal.not-open',
    })
    // Who had asked before may still pay.
    await drain(app)
    const file = await findApplicationByKey(app, renewalFileKey(one.id, next.id))
    unwrap(await pay(at(app, Date.now()), String(file?.id)))
    await drain(app)
    expect((await findRenewal(app, one.id, next.id))?.state).toBe('renewed')
  })
})
