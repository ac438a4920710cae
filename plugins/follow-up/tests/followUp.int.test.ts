import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStanding } from '@/collections/members/service'
import { exportPerson } from '@/collections/members/service/exportPerson'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { DAY } from '@/core/clock'
import { addDays } from '@/core/dates'
import { newId } from '@/core/ids'
import type { RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asker } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { CONTACTS, NOTES } from '../contract'
import { readTeam } from '../service/colleagues'
import { contactSilent, contactsOf } from '../service/contactSilent'
import { forgetFollowUp } from '../service/personData'
import { countDue, notesOf, tasksOf, todayOf } from '../service/rows'
import { finishTask, handTask, postponeTask, takeTask } from '../service/settleTask'
import { APPLICATIONS, at, member, note, someone, staff, task } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

const mailsTo = async (person: string) =>
  (
    await app.payload.db.find<{ template: string; text: string }>({
      collection: 'mails',
      where: { and: [{ person: { equals: person } }, { template: { equals: 'follow-up.handed' } }] },
      limit: 0,
      pagination: false,
    })
  ).docs

describe('a note', () => {
  it('is written once, whoever sends the form again, and says who and how', async () => {
    const [{ person: by }, person] = [await staff(app, server), await someone(app)]
    const formKey = newId()
    const all = await Promise.all(
      [1, 2, 3].map(() => note(app, by, person, { formKey, nextOn: todayOf(app) })),
    )
    expect(all.every((r) => r.ok)).toBe(true)
    const { rows } = await notesOf(app, person, 10)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ by: by.id, channel: 'phone', task: 'open', owner: by.id })
  })

  it('is offered to no colleague who is suspended', async () => {
    const { id } = await asker(app, server, 'active', APPLICATIONS)
    const offered = async () => (await readTeam(app)).some((colleague) => colleague.id === id)
    expect(await offered()).toBe(true)
    const reason = 'Absence.'
    unwrap(
      await changeStanding(app, { person: id, from: ['active'], to: 'suspended', reason, actor: 'system' }),
    )
    expect(await offered()).toBe(false)
  })

  it('may be for a colleague to follow, who finds it among theirs', async () => {
    const [{ person: by }, colleague, whom] = [
      await staff(app, server),
      await staff(app, server),
      await someone(app),
    ]
    unwrap(await note(app, by, whom, { nextOn: todayOf(app), owner: colleague.id }))
    await drain(app)
    const [told, ...more] = await mailsTo(colleague.id)
    expect([told?.template, more.length]).toEqual(['follow-up.handed', 0])
    expect(told?.text).toContain('Permanente Essai vous confie un rappel pour le')
    expect(told?.text).not.toMatch(/Elle va bien|Suivie Essai/)
    expect([await countDue(app, by.id), await countDue(app, colleague.id)]).toEqual([0, 1])
    const list = await (await colleague.browser.get('/bureau/suivi?qui=moi')).text()
    expect(list).toContain('Suivie Essai')
    const theirs = await asker(app, server, 'prospect', APPLICATIONS)
    expect(await (await theirs.browser.get(`/bureau/suivi?qui=${colleague.id}`)).text()).toContain(
      'Elle va bien',
    )
    // Never to whom it is about, even of the team.
    const chief = await asker(app, server, 'active', [{ role: 'administrator' }])
    expect(await note(app, by, chief.id, { nextOn: todayOf(app), owner: chief.id })).toMatchObject({
      reason: 'follow-up.wrong-owner',
    })
    expect((await notesOf(app, chief.id, 1)).total).toBe(0)
  })

  it.each([
    [{ said: '   ' }, 'follow-up.said-missing'],
    [{ said: 'x'.repeat(4001) }, 'follow-up.said-missing'],
    [{ channel: 'pigeon' }, 'follow-up.wrong-channel'],
    [{ channel: 'reminder' }, 'follow-up.wrong-channel'],
    [{ nextOn: '2020-01-01' }, 'follow-up.wrong-date'],
    [{ nextOn: 'demain' }, 'follow-up.wrong-date'],
    [{ person: newId() }, 'follow-up.unknown'],
  ])('%j is refused: %s', async (more, reason) => {
    const [{ person: by }, person] = [await staff(app, server), await someone(app)]
    expect(await note(app, by, person, more)).toMatchObject({ reason })
    expect((await notesOf(app, person, 1)).total).toBe(0)
  })
})

