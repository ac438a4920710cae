import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAILS } from '@/collections/mail/contract'
import { exportPerson } from '@/collections/members/service/exportPerson'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { newId } from '@/core/ids'
import type { RoleGrant, Standing } from '@/core/person'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asker, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { CHOICES, LETTERS } from '../contract'
import { choicePath, choiceToken, chooseNews, decliners, wishesNews } from '../service/choices'
import { discardLetter } from '../service/saveLetter'
import { draft, logeOf, type Mail, reason, send, WRITE, writer } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

describe('news', () => {
  it('is declined from the letter without signing in, or from one’s account, and wished again', async () => {
    const { id, browser } = await asker(app, server, 'active', [])
    const path = choicePath(choiceToken(app, id))
    const nobody = server.as()
    expect(await (await nobody.get(path)).text()).toContain('Ne plus recevoir de nouvelles')
    // Looking at it changes nothing: programs that look at mails follow links.
    expect(await wishesNews(app, id)).toBe(true)
    expect((await nobody.post(path, { nouvelles: 'non' })).status).toBe(303)
    expect([...(await decliners(app, [id, newId()]))]).toEqual([id])
    expect(await (await browser.get('/moi/nouvelles')).text()).toContain('Vous ne recevez pas')
    expect((await browser.post('/moi/nouvelles', { nouvelles: 'oui' })).status).toBe(303)
    expect(await wishesNews(app, id)).toBe(true)
    for (const form of [{}, { nouvelles: 'peut-être' }])
      expect((await nobody.post(path, form as Record<string, string>)).status).toBe(303)
    expect(await wishesNews(app, id)).toBe(true)
    for (const wrong of [`${newId()}.${path.split('.').at(-1)}`, 'x', `${id}.`, id]) {
      expect((await nobody.get(choicePath(wrong))).status).toBe(404)
      expect((await nobody.post(choicePath(wrong), { nouvelles: 'non' })).status).toBe(404)
    }
    // A mail program's own button.
    expect((await nobody.post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect(await wishesNews(app, id)).toBe(false)
    expect((await nobody.get('/moi/nouvelles')).headers.get('location')).toMatch(/^\/connexion/)
  })

  it('is in what a person may have, and goes with their data', async () => {
    const { id } = await makePerson(app)
    await Promise.all([chooseNews(app, id, false), chooseNews(app, id, false)])
    expect((await exportPerson(app, id)).letters).toMatchObject({ choice: [{ news: 'no' }], letters: [] })
    await app.emit('standing.changed', `test:${newId()}`, {
      person: id,
      from: 'left',
      to: 'erased',
      reason: 'test',
      actor: 'system',
    })
    await drain(app)
    expect(await decliners(app, [id])).toEqual(new Set())
  })
})

describe('at the office', () => {
  const KINDS: [string, Standing, RoleGrant[], boolean][] = [
    ['applicant', 'applicant', [], false],
    ['member', 'active', [], false],
    ['coordinator', 'active', [{ role: 'coordinator', loge: 'l' }], false],
    ['staff:content', 'prospect', [{ role: 'staff', area: 'content' }], false],
    ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }], false],
    ['staff:settings', 'prospect', [{ role: 'staff', area: 'settings' }], false],
    ['letters, suspended', 'suspended', WRITE, false],
    ['letters', 'prospect', WRITE, true],
    ['administrator', 'prospect', [{ role: 'administrator' }], true],
  ]

  it.each(KINDS)('opens to those who may write: %s', async (_, standing, grants, may) => {
    const [{ person: by }, { to }] = [await writer(app, server), await logeOf(app, 1)]
    const letter = await draft(app, by, to, { subject: 'Confidentielle' })
    const { browser, person, id } = await asker(
      app,
      server,
      standing === 'suspended' ? 'active' : standing,
      grants,
    )
    if (standing === 'suspended')
      await compareAndSet(app, 'standings', { person: { equals: id } }, { standing })
    for (const path of ['', '/nouvelle', `/${letter}`, `/${letter}/modifier`]) {
      const answer = await browser.get(`/bureau/lettres${path}`)
      expect(answer.status, path).toBe(may ? 200 : 403)
      if (!may) expect(await answer.text()).not.toContain('Confidentielle')
    }
    for (const path of [`/api/${LETTERS}`, `/api/${CHOICES}`])
      expect((await browser.get(path)).status, path).toBe(may ? 200 : 403)
    for (const act of ['essai', 'envoyer', 'jeter'])
      expect((await browser.post(`/bureau/lettres/${newId()}/${act}`)).status, act).toBe(may ? 404 : 403)
    expect((await browser.post('/bureau/lettres/nouvelle')).status).toBe(may ? 422 : 403)
    if (!may) {
      const by = { ...person, standing }
      expect(reason(await send(app, letter, by))).toBe('letter.not-allowed')
      expect(reason(await discardLetter(app, { letter, by }))).toBe('letter.not-allowed')
    }
    expect((await server.as().get(`/bureau/lettres/${letter}`)).headers.get('location')).toMatch(
      /^\/connexion/,
    )
  })

  it('is done by forms alone: written, mended, looked at, tried, sent, followed', async () => {
    const [{ browser, person, id }, { to }] = [await writer(app, server), await logeOf(app, 3)]
    const cle = newId()
    const form = { cle, a: to, nature: 'news', objet: '<b>Fête</b>', texte: 'Voyez https://a.fr/x.' }
    // All that is missing at once, in the order of the form.
    const nothing = await browser.post('/bureau/lettres/nouvelle', { cle, nature: 'news' })
    expect(nothing.status).toBe(422)
    expect(
      [...(await nothing.text()).matchAll(/<li><a href="#(?:[^"]+)">([^<]+)/g)].map((m) => m[1]),
    ).toEqual([
      'Choisissez à qui la lettre s’adresse.',
      'Donnez un objet à la lettre.',
      'Écrivez la lettre, même en une phrase.',
    ])
    const wrong = await browser.post('/bureau/lettres/nouvelle', { ...form, objet: ' ' })
    expect(wrong.status).toBe(422)
    const again = await wrong.text()
    expect(again).toContain('Donnez un objet à la lettre')
    expect(again).toContain('Voyez https://a.fr/x.')
    const kept = await browser.post('/bureau/lettres/nouvelle', form)
    const path = kept.headers.get('location') ?? ''
    expect(path).toMatch(/^\/bureau\/lettres\//)
    expect((await browser.post('/bureau/lettres/nouvelle', form)).headers.get('location')).toBe(path)
    const looked = await (await browser.get(path)).text()
    expect(looked).toContain('3 personnes la recevront')
    expect(looked).toContain('Lectrice 001')
    expect(looked).toContain('&lt;b&gt;Fête')
    expect(looked).toContain('href="https://a.fr/x"')
    const rev = /name="rev" value="(\d+)"/.exec(looked)?.[1] ?? ''
    const change = { ...form, rev, objet: 'Fête' }
    expect((await browser.post(`${path}/modifier`, change)).status).toBe(303)
    // The form as it was before: somebody has written in it since.
    expect((await browser.post(`${path}/modifier`, change)).status).toBe(422)
    expect((await browser.post(`${path}/essai`)).status).toBe(303)
    const trial = await app.payload.db.find<Mail>({
      collection: MAILS,
      where: { key: { like: `letter-trial:${path.split('/').at(-1)}` } },
    })
    expect(trial.docs.map((m) => [m.subject, m.to])).toEqual([['[Essai] Fête', person.email]])
    expect((await browser.post(`${path}/envoyer`, { rev })).headers.get('location')).toBe(path)
    const now = /name="rev" value="(\d+)"/.exec(await (await browser.get(path)).text())?.[1] ?? ''
    const begun = await browser.post(`${path}/envoyer`, { rev: now })
    const act = begun.headers.get('location') ?? ''
    expect(act).toMatch(/^\/bureau\/travaux\//)
    expect((await browser.post(`${path}/envoyer`, { rev: now })).headers.get('location')).toBe(act)
    await runTasks(app)
    await drain(app)
    expect(await (await browser.get(act)).text()).toContain('Le travail est terminé')
    for (const gone of [`${path}/modifier`, `${path}/envoyer`])
      expect((await browser.get(gone)).headers.get('location')).toBe(path)
    expect(await (await browser.get(path)).text()).not.toContain('Jeter le brouillon')
    expect((await exportPerson(app, id)).letters).toMatchObject({ letters: [{ subject: 'Fête' }] })
  })
})
