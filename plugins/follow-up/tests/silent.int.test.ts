import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSilent } from '@/collections/members/store/silentPeople'
import { findTask } from '@/collections/tasks/service'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve, type TestServer } from '@/tests/support/http'
import { contactSilent, contactsOf } from '../service/contactSilent'
import { startReminders } from '../service/remind'
import { notesOf } from '../service/rows'
import { at, member, staff } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

const silentAmong = async (among: string[]) =>
  (
    await listSilent(app.payload, {
      before: new Date(Date.now() - 60 * DAY),
      among,
      skip: 0,
      limit: 50,
    })
  ).rows.map((row) => row.person)

describe('silent members', () => {
  it('are those in good standing not seen on any device for so many days, the longest silent first', async () => {
    const [long, grace, never] = [
      await member(app, 200),
      await member(app, 61, 'grace'),
      await member(app, null),
    ]
    const others = [
      await member(app, 59),
      await member(app, null, 'active', 59),
      await member(app, 200, 'left'),
      await member(app, 200, 'suspended'),
      await member(app, 200, 'applicant'),
    ]
    const among = [long, grace, never, ...others].map((m) => m.id)
    expect(await silentAmong(among)).toEqual([never.id, long.id, grace.id])
  })

  it('are paged, and counted in the same question', async () => {
    const among: string[] = []
    for (let i = 0; i < 3; i++) among.push((await member(app, 100 + i)).id)
    const before = new Date(Date.now() - 60 * DAY)
    const second = await listSilent(app.payload, { before, among, skip: 2, limit: 2 })
    expect(second).toMatchObject({ total: 3, rows: [{ person: among[0] }] })
    const without = await listSilent(app.payload, { before, among, without: among[0], skip: 0, limit: 9 })
    expect(without.total).toBe(2)
  })

  const mailsTo = async (email: string) => {
    await drain(app)
    const where: Where = { and: [{ to: { equals: email } }, { template: { equals: 'follow-up.silent' } }] }
    return (await app.payload.db.count({ collection: 'mails', where })).totalDocs
  }

  it('are written to once within the days, whoever presses at once, and it is noted', async () => {
    const [{ person: a }, { person: b }] = [await staff(app, server), await staff(app, server)]
    const { id, email } = await member(app, 100)
    const tries = await Promise.all([a, b, a, b].map((by) => contactSilent(app, { people: [id], by })))
    expect(tries.reduce((n, r) => n + unwrap(r).sent, 0)).toBe(1)
    expect(await mailsTo(email)).toBe(1)
    expect((await notesOf(app, id, 5)).rows).toMatchObject([{ channel: 'reminder', task: 'none' }])
    const then = new Date((await contactsOf(app, [id])).get(id)?.contactedAt ?? 0).getTime()
    const again = (ms: number) => contactSilent(at(app, then + ms), { people: [id], by: a })
    expect(unwrap(await again(30 * DAY - 1))).toEqual({ sent: 0, left: 1 })
    const later = await Promise.all([again(30 * DAY), again(30 * DAY)])
    expect(later.reduce((n, r) => n + unwrap(r).sent, 0)).toBe(1)
    expect(await mailsTo(email)).toBe(2)
    expect((await notesOf(app, id, 5)).total).toBe(2)
  })

  it('are written to in a long act: cut anywhere and resumed, each once, and counted once', async () => {
    const { person: by } = await staff(app, server)
    const people = [
      await member(app, 100),
      await member(app, 300),
      await member(app, 200),
      await member(app, 3),
    ]
    const ids = people.map((m) => m.id)
    const { task } = unwrap(await startReminders(app, { people: ids, key: newId(), by }))
    for (let write = 1; write < 30; write++) if (!(await dies(runTasks(dying(app, write))))) break
    await runTasks(app)
    const row = await findTask(app, task)
    expect(row).toMatchObject({ state: 'done', done: 4, total: 4 })
    expect(JSON.parse(row?.counts ?? '{}')).toEqual({ sent: 3, left: 1 })
    for (const [i, { email }] of people.entries()) expect(await mailsTo(email)).toBe(i === 3 ? 0 : 1)
  })

  it('are all written to, but whoever asks; in an order that stands still while some come back', async () => {
    const { person } = await staff(app, server)
    const mine = [await member(app, 100), await member(app, 300)]
    const { task } = unwrap(await startReminders(app, { people: null, key: newId(), by: person }))
    await runTasks(app)
    await drain(app)
    expect(await findTask(app, task)).toMatchObject({ state: 'done' })
    expect((await contactsOf(app, [...mine.map((m) => m.id), person.id])).size).toBe(2)
  })

  it('who are not silent, or ask it of themselves, are left out', async () => {
    const { person: by } = await staff(app, server)
    const [seen, gone, silent] = [
      await member(app, 3),
      await member(app, 200, 'left'),
      await member(app, 100),
    ]
    expect(unwrap(await contactSilent(app, { people: [seen.id, gone.id, silent.id, newId()], by }))).toEqual({
      sent: 1,
      left: 3,
    })
    expect(await contactSilent(app, { people: [], by })).toMatchObject({ reason: 'follow-up.nobody' })
    expect(await contactSilent(app, { people: [by.id], by })).toMatchObject({ reason: 'follow-up.nobody' })
  })
})
