import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { makePerson } from '@/tests/factories/people'
import { membershipTodo } from '../service/listTodo'
import { keepAllSeats } from '../service/renewal/keepSeats'
import { findRenewal, findRenewalFile } from '../service/renewal/renewalRows'
import { renewalTodo } from '../service/renewal/renewalTodo'
import { renewForMember } from '../service/renewal/renewForMember'
import { renewMembership } from '../service/renewal/renewMembership'
import type { SeasonRow } from '../service/rows'
import { renewalHouse, text, toldBy } from './renewalHouse'
import { day, memberOf, setDays, twoSeasons } from './renewalSupport'
import { pay } from './support'

let house: Awaited<ReturnType<typeof renewalHouse>>
let app: App
let next: SeasonRow
beforeAll(async () => {
  house = await renewalHouse()
  ;({ app, next } = house)
})
afterAll(() => house.server.stop())
const pageOf = (person: string) => `/bureau/renouvellements/personne/${person}`
const fileOf = async (person: string) => {
  const row = await findRenewal(app, person, next.id)
  const file = row && (await findRenewalFile(app, row))
  if (!file) throw new Error('no file')
  return file
}

describe('renewing for a member', () => {
  it('goes from the person’s file to the fee, by whoever handles applications', async () => {
    const jeanne = await house.member('Jeanne Comptoir')
    await keepAllSeats(app)
    const { token } = await house.staffOf(
      { role: 'staff', area: 'applications' },
      { role: 'staff', area: 'payments' },
    )
    const browser = house.server.as(token)
    const file = await text(browser.get(`/bureau/personnes/${jeanne.id}`))
    expect(file).toContain('pas encore de réponse')
    expect(file).toContain(`href="${pageOf(jeanne.id)}"`)
    const page = await text(browser.get(pageOf(jeanne.id)))
    expect(page).toContain('Renouveler pour Jeanne Comptoir')
    expect(page).toMatch(new RegExp(`n° ${jeanne.seat}, gardée jusqu’au`))
    expect(page).toContain('href="/bureau/personnes"')
    const done = await browser.post(pageOf(jeanne.id), { saison: next.id })
    const { id } = await fileOf(jeanne.id)
    expect([done.status, done.headers.get('location')]).toEqual([303, `/bureau/candidatures/${id}`])
    await drain(app)
    const form = await text(browser.get(`/bureau/candidatures/${id}`))
    expect(form).toContain('Jeanne Comptoir renouvelle son adhésion')
    expect(form).toContain(`action="/bureau/candidatures/${id}/cotisation"`)
    expect(form).toContain('Demandé pour la personne par')
    // Asked again: the same file.
    expect((await browser.post(pageOf(jeanne.id), { saison: next.id })).headers.get('location')).toBe(
      `/bureau/candidatures/${id}`,
    )
    expect(await text(browser.get(pageOf(jeanne.id)))).toContain(`href="/bureau/candidatures/${id}"`)
    unwrap(await pay(app, id))
    await drain(app)
    expect(await text(browser.get(`/bureau/personnes/${jeanne.id}`))).toContain('renouvelé, place n°')
  })

  it('is open to who takes the money, from the list, though they do not see people’s files', async () => {
    const one = await house.member('Paula Liste')
    await keepAllSeats(app)
    await setDays(app, next, { renewalClosesOn: day(app, 21) })
    await keepAllSeats(app)
    const { token } = await house.staffOf({ role: 'staff', area: 'payments' })
    const browser = house.server.as(token)
    const list = await text(browser.get(`/bureau/renouvellements?saison=${next.id}&q=paula`))
    expect(list).toContain(`href="${pageOf(one.id)}"`)
    expect(list).not.toContain('/bureau/personnes/')
    expect((await browser.post(pageOf(one.id), { saison: next.id })).status).toBe(303)
    expect((await findRenewal(app, one.id, next.id))?.state).toBe('wanted')
  })

  it('says what came of nonsense, and does nothing', async () => {
    const one = await house.member()
    const { token, person } = await house.staffOf({ role: 'staff', area: 'payments' })
    const browser = house.server.as(token)
    for (const fields of [
      {},
      { saison: '' },
      { saison: 'x'.repeat(500) },
      { saison: 'nulle-part' },
      { saison: house.old.id },
    ])
      expect(
        (await browser.post(pageOf(one.id), fields as Record<string, string>)).headers.get('location'),
      ).toBe(pageOf(one.id))
    expect((await findRenewal(app, one.id, next.id))?.state ?? 'offered').toBe('offered')
    expect((await browser.get(pageOf('personne'))).status).toBe(404)
    expect((await browser.post(pageOf('personne'), { saison: next.id })).status).toBe(404)
    const stranger = await makePerson(app, { name: 'Inès Inconnue' })
    expect(await text(browser.get(pageOf(stranger.id)))).toContain('Rien à renouveler')
    expect(await text(browser.get(pageOf(person.id)))).toContain('Rien à renouveler')
  })

  it.each<[string, RoleGrant[]]>([
    ['a member', []],
    ['staff for content', [{ role: 'staff', area: 'content' }]],
    ['who sets seasons', [{ role: 'staff', area: 'settings' }]],
    ['a coordinator', [{ role: 'coordinator', loge: 'l' }]],
  ])('is refused to %s', async (_, grants) => {
    const one = await house.member()
    const { id } = await makePerson(app, { grants })
    const browser = await house.browserOf(id)
    expect((await browser.get(pageOf(one.id))).status).toBe(403)
    expect((await browser.post(pageOf(one.id), { saison: next.id })).status).toBe(403)
  })
})

