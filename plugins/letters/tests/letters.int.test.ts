import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAILS, type MailState } from '@/collections/mail/contract'
import { sendDueMails } from '@/collections/mail/service/sendDueMails'
import { changeStanding } from '@/collections/members/service'
import { stopTask, taskOf } from '@/collections/tasks/service'
import { findTask } from '@/collections/tasks/service/rows'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { drain, turnOff, turnOn } from '@/hooks/runtime'
import type { Made } from '@/tests/factories/people'
import { asker } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve, type TestServer } from '@/tests/support/http'
import { audiencesFor, findAudience } from '../service/audiences'
import { choicePath, choiceToken, chooseNews } from '../service/choices'
import { countSent } from '../service/countSent'
import { mailKey } from '../service/deliver'
import { forecastLetter } from '../service/recipients'
import { findLetter } from '../service/rows'
import { discardLetter, rewriteLetter, writeLetter } from '../service/saveLetter'
import { sendLetter } from '../service/sendLetter'
import { BOTH, draft, logeOf, mailsOf, reason, send, WRITE, words, writer } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

/** Decided, written to each, all that follows done. */
async function sent(letter: string, by: Person) {
  const { task } = unwrap(await send(app, letter, by))
  await runTasks(app)
  await drain(app)
  const row = await findTask(app, task)
  return { state: row?.state, done: row?.done, total: row?.total, counts: JSON.parse(row?.counts ?? '{}') }
}

describe('a draft', () => {
  it('is one, however often its form is sent; written in by one who has read it, and thrown away', async () => {
    const [{ person: by }, { to }] = [await writer(app, server), await logeOf(app, 1)]
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
    expect(await send(app, letter, by)).toMatchObject({ reason: 'letter.unknown' })
  })

  it.each([
    [{ to: '' }, 'letter.audience-missing'],
    [{ to: 'loge:nowhere' }, 'letter.audience-missing'],
    [{ kind: 'spam' }, 'letter.kind-missing'],
    [{ subject: ' ' }, 'letter.subject-missing'],
    [{ text: '' }, 'letter.text-missing'],
    [{ subjectEn: 'News' }, 'letter.english-half'],
  ])('%j is refused: %s', async (more, expected) => {
    const [{ person: by }, { to }] = [await writer(app, server), await logeOf(app, 0)]
    const made = await writeLetter(app, { ...words, kind: 'news', to, by, formKey: newId(), ...more })
    expect(reason(made)).toBe(expected)
  })
})

