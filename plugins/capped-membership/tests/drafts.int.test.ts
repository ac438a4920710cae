import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findByEmail } from '@/collections/members/service'
import { DAY, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { APPLICATIONS, DRAFTS, SEASONS } from '../contract'
import { type Answers, DRAFTS_AN_ADDRESS } from '../domain/drafts'
import { applicationKey } from '../domain/keys'
import { submitApplication } from '../service'
import { forgetDrafts } from '../service/drafts/forgetDrafts'
import { keepDraft, resendConfirmation } from '../service/drafts/keepDraft'
import { fileDraft, saveDraft } from '../service/drafts/openDraft'
import { draftsAt, findDraft } from '../service/drafts/rows'
import { tokenOf } from '../service/drafts/token'
import { findApplication, findApplicationByKey, type SeasonRow } from '../service/rows'
import { applied, at, newApplication, openSeason } from './support'

let app: App
let server: TestServer
let season: SeasonRow
beforeAll(async () => {
  app = (await bootApp()).app
  season = await openSeason(app, 50)
  server = await serve(app)
})
afterAll(() => server.stop())

const address = () => `d-${newId()}@test.example`
const whole: Answers = {
  name: 'Léa Ferrand',
  activity: 'Cartographe, à Brest',
  skills: 'Cartes\nRelevés',
  motives: 'Apprendre des autres.',
  charter: true,
  privacy: true,
}

type Mail = { id: string; template: string; text: string; to: string; secret?: boolean }
async function mailsTo(email: string): Promise<Mail[]> {
  await drain(app)
  const { docs } = await app.payload.db.find<Mail>({
    collection: 'mails',
    where: { to: { equals: email } },
    sort: 'id',
    pagination: false,
  })
  return docs
}
const templates = async (email: string) => (await mailsTo(email)).map((m) => m.template)
/** The link of the last mail, as its reader would follow it. */
const linkIn = async (email: string) =>
  /\/adhesion\/candidature\/(?:brouillon|confirmer)\/[\w.-]+/.exec(
    (await mailsTo(email)).at(-1)?.text ?? '',
  )?.[0] ?? ''
const tokenIn = async (email: string) => (await linkIn(email)).split('/').at(-1) ?? ''
const sendIn = (email: string, answers: Answers = whole, when = app) =>
  keepDraft(when, { email, lang: 'fr', purpose: 'confirm', answers })
const fileAt = (email: string) => findApplicationByKey(app, applicationKey(season.id, email))

describe('an application sent in by the form', () => {
  it('reaches nobody before its address is confirmed, then is a file with an account', async () => {
    const email = address()
    unwrap(await sendIn(` ${email.toUpperCase()} `))
    expect(await templates(email)).toEqual(['membership.confirm'])
    expect(await fileAt(email)).toBeNull()
    expect(await findByEmail(app, email)).toBeNull()
    const token = await tokenIn(email)
    const filed = unwrap(await fileDraft(app, token))
    await drain(app)
    expect(await fileAt(email)).toMatchObject({
      id: filed.application,
      state: 'received',
      name: 'Léa Ferrand',
    })
    expect((await findByEmail(app, email))?.standing).toBe('applicant')
    expect(await templates(email)).toEqual(['membership.confirm', 'membership.received'])
    // What was written stands in one place.
    const left = await findDraft(app, String(filed.application))
    expect(left).toMatchObject({ state: 'filed', email: '' })
    expect(left?.name ?? null).toBeNull()
  })

  it('is one file however often its link is followed, at once or later', async () => {
    const email = address()
    unwrap(await sendIn(email))
    const token = await tokenIn(email)
    const all = await Promise.all(Array.from({ length: 8 }, () => fileDraft(app, token)))
    const later = await fileDraft(app, token)
    expect(new Set([...all, later].map((r) => unwrap(r).application)).size).toBe(1)
    const { totalDocs } = await app.payload.db.count({
      collection: APPLICATIONS,
      where: { email: { equals: email } },
    })
    expect(totalDocs).toBe(1)
    expect((await templates(email)).filter((t) => t === 'membership.received')).toHaveLength(1)
  })

  it('filed, but the program died before the draft was closed: the link says filed, and files nothing anew', async () => {
    const email = address()
    unwrap(await sendIn(email))
    const token = await tokenIn(email)
    const [draft] = await draftsAt(app, email)
    unwrap(await submitApplication(app, { ...newApplication({ email }), id: draft?.id ?? '' }))
    expect(unwrap(await fileDraft(app, token))).toEqual({ application: draft?.id, known: false })
    expect((await findDraft(app, draft?.id ?? ''))?.state).toBe('filed')
    expect(await templates(email)).not.toContain('membership.known')
  })

  it('sent twenty times at once is one draft and one mail', async () => {
    const email = address()
    await Promise.all(Array.from({ length: 20 }, () => sendIn(email)))
    expect(await draftsAt(app, email)).toHaveLength(1)
    expect(await templates(email)).toEqual(['membership.confirm'])
  })

  it('by strangers under one address: few mails, and its owner still gets in', async () => {
    const email = address()
    for (let i = 0; i < DRAFTS_AN_ADDRESS + 4; i++)
      unwrap(await sendIn(email, { ...whole, motives: `Essai ${i}` }))
    expect(await draftsAt(app, email)).toHaveLength(DRAFTS_AN_ADDRESS)
    expect(await templates(email)).toHaveLength(DRAFTS_AN_ADDRESS)
    // The owner writes over what the stranger wrote, by the link only they have.
    const token = await tokenIn(email)
    unwrap(await fileDraft(app, token, { ...whole, motives: 'Les miens.' }))
    expect((await fileAt(email))?.motives).toBe('Les miens.')
  })

  it('of two under one address, one becomes the file; the other says that it is known', async () => {
    const email = address()
    unwrap(await sendIn(email))
    const first = await tokenIn(email)
    unwrap(await sendIn(email, { ...whole, motives: 'Autre' }))
    const second = await tokenIn(email)
    expect(second).not.toBe(first)
    expect(unwrap(await fileDraft(app, first)).known).toBe(false)
    expect(unwrap(await fileDraft(app, second))).toEqual({ application: null, known: true })
    expect((await fileAt(email))?.motives).toBe(whole.motives)
  })

  it('says nothing of addresses we know: the same answer, a mail to their owner, nothing kept', async () => {
    const [member, applicant] = [await makePerson(app), await applied(app)]
    for (const email of [member.email, applicant.email]) {
      expect(await sendIn(email)).toEqual(await sendIn(address()))
      expect(await draftsAt(app, email)).toEqual([])
      expect((await templates(email)).filter((t) => t === 'membership.known')).toHaveLength(1)
      expect(await templates(email)).not.toContain('membership.confirm')
    }
  })

  it('needs both consents and an open season, then as now', async () => {
    expect(await sendIn(address(), { ...whole, privacy: false })).toMatchObject({
      reason: 'application.consent-missing',
    })
    const email = address()
    unwrap(await sendIn(email))
    const token = await tokenIn(email)
    const close = (state: string) =>
      app.payload.update({ collection: SEASONS, id: season.id, data: { state: state as 'open' } })
    await close('closed')
    try {
      expect(await sendIn(address())).toMatchObject({ reason: 'season.not-open' })
      expect(await fileDraft(app, token)).toMatchObject({ reason: 'season.not-open' })
    } finally {
      await close('open')
    }
    unwrap(await fileDraft(app, token))
  })

  it('is mailed again when asked, once in ten minutes, five times in all', async () => {
    const email = address()
    unwrap(await sendIn(email))
    const start = Date.now()
    await resendConfirmation(at(app, start + 10 * MINUTE - 1000), email)
    expect(await templates(email)).toHaveLength(1)
    const then = at(app, start + 11 * MINUTE)
    await Promise.all([1, 2, 3].map(() => resendConfirmation(then, email)))
    expect(await templates(email)).toHaveLength(2)
    for (let i = 2; i < 9; i++) await resendConfirmation(at(app, start + i * 11 * MINUTE), email)
    expect(await templates(email)).toHaveLength(5)
    await resendConfirmation(app, address())
  })

  it('never confirmed is forgotten after its days, with the address its mails went to; a draft later', async () => {
    const [email, kept] = [address(), address()]
    unwrap(await sendIn(email))
    unwrap(await keepDraft(app, { email: kept, lang: 'fr', purpose: 'draft', answers: { name: 'Léa' } }))
    const [token, [draft], [other]] = [
      await tokenIn(email),
      await draftsAt(app, email),
      await draftsAt(app, kept),
    ]
    await mailsTo(kept)
    const due = new Date(draft?.forgetAt ?? 0).getTime()
    await forgetDrafts(at(app, due - 1))
    expect(await findDraft(app, draft?.id ?? '')).not.toBeNull()
    expect((await fileDraft(at(app, due), token)).ok).toBe(false)
    await forgetDrafts(at(app, due))
    expect(await findDraft(app, draft?.id ?? '')).toBeNull()
    expect(await mailsTo(email)).toEqual([])
    expect(await fileDraft(app, token)).toMatchObject({ reason: 'draft.unknown' })
    expect(await findDraft(app, other?.id ?? '')).not.toBeNull()
    expect(new Date(other?.forgetAt ?? 0).getTime() - due).toBeGreaterThan(20 * DAY)
  })
})

describe('a draft', () => {
  it('is gone on with by its link, kept longer each time, and filed once complete', async () => {
    const email = address()
    unwrap(await keepDraft(app, { email, lang: 'fr', purpose: 'draft', answers: { name: 'Léa' } }))
    expect(await templates(email)).toEqual(['membership.draft'])
    const token = await tokenIn(email)
    expect(await fileDraft(app, token)).toMatchObject({ reason: 'application.consent-missing' })
    const later = at(app, Date.now() + DAY)
    const saved = unwrap(await saveDraft(later, token, { name: 'Léa', skills: 'Cartes' }))
    const row = await findDraft(app, saved.id)
    expect(row).toMatchObject({ skills: 'Cartes', state: 'kept' })
    expect(new Date(row?.forgetAt ?? 0).getTime() - Date.now()).toBeGreaterThan(30.5 * DAY)
    unwrap(await fileDraft(app, token, whole))
    expect(await fileAt(email)).toMatchObject({ state: 'received' })
    expect(await saveDraft(app, token, whole)).toMatchObject({ reason: 'draft.unknown' })
  })

  it('saved and filed at the same moment is filed once, and nothing written is kept beside', async () => {
    const email = address()
    unwrap(await keepDraft(app, { email, lang: 'fr', purpose: 'draft', answers: { name: 'Léa' } }))
    const token = await tokenIn(email)
    await Promise.all([
      fileDraft(app, token, whole),
      saveDraft(app, token, { ...whole, motives: 'Plus tard' }),
      fileDraft(app, token, whole),
    ])
    const file = await fileAt(email)
    expect(file?.state).toBe('received')
    expect(await findDraft(app, file?.id ?? '')).toMatchObject({ state: 'filed', email: '' })
  })

  it('is nobody’s to read without its link: not staff’s, not by another’s token', async () => {
    const email = address()
    unwrap(await keepDraft(app, { email, lang: 'fr', purpose: 'draft', answers: { name: 'Secret' } }))
    const [draft] = await draftsAt(app, email)
    const admin = await makePerson(app, { grants: [{ role: 'administrator' }] })
    const browser = server.as((await asVisitor(app, admin.id)).token)
    for (const path of [`/api/${DRAFTS}`, `/api/${DRAFTS}/${draft?.id}`])
      expect((await browser.get(path)).status).toBe(403)
    const wrong = tokenOf(draft?.id ?? '', 'another secret')
    for (const token of [draft?.id, wrong, 'x'])
      for (const kind of ['brouillon', 'confirmer']) {
        const answer = await browser.get(`/adhesion/candidature/${kind}/${token}`)
        expect(answer.status).toBe(404)
        expect(await answer.text()).not.toContain('Secret')
      }
    expect((await browser.post(`/adhesion/candidature/brouillon/${wrong}/effacer`)).status).toBe(303)
    expect(await findDraft(app, draft?.id ?? '')).not.toBeNull()
  })
})

describe('pages', () => {
  const typed = {
    name: 'Léa Ferrand',
    activity: 'Cartographe',
    skills: 'Cartes',
    motives: 'Apprendre.',
    charter: 'oui',
    privacy: 'oui',
  }

  it('lead from the form through the mail to the file, errors beside the field, without script', async () => {
    const anyone = server.as()
    const email = address()
    expect((await anyone.post('/adhesion/candidature', { ...typed, email: 'x' })).status).toBe(422)
    const nameless = await anyone.post('/adhesion/candidature', { geste: 'garder', name: 'Léa' })
    expect(nameless.status).toBe(422)
    expect(await nameless.text()).toContain('le lien pour reprendre y sera envoyé')
    const kept = await anyone.post('/adhesion/candidature', { geste: 'garder', email, name: 'Léa' })
    expect(kept.headers.get('location')).toBe('/adhesion/candidature/brouillon')
    const link = await linkIn(email)
    const page = await anyone.get(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(email)
    const short = await anyone.post(link, { name: 'Léa' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('Citez au moins un savoir-faire')
    expect((await anyone.post(link, { geste: 'garder', ...typed })).status).toBe(303)
    expect(await (await anyone.get(link)).text()).toContain('Apprendre.')
    expect((await anyone.post(link, typed)).headers.get('location')).toBe('/adhesion/candidature/merci')
    expect(await (await anyone.get(link)).text()).toContain('Cette candidature est déposée')
    expect((await fileAt(email))?.state).toBe('received')
  })

  it('confirm by one press, offer to read it again, send the mail again', async () => {
    const anyone = server.as()
    const email = address()
    const sent = await anyone.post('/adhesion/candidature', { ...typed, email })
    expect(sent.headers.get('location')).toBe('/adhesion/candidature/confirmez')
    expect((await anyone.get('/adhesion/candidature/confirmez')).status).toBe(200)
    expect((await anyone.post('/adhesion/candidature/confirmez', { email: 'x' })).status).toBe(422)
    expect((await anyone.post('/adhesion/candidature/confirmez', { email: address() })).status).toBe(303)
    const link = await linkIn(email)
    expect(await (await anyone.get(link)).text()).toContain(link.replace('confirmer', 'brouillon'))
    // Looking is not confirming.
    expect(await fileAt(email)).toBeNull()
    expect((await anyone.post(link)).headers.get('location')).toBe('/adhesion/candidature/merci')
    expect(await findApplication(app, (await fileAt(email))?.id ?? '')).not.toBeNull()
  })

  it('erase a draft for good', async () => {
    const email = address()
    await server.as().post('/adhesion/candidature', { geste: 'garder', email, name: 'Léa' })
    const link = await linkIn(email)
    expect((await server.as().post(`${link}/effacer`)).status).toBe(303)
    expect((await server.as().get(link)).status).toBe(404)
    expect((await server.as().post(link, typed)).status).toBe(404)
    expect(await draftsAt(app, email)).toEqual([])
  })

  it('of somebody signed in file at once, under the address they signed in with', async () => {
    const { id, email } = await makePerson(app, { standing: 'prospect' })
    const mine = server.as((await asVisitor(app, id)).token)
    const answer = await mine.post('/adhesion/candidature', { ...typed, email: 'autre@test.example' })
    expect(answer.headers.get('location')).toBe('/adhesion/candidature/merci')
    expect(await fileAt(email)).toMatchObject({ person: id })
  })
})
