import { beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '@/core/clock'
import type { Person, RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { endGrant, giveRole, grantRole, suspendPerson, takeRole } from '../service'
import { isLastAdministrator, lastingAdministrators } from '../service/administrators'
import { changeStanding, findStanding } from '../service/changeStanding'
import type { GrantRecord } from '../service/grantRole'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const chief: RoleGrant = { role: 'administrator' }
const content: RoleGrant = { role: 'staff', area: 'content' }

async function grantsOf(person: string): Promise<GrantRecord[]> {
  const { docs } = await app.payload.db.find<GrantRecord>({
    collection: 'role-grants',
    where: { person: { equals: person } },
    pagination: false,
    limit: 0,
  })
  return docs
}
const person = async (id: string): Promise<Person> => (await asVisitor(app, id)).person

describe('a role is held once at a time', () => {
  it('twenty asked at once make one row', async () => {
    const made = await makePerson(app)
    const results = await Promise.all(
      Array.from({ length: 20 }, () => grantRole(app, { person: made.id, grant: content, actor: 'test' })),
    )
    const ids = new Set(results.map((r) => unwrap(r).id))
    expect(ids.size).toBe(1)
    expect(results.filter((r) => !unwrap(r).already)).toHaveLength(1)
    expect(await grantsOf(made.id)).toHaveLength(1)
  })

  it('ended by several at once it ends once, and may be given anew', async () => {
    const made = await makePerson(app)
    const first = unwrap(await grantRole(app, { person: made.id, grant: content, actor: 'test' })).id
    const ends = await Promise.all(
      Array.from({ length: 8 }, () => endGrant(app, { id: first, actor: 'test' })),
    )
    expect(ends.filter((r) => r.ok)).toHaveLength(1)
    const second = unwrap(await grantRole(app, { person: made.id, grant: content, actor: 'test' }))
    expect(second).toMatchObject({ already: false })
    expect(second.id).not.toBe(first)
    expect((await person(made.id)).grants).toEqual([content])
  })

  it('given and ended at once, over and over, never stands twice', async () => {
    const made = await makePerson(app)
    for (let i = 0; i < 5; i++) {
      const { id } = unwrap(await grantRole(app, { person: made.id, grant: content, actor: 'test' }))
      await Promise.all([
        endGrant(app, { id, actor: 'test' }),
        grantRole(app, { person: made.id, grant: content, actor: 'test' }),
        grantRole(app, { person: made.id, grant: content, actor: 'test' }),
      ])
      expect((await grantsOf(made.id)).filter((g) => !g.to).length).toBeLessThanOrEqual(1)
    }
  })

  it('over by its date it leaves room; with another end it is refused', async () => {
    const made = await makePerson(app)
    const past = new Date(app.clock.now().getTime() - DAY)
    const ago = new Date(past.getTime() - DAY)
    unwrap(await grantRole(app, { person: made.id, grant: content, actor: 'test', from: ago, to: past }))
    expect(unwrap(await grantRole(app, { person: made.id, grant: content, actor: 'test' })).already).toBe(
      false,
    )
    const later = new Date(app.clock.now().getTime() + DAY)
    expect(await grantRole(app, { person: made.id, grant: content, actor: 'test', to: later })).toMatchObject(
      { ok: false, reason: 'grant.other-end' },
    )
  })

  it('knows a grant made before keys named the person', async () => {
    const made = await makePerson(app, { grants: [content] })
    const [old] = await grantsOf(made.id)
    await compareAndSet(app, 'role-grants', { id: { equals: old?.id ?? '' } }, { key: old?.id })
    expect(unwrap(await grantRole(app, { person: made.id, grant: content, actor: 'test' }))).toEqual({
      id: old?.id,
      already: true,
    })
  })

  it('tells of its beginning and of each end, once', async () => {
    const made = await makePerson(app, { grants: [content] })
    const [row] = await grantsOf(made.id)
    unwrap(await endGrant(app, { id: row?.id ?? '', actor: 'test' }))
    await drain(app)
    const { docs } = await app.payload.db.find<{ id: string; key: string }>({
      collection: 'hook-events',
      where: { key: { in: [`role.granted:${row?.id}`, `role.ended:${row?.id}:2`] } },
      pagination: false,
    })
    expect(docs).toHaveLength(2)
  })
})

describe('giving a role', () => {
  it('asks for a known loge, a member for it, and somebody who is still there', async () => {
    const by = await person((await makePerson(app, { grants: [chief] })).id)
    const member = await makePerson(app)
    const staff = await makePerson(app, { standing: 'prospect' })
    const gone = await makePerson(app, { standing: 'left' })
    const give = (to: string, grant: RoleGrant, until?: Date) =>
      giveRole(app, { person: to, grant, by, ...(until ? { until } : {}) })
    const loge: RoleGrant = { role: 'coordinator', loge: 'nowhere' }
    expect(await give(member.id, loge)).toMatchObject({ reason: 'grant.loge-unknown' })
    expect(await give(staff.id, loge)).toMatchObject({ reason: 'grant.members-only' })
    expect(await give(gone.id, content)).toMatchObject({ reason: 'grant.person-gone' })
    expect(await give('nobody', content)).toMatchObject({ reason: 'person.unknown' })
    expect(await give(member.id, content, app.clock.now())).toMatchObject({ reason: 'grant.end-past' })
    expect(await give(staff.id, content)).toMatchObject({ ok: true, value: { again: false } })
    expect(await give(staff.id, content)).toMatchObject({ ok: true, value: { again: false } })
  })

  it('to somebody let go at the same moment leaves no role', async () => {
    const by = await person((await makePerson(app, { grants: [chief] })).id)
    for (let i = 0; i < 6; i++) {
      const made = await makePerson(app)
      await Promise.all([
        changeStanding(app, { person: made.id, to: 'left', from: ['active'], reason: 'x', actor: by.id }),
        giveRole(app, { person: made.id, grant: content, by }),
      ])
      expect((await grantsOf(made.id)).filter((g) => !g.to)).toEqual([])
    }
  })
})

/** Nobody but these administers: what other files of this worker left is ended. */
async function onlyAdministrators(n: number): Promise<Person[]> {
  const made = await Promise.all(Array.from({ length: n }, () => makePerson(app, { grants: [chief] })))
  const { docs } = await app.payload.db.find<GrantRecord>({
    collection: 'role-grants',
    where: { and: [{ role: { equals: 'administrator' } }, { to: { exists: false } }] },
    pagination: false,
    limit: 0,
  })
  for (const grant of docs)
    if (!made.some((m) => m.id === grant.person)) await endGrant(app, { id: grant.id, actor: 'system' })
  return Promise.all(made.map((m) => person(m.id)))
}
const openGrant = async (id: string) =>
  (await grantsOf(id)).find((g) => g.role === 'administrator' && !g.to)?.id ?? ''

describe('somebody always administers', () => {
  it('nobody ends their own role, nor the last one', async () => {
    const [one, two] = (await onlyAdministrators(2)) as [Person, Person]
    const own = { person: one.id, grant: await openGrant(one.id), by: one }
    expect(await takeRole(app, own)).toMatchObject({ reason: 'administrator.oneself' })
    // Two's role has an end by now: One is the last who will go on.
    await endGrant(app, { id: await openGrant(two.id), actor: 'system' })
    const to = new Date(app.clock.now().getTime() + DAY)
    unwrap(await grantRole(app, { person: two.id, grant: chief, actor: 'test', to }))
    expect(await isLastAdministrator(app, one.id)).toBe(true)
    const by = await person(two.id)
    expect(await takeRole(app, { ...own, by })).toMatchObject({ reason: 'administrator.last' })
    expect(await suspendPerson(app, { person: one.id, reason: 'test', by })).toMatchObject({
      reason: 'administrator.last',
    })
  })

  it('two who end each other’s role at once', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 8; i++) {
      const [one, two] = (await onlyAdministrators(2)) as [Person, Person]
      const [a, b] = await Promise.all([openGrant(one.id), openGrant(two.id)])
      await Promise.all([
        takeRole(app, { person: two.id, grant: b, by: one }),
        takeRole(app, { person: one.id, grant: a, by: two }),
      ])
      expect((await lastingAdministrators(app)).size).toBeGreaterThan(0)
    }
  })

  it('three who suspend each other, or end a role, at once', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 8; i++) {
      const [one, two, three] = (await onlyAdministrators(3)) as [Person, Person, Person]
      const b = await openGrant(two.id)
      await Promise.all([
        takeRole(app, { person: two.id, grant: b, by: one }),
        suspendPerson(app, { person: one.id, reason: 'test', by: three }),
        suspendPerson(app, { person: three.id, reason: 'test', by: two }),
      ])
      expect((await lastingAdministrators(app)).size).toBeGreaterThan(0)
    }
  })

  it('when the program dies between an act and its check, the fact of it gives back', async () => {
    const [one, two] = (await onlyAdministrators(2)) as [Person, Person]
    // What verbs write first, and no more: the process died.
    await endGrant(app, { id: await openGrant(one.id), actor: two.id })
    await endGrant(app, { id: await openGrant(two.id), actor: one.id })
    expect((await lastingAdministrators(app)).size).toBe(0)
    await drain(app)
    expect((await lastingAdministrators(app)).size).toBeGreaterThan(0)
  })

  it('and so for suspensions', async () => {
    const [one, two] = (await onlyAdministrators(2)) as [Person, Person]
    for (const [whom, by] of [
      [one, two],
      [two, one],
    ] as const) {
      const change = { person: whom.id, reason: 'test', actor: by.id }
      unwrap(await changeStanding(app, { ...change, to: 'suspended', from: ['active'] }))
    }
    expect((await lastingAdministrators(app)).size).toBe(0)
    await drain(app)
    expect((await lastingAdministrators(app)).size).toBeGreaterThan(0)
    const standings = await Promise.all([findStanding(app, one.id), findStanding(app, two.id)])
    expect(standings.some((s) => s?.reason === 'administrator.last')).toBe(true)
  })
})