describe('a letter', () => {
  it('goes once to each it is for, in their language, and not to who is out or wishes no news', async () => {
    const [{ person: by }, { to, people }] = [await writer(app, server), await logeOf(app, 6)]
    const [first, english, declined, suspended, left] = people as [Made, Made, Made, Made, Made, Made]
    await compareAndSet(app, 'members', { id: { equals: english.id } }, { lang: 'en' })
    await chooseNews(app, declined.id, false)
    for (const [who, standing] of [
      [suspended, 'suspended'],
      [left, 'left'],
    ] as const)
      await compareAndSet(app, 'standings', { person: { equals: who.id } }, { standing })
    const letter = await draft(app, by, to, { subjectEn: 'The party', textEn: 'Come!' })
    const forecast = unwrap(await forecastLetter(app, { kind: 'news', to }, by))
    expect(forecast).toEqual({
      people: 6,
      written: 3,
      declined: 1,
      away: 2,
      names: ['Lectrice 001', 'Lectrice 002', 'Lectrice 006'],
    })
    expect(unwrap(await forecastLetter(app, { kind: 'news', to }, by, 2)).names).toHaveLength(2)
    expect(await sent(letter, by)).toEqual({
      state: 'done',
      done: 6,
      total: 6,
      counts: { written: 3, declined: 1, away: 2 },
    })
    const mails = await mailsOf(app, letter)
    expect(mails.map((m) => m.to).sort()).toEqual([first.email, english.email, people[5]?.email].sort())
    const french = mails.find((m) => m.to === first.email)
    expect(french).toMatchObject({ subject: 'La fête', bulk: 1 })
    expect(french?.text).toContain('Bonjour Lectrice 001')
    expect(french?.text).toContain('Odile Ferrand, pour l’association')
    expect(french?.html).toContain(choicePath(choiceToken(app, first.id)))
    expect(french?.unsubscribe).toMatch(new RegExp(`^https?://.+${choicePath(choiceToken(app, first.id))}$`))
    expect(mails.find((m) => m.to === english.email)).toMatchObject({ subject: 'The party' })
    // Decided again, run again, told again: nothing more.
    unwrap(await send(app, letter, by))
    await runTasks(app)
    await drain(app)
    expect((await mailsOf(app, letter)).length).toBe(3)
    expect(await rewriteLetter(app, { ...words, kind: 'news', to, by, letter, rev: 2 })).toMatchObject({
      reason: 'letter.sent',
    })
    expect(await discardLetter(app, { letter, by })).toMatchObject({ reason: 'letter.sent' })
  })

  it('that everybody must be told reaches those who wish no news, and offers nothing to decline', async () => {
    const [{ person: by }, { to, people }] = [await writer(app, server), await logeOf(app, 1)]
    await chooseNews(app, people[0]?.id ?? '', false)
    const news = await draft(app, by, to)
    expect(await send(app, news, by)).toMatchObject({ reason: 'letter.nobody' })
    const letter = await draft(app, by, to, { kind: 'statutory' })
    expect(await sent(letter, by)).toMatchObject({ counts: { written: 1 } })
    const [mail] = await mailsOf(app, letter)
    expect(mail?.html).not.toContain('/nouvelles/')
    expect(mail?.unsubscribe ?? null).toBeNull()
    expect(mail?.text).toContain('toutes les personnes concernées')
  })

  it('killed at any write and resumed is one mail to each, and counts as one', {
    timeout: 120_000,
  }, async () => {
    const [{ person: by }, { to, people }] = [await writer(app, server), await logeOf(app, 4)]
    let died = 0
    for (let write = 1; write < 40; write++) {
      const letter = await draft(app, by, to)
      const cut = dying(app, write, { calls: true })
      const over = !(await dies(
        (async () => {
          unwrap(await send(cut, letter, by))
          await runTasks(cut)
        })(),
      ))
      if (!over) died++
      // Another process goes on: the fact begins the act, the act goes on where it was.
      await drain(app)
      if (!(await taskOf(app, 'letters.send', letter))) unwrap(await send(app, letter, by))
      await runTasks(app)
      await drain(app)
      const row = await taskOf(app, 'letters.send', letter)
      expect(row, `cut at ${write}`).toMatchObject({ state: 'done', done: 4, total: 4 })
      expect(JSON.parse(row?.counts ?? '{}')).toMatchObject({ written: 4 })
      const mails = await mailsOf(app, letter)
      expect(mails.map((m) => m.to).sort()).toEqual(people.map((p) => p.email).sort())
      if (over) break
    }
    // Deciding, beginning, four mails, the place reached, the end.
    expect(died).toBe(9)
  })

  it('stops between its steps and goes on where it was, however many run it', {
    timeout: 180_000,
  }, async () => {
    const [{ person: by }, { to, people }] = [await writer(app, server), await logeOf(app, 60)]
    const letter = await draft(app, by, to)
    const { task } = unwrap(await send(app, letter, by))
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
    expect((await mailsOf(app, letter)).length).toBe(50)
    const again = await asker(app, server, 'prospect', WRITE)
    expect((await again.browser.post(`/bureau/travaux/${task}/reprendre`)).status).toBe(303)
    await Promise.all([runTasks(app), runTasks(app), runTasks(app)])
    expect(await findTask(app, task)).toMatchObject({ state: 'done', done: 60 })
    expect(new Set((await mailsOf(app, letter)).map((m) => m.to)).size).toBe(people.length)
  })

  it('ends when its writer may write no more, and waits while its people’s plugin is off', async () => {
    const [{ id, person: by }, { to }] = [await writer(app, server), await logeOf(app, 2)]
    const letter = await draft(app, by, to)
    const { task } = unwrap(await send(app, letter, by))
    const gone = { to: 'suspended', from: ['prospect'], reason: 'test', actor: 'test' } as const
    unwrap(await changeStanding(app, { person: id, ...gone }))
    await runTasks(app)
    expect(await findTask(app, task)).toMatchObject({ state: 'failed', reason: 'task.not-allowed' })
    expect(await mailsOf(app, letter)).toEqual([])
    unwrap(await turnOff(app, { plugin: 'follow-up', by: 'tests' }))
    try {
      const both = await asker(app, server, 'prospect', BOTH)
      expect((await audiencesFor(app, both.person)).map((a) => a.to)).not.toContain('silent:')
      expect(reason(await findAudience(app, 'silent:', both.person))).toBe('letter.not-allowed')
    } finally {
      unwrap(await turnOn(app, { plugin: 'follow-up', by: 'tests', waiting: 'deliver' }))
    }
  })

  it('delays no mail that somebody waits for', async () => {
    const [{ person: by }, { to, people }] = [await writer(app, server), await logeOf(app, 25)]
    const letter = await draft(app, by, to)
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
    const [{ person: by, browser }, { to, people }] = [await writer(app, server), await logeOf(app, 5)]
    const letter = await draft(app, by, to)
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
    const both = await asker(app, server, 'prospect', BOTH)
    const kinds = (who: Person) =>
      audiencesFor(app, who).then((all) => [...new Set(all.map((a) => a.to.split(':')[0]))].sort())
    await logeOf(app, 0)
    expect(await kinds(both.person)).toEqual(expect.arrayContaining(['applicants', 'loge', 'silent']))
    // Applicants and the silent are for those who follow them.
    const { person } = await writer(app, server)
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
    const letter = await draft(app, both.person, 'applicants:decision', { kind: 'statutory' })
    expect(reason(await send(app, letter, person))).toBe('letter.not-allowed')
    expect(reason(await forecastLetter(app, { kind: 'news', to: 'applicants:line' }, person))).toBe(
      'letter.not-allowed',
    )
  })
})