describe('what is to be done', () => {
  it('is due on its day, overdue after it, to come before it; one’s own or everybody’s', async () => {
    const [{ person: by }, { person: other }, whom] = [
      await staff(app, server),
      await staff(app, server),
      await someone(app),
    ]
    const today = todayOf(app)
    const row = await task(app, by, whom, today)
    await task(app, by, whom, addDays(today, 3))
    await task(app, other, whom, today)
    const list = (view: 'a-faire' | 'a-venir' | 'faits', owner: string | null, when = app) =>
      tasksOf(when, { view, owner, notAbout: '', page: 1, limit: 100 })
    expect((await list('a-faire', by.id)).rows.map((r) => r.id)).toEqual([row.id])
    expect((await list('a-venir', by.id)).total).toBe(1)
    expect((await list('a-faire', null)).rows.filter((r) => r.person === whom)).toHaveLength(2)
    expect(await countDue(app, by.id)).toBe(1)
    // Three days later both are to be done, the older first.
    const later = await list('a-faire', by.id, at(app, Date.now() + 3 * DAY))
    expect(later.rows.map((r) => r.nextOn)).toEqual([today, addDays(today, 3)])
    unwrap(await finishTask(app, { note: row.id, by: other }))
    expect((await list('a-faire', by.id)).total).toBe(0)
    expect((await list('faits', null)).rows.map((r) => r.id)).toContain(row.id)
  })

  it('is done, put off or taken by one, whoever presses at once', async () => {
    const [{ person: a }, { person: b }, whom] = [
      await staff(app, server),
      await staff(app, server),
      await someone(app),
    ]
    const today = todayOf(app)
    const row = await task(app, a, whom, today)
    const to = addDays(today, 7)
    const both = await Promise.all([
      postponeTask(app, { note: row.id, to, by: a }),
      postponeTask(app, { note: row.id, to, by: b }),
    ])
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    expect((await notesOf(app, whom, 1)).rows[0]).toMatchObject({ nextOn: to, postponed: 1 })
    for (const wrong of [today, to, '2020-01-01', 'x'])
      expect(await postponeTask(app, { note: row.id, to: wrong, by: a })).toMatchObject({
        reason: 'follow-up.wrong-date',
      })
    unwrap(await takeTask(app, { note: row.id, by: b }))
    // Handed to a colleague, and to nobody else.
    const moderator = await asker(app, server, 'active', [{ role: 'staff', area: 'moderation' }])
    for (const wrong of [whom, moderator.id, newId(), ''])
      expect(await handTask(app, { note: row.id, to: wrong, by: b })).toMatchObject({
        reason: 'follow-up.wrong-owner',
      })
    expect(unwrap(await handTask(app, { note: row.id, to: a.id, by: b }))).toMatchObject({ owner: a.id })
    // Told once, who hands it again to the same; not who takes it.
    unwrap(await handTask(app, { note: row.id, to: a.id, by: b }))
    await drain(app)
    expect([(await mailsTo(a.id)).length, (await mailsTo(b.id)).length]).toEqual([1, 0])
    const done = await Promise.all([a, b, a].map((by) => finishTask(app, { note: row.id, by })))
    expect(done.some((r) => r.ok)).toBe(true)
    // Doing it again says that it is done.
    unwrap(await finishTask(app, { note: row.id, by: a }))
    expect(await takeTask(app, { note: row.id, by: a })).toMatchObject({ reason: 'follow-up.changed' })
    expect(await finishTask(app, { note: newId(), by: a })).toMatchObject({ reason: 'follow-up.unknown' })
  })
})

