import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAILS, type MailState } from '@/collections/mail/contract'
import { sendDueMails } from '@/collections/mail/service/sendDueMails'
import { changeStanding, grantRole } from '@/collections/members/service'
import { exportPerson } from '@/collections/members/service/exportPerson'
import { stopTask, taskOf } from '@/collections/tasks/service'
import { findTask } from '@/collections/tasks/service/rows'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { type Result, unwrap } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { drain, turnOff, turnOn } from '@/hooks/runtime'
import { asVisitor, type Made, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { CHOICES, LETTERS } from '../contract'
import { audiencesFor, findAudience } from '../service/audiences'
import { choicePath, choiceToken, chooseNews, decliners, wishesNews } from '../service/choices'
import { countSent } from '../service/countSent'
import { mailKey } from '../service/deliver'
import { forecastLetter } from '../service/recipients'
import { findLetter } from '../service/rows'
import { discardLetter, type LetterDraft, rewriteLetter, writeLetter } from '../service/saveLetter'
import { sendLetter } from '../service/sendLetter'

let app: App
let server: TestServer
const WRITE: RoleGrant[] = [{ role: 'staff', area: 'letters:write' }]
const BOTH: RoleGrant[] = [...WRITE, { role: 'staff', area: 'applications' }]

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

type Asker = { id: string; person: Person; browser: Browser }
async function asker(standing: Standing, grants: RoleGrant[], name = 'Lettre Essai'): Promise<Asker> {
  const { id } = await makePerson(app, { standing, grants, name })
  const { person, token } = await asVisitor(app, id)
  return { id, person, browser: server.as(token) }
}
const writer = () => asker('prospect', WRITE, 'Odile Ferrand')

/** A loge of its own with so many providers: the simplest people to write to. */
async function logeOf(count: number): Promise<{ loge: string; to: string; people: Made[] }> {
  const loge = newId()
  await app.payload.create({
    collection: 'loges',
    overrideAccess: true,
    data: {
      id: loge,
      name: `Lettre ${loge}`,
      slug: `lettre-${loge}`,
      territory: 'Rennes',
      state: 'active',
    } as never,
  })
  const people: Made[] = []
  for (let i = 0; i < count; i++) {
    const made = await makePerson(app, { name: `Lectrice ${String(i + 1).padStart(3, '0')}` })
    unwrap(await grantRole(app, { person: made.id, grant: { role: 'provider', loge }, actor: 'test' }))
    people.push(made)
  }
  return { loge, to: `loge:${loge}`, people }
}

const words = { subject: 'La fête', text: 'Venez le 12.\n\nÀ bientôt', subjectEn: '', textEn: '' }
const draft = async (by: Person, to: string, more: Partial<LetterDraft> = {}): Promise<string> =>
  unwrap(await writeLetter(app, { ...words, kind: 'news', to, by, formKey: newId(), ...more })).letter
const send = async (letter: string, by: Person, of: App = app) =>
  sendLetter(of, { letter, by, rev: (await findLetter(app, letter))?.rev ?? 0 })
const reason = (result: Result<unknown>) => (result.ok ? null : result.reason)

type Mail = {
  id: string
  key: string
  to: string
  subject: string
  text: string
  html: string
  bulk?: number
  unsubscribe?: string | null
}
const mailsOf = async (letter: string): Promise<Mail[]> =>
  (
    await app.payload.db.find<Mail>({
      collection: MAILS,
      where: { key: { like: `letter:${letter}:` } },
      limit: 0,
      pagination: false,
    })
  ).docs

/** Decided, written to each, all that follows done. */
async function sent(letter: string, by: Person) {
  const { task } = unwrap(await send(letter, by))
  await runTasks(app)
  await drain(app)
  const row = await findTask(app, task)
  return { state: row?.state, done: row?.done, total: row?.total, counts: JSON.parse(row?.counts ?? '{}') }
}

describe('a draft', () => {
  it('is one, however often its form is sent; written in by one who has read it, and thrown away', async () => {
    const [{ person: by }, { to }] = [await writer(), await logeOf(1)]
    const formKey = newId()
    const all = await Promise.all(
      [1, 2, 3].map(() => writeLetter(app, { ...words, kind: 'news', to, by, formKey })),
    )
    expect(new Set(all.map((r) => unwrap(r).letter)).size).toBe(1)
    const letter = unwrap(all[0] as (typeof all)[number]).letter
    const change = { ...words, kind: 'statutory', to, by, letter, rev: 1 }
    const both = await Promise.all([
      rewriteLetter(app, { ...change, subject: 'Une' }),
      rewriteLetter(app, { ...change, subject: 'Deux' }),
    ])
    expect(both.map(reason).sort()).toEqual([null, 'letter.changed'].sort())
    // What was looked at before is not what would leave.
    expect(await sendLetter(app, { letter, by, rev: 1 })).toMatchObject({ reason: 'letter.changed' })
    unwrap(await discardLetter(app, { letter, by }))
    expect(await findLetter(app, letter)).toBeNull()
    expect(await send(letter, by)).toMatchObject({ reason: 'letter.unknown' })
  })

  it.each([
    [{ to: '' }, 'letter.audience-missing'],
    [{ to: 'loge:nowhere' }, 'letter.audience-missing'],
    [{ kind: 'spam' }, 'letter.kind-missing'],
    [{ subject: ' ' }, 'letter.subject-missing'],
    [{ text: '' }, 'letter.text-missing'],
    [{ subjectEn: 'News' }, 'letter.english-half'],
  ])('%j is refused: %s', async (more, expected) => {
    const [{ person: by }, { to }] = [await writer(), await logeOf(0)]
    const made = await writeLetter(app, { ...words, kind: 'news', to, by, formKey: newId(), ...more })
    expect(reason(made)).toBe(expected)
  })
})

describe('a letter', () => {
  it('goes once to each it is for, in their language, and not to who is out or wishes no news', async () => {
    const [{ person: by }, { to, people }] = [await writer(), await logeOf(6)]
    const [first, english, declined, suspended, left] = people as [Made, Made, Made, Made, Made, Made]
    await compareAndSet(app, 'members', { id: { equals: english.id } }, { lang: 'en' })
    await chooseNews(app, declined.id, false)
    for (const [who, standing] of [
      [suspended, 'suspended'],
      [left, 'left'],
    ] as const)
      await compareAndSet(app, 'standings', { person: { equals: who.id } }, { standing })
    const letter = await draft(by, to, { subjectEn: 'The party', textEn: 'Come!' })
    const forecast = unwrap(await forecastLetter(app, { kind: 'news', to }, by))
    expect(forecast).toEqual({
      people: 6,
      written: 3,
      declined: 1,
      away: 2,
      names: ['Lectrice 001', 'Lectrice 002', 'Lectrice 006'],
    })
    expect(await sent(letter, by)).toEqual({
      state: 'done',
      done: 6,
      total: 6,
      counts: { written: 3, declined: 1, away: 2 },
    })
    const mails = await mailsOf(letter)
    expect(mails.map((m) => m.to).sort()).toEqual([first.email, english.email, people[5]?.email].sort())
    const french = mails.find((m) => m.to === first.email)
    expect(french).toMatchObject({ subject: 'La fête', bulk: 1 })
    expect(french?.text).toContain('Bonjour Lectrice 001')
    expect(french?.text).toContain('Odile Ferrand, pour l’association')
    expect(french?.html).toContain(choicePath(choiceToken(app, first.id)))
    expect(french?.unsubscribe).toMatch(new RegExp(`^https?://.+${choicePath(choiceToken(app, first.id))}$`))
    expect(mails.find((m) => m.to === english.email)).toMatchObject({ subject: 'The party' })
    // Decided again, run again, told again: nothing more.
    unwrap(await send(letter, by))
    await runTasks(app)
    await drain(app)
    expect((await mailsOf(letter)).length).toBe(3)
    expect(await rewriteLetter(app, { ...words, kind: 'news', to, by, letter, rev: 2 })).toMatchObject({
      reason: 'letter.sent',
    })
    expect(await discardLetter(app, { letter, by })).toMatchObject({ reason: 'letter.sent' })
  })

  it('that everybody must be told reaches those who wish no news, and offers nothing to decline', async () => {
    const [{ person: by }, { to, people }] = [await writer(), await logeOf(1)]
    await chooseNews(app, people[0]?.id ?? '', false)
    const news = await draft(by, to)
    expect(await send(news, by)).toMatchObject({ reason: 'letter.nobody' })
    const letter = await draft(by, to, { kind: 'statutory' })
    expect(await sent(letter, by)).toMatchObject({ counts: { written: 1 } })
    const [mail] = await mailsOf(letter)
    expect(mail?.html).not.toContain('/nouvelles/')
    expect(mail?.unsubscribe ?? null).toBeNull()
    expect(mail?.text).toContain('toutes les personnes concernées')
  })

  it('killed at any write and resumed is one mail to each, and counts as one', {
    timeout: 120_000,
  }, async () => {
    const [{ person: by }, { to, people }] = [await writer(), await logeOf(4)]
    let died = 0
    for (let write = 1; write < 40; write++) {
      const letter = await draft(by, to)
      const cut = dying(app, write, { calls: true })
      const over = !(await dies(
        (async () => {
          unwrap(await send(letter, by, cut))
          await runTasks(cut)
        })(),
      ))
      if (!over) died++
      // Another process goes on: the fact begins the act, the act goes on where it was.
      await drain(app)
      if (!(await taskOf(app, 'letters.send', letter))) unwrap(await send(letter, by))
      await runTasks(app)
      await drain(app)
      const row = await taskOf(app, 'letters.send', letter)
      expect(row, `cut at ${write}`).toMatchObject({ state: 'done', done: 4, total: 4 })
      expect(JSON.parse(row?.counts ?? '{}')).toMatchObject({ written: 4 })
      const mails = await mailsOf(letter)
      expect(mails.map((m) => m.to).sort()).toEqual(people.map((p) => p.email).sort())
      if (over) break
    }
    // Deciding, beginning, four mails, the place reached, the end.
    expect(died).toBe(9)
  })

  it('stops between its steps and goes on where it was, however many run it', {
    timeout: 180_000,
  }, async () => {
    const [{ person: by }, { to, people }] = [await writer(), await logeOf(60)]
    const letter = await draft(by, to)
    const { task } = unwrap(await send(letter, by))
    const [first] = [await findAudience(app, to, by)]
    // Of the first step only: the next is told to stop.
    const slow: App = {
      ...app,
      modules: app.modules.map((m) =>
        m.id === 'letters' && m.tasks?.['letters.send']
          ? {
              ...m,
              tasks: {
                'letters.send': {
                  ...m.tasks['letters.send'],
                  step: async (a, work) => {
                    const done = await (m.tasks as NonNullable<typeof m.tasks>)['letters.send']?.step(a, work)
                    unwrap(await stopTask(app, task, by))
                    return done as NonNullable<typeof done>
                  },
                },
              },
            }
          : m,
      ),
    }
    expect(first.ok).toBe(true)
    await runTasks(slow)
    expect(await findTask(app, task)).toMatchObject({ state: 'stopped', done: 50 })
    expect((await mailsOf(letter)).length).toBe(50)
    const again = await asker('prospect', WRITE)
    expect((await again.browser.post(`/bureau/travaux/${task}/reprendre`)).status).toBe(303)
    await Promise.all([runTasks(app), runTasks(app), runTasks(app)])
    expect(await findTask(app, task)).toMatchObject({ state: 'done', done: 60 })
    expect(new Set((await mailsOf(letter)).map((m) => m.to)).size).toBe(people.length)
  })

  it('ends when its writer may write no more, and waits while its people’s plugin is off', async () => {
    const [{ id, person: by }, { to }] = [await writer(), await logeOf(2)]
    const letter = await draft(by, to)
    const { task } = unwrap(await send(letter, by))
    const gone = { to: 'suspended', from: ['prospect'], reason: 'test', actor: 'test' } as const
    unwrap(await changeStanding(app, { person: id, ...gone }))
    await runTasks(app)
    expect(await findTask(app, task)).toMatchObject({ state: 'failed', reason: 'task.not-allowed' })
    expect(await mailsOf(letter)).toEqual([])
    unwrap(await turnOff(app, { plugin: 'follow-up', by: 'tests' }))
    try {
      const both = await asker('prospect', BOTH)
      expect((await audiencesFor(app, both.person)).map((a) => a.to)).not.toContain('silent:')
      expect(reason(await findAudience(app, 'silent:', both.person))).toBe('letter.not-allowed')
    } finally {
      unwrap(await turnOn(app, { plugin: 'follow-up', by: 'tests', waiting: 'deliver' }))
    }
  })

  it('delays no mail that somebody waits for', async () => {
    const [{ person: by }, { to, people }] = [await writer(), await logeOf(25)]
    const letter = await draft(by, to)
    await sent(letter, by)
    const urgent = `urgent-${newId()}@test.example`
    const later = new Date(Date.now() + 1000)
    const row = { template: 'letters.letter', lang: 'fr', subject: 's', html: '', text: '', attempts: 0 }
    const due = { state: 'queued', queuedAt: later.toISOString(), nextAt: later.toISOString() }
    await insertOnce(app, MAILS, { key: urgent, to: urgent, messageId: urgent, ...row, ...due })
    await app.payload.db.updateMany({
      collection: MAILS,
      where: { key: { like: `letter:${letter}:` } },
      data: { state: 'queued', nextAt: new Date(Date.now() - 1000).toISOString() },
    })
    const order: string[] = []
    const ours = new Set([urgent, ...people.map((p) => p.email)])
    const mailer = {
      send: async (mail: { to: string }) => void (ours.has(mail.to) && order.push(mail.to)),
      close: () => undefined,
    }
    await sendDueMails(
      { ...app, clock: { now: () => new Date(later.getTime() + 1000) } },
      mailer as unknown as Parameters<typeof sendDueMails>[1],
    )
    expect(order[0]).toBe(urgent)
    expect(order.length).toBe(26)
    const counts = await countSent(app, [letter, newId()])
    expect([...counts]).toEqual([[letter, { sent: 25, waiting: 0, failed: 0, kept: 0 }]])
  })

  it('says what became of its mails, each in its state', async () => {
    const [{ person: by, browser }, { to, people }] = [await writer(), await logeOf(5)]
    const letter = await draft(by, to)
    await sent(letter, by)
    const states: MailState[] = ['sent', 'queued', 'sending', 'failed', 'kept']
    for (const [i, state] of states.entries())
      await compareAndSet(app, MAILS, { key: { equals: mailKey(letter, people[i]?.id ?? '') } }, { state })
    expect((await countSent(app, [letter])).get(letter)).toEqual({ sent: 1, waiting: 2, failed: 1, kept: 1 })
    const html = await (await browser.get('/bureau/lettres')).text()
    expect(html).toContain('1 partie, 2 en attente, 1 en échec, 1 gardée')
    expect(html).toContain('Odile Ferrand')
    const page = await (await browser.get(`/bureau/lettres/${letter}`)).text()
    expect(page).toContain('En échec')
    expect(page).toContain('Suivre l’envoi')
  })
})

describe('whom one may write to', () => {
  it('is told by who knows them: seasons, seats, applicants, the silent, loges', async () => {
    const both = await asker('prospect', BOTH)
    const kinds = (who: Person) =>
      audiencesFor(app, who).then((all) => [...new Set(all.map((a) => a.to.split(':')[0]))].sort())
    await logeOf(0)
    expect(await kinds(both.person)).toEqual(expect.arrayContaining(['applicants', 'loge', 'silent']))
    // Applicants and the silent are for those who follow them.
    const { person } = await writer()
    expect(await kinds(person)).not.toEqual(expect.arrayContaining(['applicants']))
    expect(await kinds(person)).not.toEqual(expect.arrayContaining(['silent']))
    const made = await writeLetter(app, {
      ...words,
      kind: 'news',
      to: 'applicants:decision',
      by: person,
      formKey: newId(),
    })
    expect(reason(made)).toBe('letter.audience-missing')
    // Nor may who writes have somebody else's draft to applicants leave, or see their names.
    const letter = await draft(both.person, 'applicants:decision', { kind: 'statutory' })
    expect(reason(await send(letter, person))).toBe('letter.not-allowed')
    expect(reason(await forecastLetter(app, { kind: 'news', to: 'applicants:line' }, person))).toBe(
      'letter.not-allowed',
    )
  })
})

describe('news', () => {
  it('is declined from the letter without signing in, or from one’s account, and wished again', async () => {
    const { id, browser } = await asker('active', [])
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
    const [{ person: by }, { to }] = [await writer(), await logeOf(1)]
    const letter = await draft(by, to, { subject: 'Confidentielle' })
    const { browser, person, id } = await asker(standing === 'suspended' ? 'active' : standing, grants)
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
      expect(reason(await send(letter, by))).toBe('letter.not-allowed')
      expect(reason(await discardLetter(app, { letter, by }))).toBe('letter.not-allowed')
    }
    expect((await server.as().get(`/bureau/lettres/${letter}`)).headers.get('location')).toMatch(
      /^\/connexion/,
    )
  })

  it('is done by forms alone: written, mended, looked at, tried, sent, followed', async () => {
    const [{ browser, person, id }, { to }] = [await writer(), await logeOf(3)]
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