describe('taking back', () => {
  it('is offered to the member where the fee is asked for, and asked twice', async () => {
    const one = await house.member('Lise Retour')
    const browser = await house.browserOf(one.id)
    await browser.post('/moi/adhesion/renouveler', { saison: next.id })
    await drain(app)
    for (const path of ['/moi/adhesion', '/ma-candidature']) {
      const html = await text(browser.get(path))
      expect(html).toContain('action="/moi/adhesion/annuler"')
      expect(html).toContain('Annuler votre renouvellement pour la saison B ?')
    }
    const done = await browser.post('/moi/adhesion/annuler', { saison: next.id, tour: '1' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/moi/adhesion'])
    await drain(app)
    expect(await text(browser.get('/moi/adhesion'))).toContain('Si vous changez d’avis')
    const file = await text(browser.get('/ma-candidature'))
    expect(file).toContain('Vous avez annulé ce renouvellement.')
    expect(file).not.toContain('/adhesion/candidature')
    for (const fields of [
      {},
      { saison: '', tour: '1' },
      { saison: 'x'.repeat(500), tour: '1' },
      { saison: 'nulle-part', tour: '1' },
      { saison: next.id, tour: 'un' },
    ])
      expect(
        (await browser.post('/moi/adhesion/annuler', fields as Record<string, string>)).headers.get(
          'location',
        ),
      ).toBe('/moi/adhesion')
    expect(
      (await house.server.as().post('/moi/adhesion/annuler', { saison: next.id })).headers.get('location'),
    ).toMatch(/^\/connexion/)
  })

  it('takes back one’s own alone: another’s is untouched whatever one posts', async () => {
    const [one, other] = [await house.member(), await house.member()]
    unwrap(await renewMembership(app, { person: other.id, season: next.id }))
    await (await house.browserOf(one.id)).post('/moi/adhesion/annuler', { saison: next.id, tour: '1' })
    expect((await findRenewal(app, other.id, next.id))?.state).toBe('wanted')
  })

  it('is done by staff from the file, with a word; not by others', async () => {
    const one = await house.member('Luc Annulé')
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    const { id } = await fileOf(one.id)
    const act = `/bureau/candidatures/${id}/annuler-renouvellement`
    for (const grants of [[], [{ role: 'staff', area: 'content' }]] as RoleGrant[][]) {
      const { token } = await house.staffOf(...grants)
      expect((await house.server.as(token).post(act)).status).toBe(403)
    }
    const { token } = await house.staffOf({ role: 'staff', area: 'payments' })
    const browser = house.server.as(token)
    expect(await text(browser.get(`/bureau/candidatures/${id}`))).toContain(`action="${act}"`)
    const wrong = await browser.post(act, { reason: 'x'.repeat(2000) })
    expect(wrong.status).toBe(422)
    expect((await browser.post(act, { reason: 'Vu ensemble.' })).status).toBe(303)
    await drain(app)
    const html = await text(browser.get(`/bureau/candidatures/${id}`))
    expect(html).toContain('Le renouvellement de Luc Annulé est annulé.')
    expect(html).toContain('Annulé par')
    expect((await findRenewal(app, one.id, next.id))?.state).toBe('declined')
  })
})

describe('taking back from a page of an earlier request', () => {
  it('leaves what was asked for again since, and says so: to the member, and to staff', async () => {
    const one = await house.member('Ana Ancienne')
    const own = await house.browserOf(one.id)
    const asks = async () => {
      unwrap(await renewMembership(app, { person: one.id, season: next.id }))
      await drain(app)
      return fileOf(one.id)
    }
    const before = await asks()
    const shown = await text(own.get('/moi/adhesion'))
    const tour = /name="tour" value="(\d+)"/.exec(shown)?.[1] ?? ''
    await own.post('/moi/adhesion/annuler', { saison: next.id, tour })
    const now = await asks()
    expect(now.id).not.toBe(before.id)
    // The same button again.
    const again = await own.post('/moi/adhesion/annuler', { saison: next.id, tour })
    expect(toldBy(again)).toContain('Rien n’a été annulé.')
    const { token } = await house.staffOf({ role: 'staff', area: 'payments' })
    const staff = house.server.as(token)
    const act = (id: string) => `/bureau/candidatures/${id}/annuler-renouvellement`
    expect(toldBy(await staff.post(act(before.id), { reason: 'Au téléphone.' }))).toContain(
      'Rien n’a été annulé.',
    )
    await drain(app)
    expect(await findRenewal(app, one.id, next.id)).toMatchObject({ state: 'wanted', round: 2 })
    expect((await fileOf(one.id)).state).toBe('accepted')
    await staff.post(act(now.id), {})
    expect(await findRenewal(app, one.id, next.id)).toMatchObject({ state: 'declined', round: 3 })
  })
})

describe('staff’s day', () => {
  it('tells how many fees are awaited and how many have not answered, each leading to its list', async () => {
    const { old, next: after } = await twoSeasons(app)
    const members = [1, 2, 3].map((n) => memberOf(app, old, n))
    const [first, second] = await Promise.all(members)
    await keepAllSeats(app)
    unwrap(await renewMembership(app, { person: String(first?.id), season: after.id }))
    const { person: payments } = await house.staffOf({ role: 'staff', area: 'payments' })
    const { person: files } = await house.staffOf({ role: 'staff', area: 'applications' })
    const of = async (who: typeof files) =>
      (await renewalTodo(app, who, 'fr')).filter(({ href }) => href.includes(after.id))
    const silent = {
      count: 2,
      label: '2 personnes n’ont pas répondu au renouvellement',
      href: `/bureau/renouvellements?saison=${after.id}&reponse=offered`,
    }
    expect(await of(files)).toEqual([
      {
        count: 1,
        label: 'Un renouvellement attend sa cotisation',
        href: `/bureau/renouvellements?saison=${after.id}&reponse=wanted`,
      },
      silent,
    ])
    // To who takes the money that fee is one of those awaited, once.
    expect(await of(payments)).toEqual([silent])
    const fees = async () =>
      (await membershipTodo(app, payments, 'fr')).find(({ href }) => href.endsWith('etat=accepted'))?.count ??
      0
    const before = await fees()
    unwrap(await renewMembership(app, { person: String(second?.id), season: after.id }))
    expect(await fees()).toBe(before + 1)
    expect((await of(payments)).map(({ count }) => count)).toEqual([1])
    const { person: content } = await house.staffOf({ role: 'staff', area: 'content' })
    expect(await renewalTodo(app, content, 'fr')).toEqual([])
    // Closed: nobody answers any more; who asked may still pay.
    await setDays(app, after, { state: 'closed' })
    expect((await of(files)).map(({ count }) => count)).toEqual([2])
  })
})

describe('a refusal', () => {
  it('speaks to staff of the member, and to the member of what they can do', async () => {
    const { old, next: full } = await twoSeasons(app, { cap: 1, ends: 30 })
    const [seated, late, lapsed] = await Promise.all([
      memberOf(app, old, 1),
      memberOf(app, old, 2),
      memberOf(app, old, 3, { standing: 'lapsed' }),
    ])
    const { token } = await house.staffOf(
      { role: 'staff', area: 'payments' },
      { role: 'staff', area: 'applications' },
    )
    const staff = house.server.as(token)
    const refusedTo = async (person: string) => toldBy(await staff.post(pageOf(person), { saison: full.id }))
    unwrap(await renewMembership(app, { person: seated.id, season: full.id }))
    await drain(app)
    expect(await refusedTo(late.id)).toContain('Libérez une place')
    const own = await (await house.browserOf(late.id)).post('/moi/adhesion/renouveler', { saison: full.id })
    expect(toldBy(own)).toContain('Il n’y a plus de place pour cette saison')
    const { id } = unwrap(await renewForMember(app, { person: seated.id, season: full.id, by: 'system' }))
      .file ?? { id: '' }
    unwrap(await pay(app, id))
    await drain(app)
    expect(await refusedTo(seated.id)).toContain('Son adhésion à cette saison est déjà confirmée')
    expect(toldBy(await staff.post(`/bureau/candidatures/${id}/annuler-renouvellement`))).not.toContain(
      'Votre',
    )
    await setDays(app, full, { renewalOpensOn: day(app, -3), renewalClosesOn: day(app, -1) })
    expect(await text(staff.get(pageOf(lapsed.id)))).toContain('n’a pas d’adhésion qu’elle puisse renouveler')
    expect(await refusedTo(lapsed.id)).not.toMatch(/Votre|votre/)
    await setDays(app, full, { state: 'closed' })
    expect(await refusedTo(late.id)).toContain('Personne ne peut renouveler')
  })
})

it('of staff, who takes no counted seat, nothing is said of a free one', async () => {
  const { old, next: after } = await twoSeasons(app)
  const { id } = await makePerson(app, { standing: 'active', grants: [{ role: 'staff', area: 'content' }] })
  await memberOf(app, old, 0, { as: id })
  const other = await memberOf(app, old, 1)
  await setDays(app, after, { renewalOpensOn: day(app, -3), renewalClosesOn: day(app, -1) })
  const { token } = await house.staffOf({ role: 'staff', area: 'payments' })
  const office = async (person: string) => text(house.server.as(token).get(pageOf(person)))
  const mine = async (person: string) => text((await house.browserOf(person)).get('/moi/adhesion'))
  const free = /s’il en reste une/
  expect([free.test(await office(other.id)), free.test(await mine(other.id))]).toEqual([true, true])
  expect(await office(id)).toContain('sans place comptée')
  expect([free.test(await office(id)), free.test(await mine(id))]).toEqual([false, false])
})