describe('the log is', () => {
  const KINDS: [string, Standing, RoleGrant[], boolean][] = [
    ['applicant', 'applicant', [], false],
    ['member', 'active', [], false],
    ['coordinator', 'active', [{ role: 'coordinator', loge: 'l' }], false],
    ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }], false],
    ['staff:moderation', 'prospect', [{ role: 'staff', area: 'moderation' }], false],
    ['staff:applications', 'prospect', APPLICATIONS, true],
    ['administrator', 'prospect', [{ role: 'administrator' }], true],
  ]

  it.each(KINDS)('for staff of applications alone: %s', async (_, standing, grants, may) => {
    const [{ person: chief }, whom] = [await staff(app, server), await someone(app)]
    const row = await task(app, chief, whom, todayOf(app))
    const { person, browser } = await asker(app, server, standing, grants)
    expect((await note(app, person, whom)).ok).toBe(may)
    expect((await contactSilent(app, { people: [newId()], by: person })).ok).toBe(may)
    for (const path of ['/bureau/suivi', '/bureau/suivi/silencieux', `/bureau/suivi/personne/${whom}`]) {
      const answer = await browser.get(path)
      expect(answer.status, path).toBe(may ? 200 : 403)
      if (!may) expect(await answer.text()).not.toContain('Elle va bien')
    }
    for (const path of [`/api/${NOTES}`, `/api/${CONTACTS}`])
      expect((await browser.get(path)).status, path).toBe(may ? 200 : 403)
    for (const act of ['reporter', 'confier', 'fait', 'prendre'])
      expect((await browser.post(`/bureau/suivi/${row.id}/${act}`, { au: 'x' })).status).toBe(
        may ? (act === 'reporter' || act === 'confier' ? 422 : 303) : 403,
      )
    expect((await finishTask(app, { note: row.id, by: person })).ok).toBe(may)
    expect((await browser.post(`/bureau/suivi/personne/${whom}`)).status).toBe(may ? 422 : 403)
    expect((await browser.post('/bureau/suivi/silencieux')).status).toBe(may ? 422 : 403)
    // On the file of a person, which moderators open too.
    const file = await browser.get(`/bureau/personnes/${whom}`)
    if (file.status === 200) expect((await file.text()).includes('Elle va bien')).toBe(may)
  })

  it('nobody’s who is not signed in, or is suspended', async () => {
    const whom = await someone(app)
    for (const path of ['/bureau/suivi', '/bureau/suivi/silencieux', `/bureau/suivi/personne/${whom}`])
      expect((await server.as().get(path)).headers.get('location')).toMatch(/^\/connexion/)
    const { person } = await staff(app, server)
    const by = { ...person, standing: 'suspended' as const }
    expect(await note(app, by, whom)).toMatchObject({ reason: 'follow-up.not-allowed' })
  })

  it('never that of whoever it is about, even an administrator', async () => {
    const [{ person: by }, chief] = [
      await staff(app, server),
      await asker(app, server, 'active', [{ role: 'administrator' }]),
    ]
    const row = await task(app, by, chief.id, todayOf(app))
    expect((await chief.browser.get(`/bureau/suivi/personne/${chief.id}`)).status).toBe(403)
    for (const path of [`/bureau/personnes/${chief.id}`, '/bureau/suivi', `/api/${NOTES}?limit=1000`])
      expect(await (await chief.browser.get(path)).text()).not.toContain(row.id)
    expect(await finishTask(app, { note: row.id, by: chief.person })).toMatchObject({
      reason: 'follow-up.not-allowed',
    })
  })

  it('in what a person may have, without who wrote it, and gone with their data', async () => {
    const [{ person: by }, whom] = [await staff(app, server), await someone(app)]
    await task(app, by, whom, todayOf(app))
    const mine = (await exportPerson(app, whom))['follow-up'] as { notes: Record<string, unknown>[] }
    expect(mine.notes).toMatchObject([{ said: 'Elle va bien.' }])
    expect(JSON.stringify(mine)).not.toContain(by.id)
    await app.emit('standing.changed', `test:${newId()}`, {
      person: whom,
      from: 'left',
      to: 'erased',
      reason: 'test',
      actor: 'system',
    })
    await drain(app)
    expect((await notesOf(app, whom, 1)).total).toBe(0)
    await forgetFollowUp(app, whom)
  })
})

describe('pages', () => {
  it('note from the file, list, put off, finish; write to the silent after a look', async () => {
    const { browser, id } = await staff(app, server)
    const whom = await someone(app)
    expect(await (await browser.get(`/bureau/personnes/${whom}`)).text()).toContain('Noter un échange')
    const form = { cle: newId(), moyen: 'visit', dit: 'Vue au marché.', rappel: todayOf(app) }
    const wrong = await browser.post(`/bureau/suivi/personne/${whom}`, { ...form, rappel: '2020-01-01' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Vue au marché.')
    expect(html).toContain('date à venir')
    expect((await browser.post(`/bureau/suivi/personne/${whom}`, form)).status).toBe(303)
    expect(await (await browser.get(`/bureau/personnes/${whom}`)).text()).toContain('Vue au marché.')
    const list = await (await browser.get('/bureau/suivi?qui=moi')).text()
    expect(list).toContain('aujourd’hui')
    const [row] = (await notesOf(app, whom, 1)).rows
    const to = addDays(todayOf(app), 2)
    const early = await browser.post(`/bureau/suivi/${row?.id}/reporter`, { au: '2020-01-01' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('date à venir')
    expect((await browser.post(`/bureau/suivi/${row?.id}/reporter`, { au: to })).status).toBe(303)
    expect(await countDue(app, id)).toBe(0)
    expect((await browser.post(`/bureau/suivi/${row?.id}/fait`)).status).toBe(303)
    expect(await (await browser.get('/bureau/suivi?vue=faits&qui=moi')).text()).toContain('Vue au marché.')

    const silent = await member(app, 300)
    const asked = await browser.post('/bureau/suivi/silencieux', { personnes: silent.id })
    expect(asked.status).toBe(200)
    expect(await asked.text()).toContain('Envoyer le courriel')
    expect((await contactsOf(app, [silent.id])).size).toBe(0)
    const cle = newId()
    const sent = await browser.post('/bureau/suivi/silencieux/ecrire', { personnes: silent.id, cle })
    const act = sent.headers.get('location') ?? ''
    expect(act).toMatch(/^\/bureau\/travaux\//)
    const again = await browser.post('/bureau/suivi/silencieux/ecrire', { personnes: silent.id, cle })
    expect(again.headers.get('location')).toBe(act)
    await runTasks(app)
    expect((await contactsOf(app, [silent.id])).size).toBe(1)
    expect(await (await browser.get(act)).text()).toContain('Le travail est terminé')
    expect((await browser.post('/bureau/suivi/silencieux/ecrire')).headers.get('location')).toBe(
      '/bureau/suivi/silencieux',
    )
    const all = await browser.post('/bureau/suivi/silencieux', { tous: 'oui' })
    expect(all.status).toBe(200)
    expect(await all.text()).toContain('Écrire à tous les adhérents silencieux')
  })
})
