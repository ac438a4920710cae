import type { Where } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, fixedClock, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { findRows } from '@/hooks/runtime/store'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve } from '@/tests/support/http'
import { changeStanding, signIn } from '../service'
import { askEmailChange, confirmEmailChange } from '../service/emailChange'
import {
  createFirstAdmin,
  firstAdminLink,
  freeSpent,
  nobodyYet,
  resumeFirstAdmin,
} from '../service/firstAdmin'
import { grantRole } from '../service/grantRole'
import { readContacts } from '../service/readPeople'

/* What a link allows, and to whom, and until when. */

const clock = fixedClock('2026-11-02T08:00:00Z')
let app: App
beforeAll(async () => {
  app = { ...(await bootApp()).app, clock } as App
})

const addressOf = async (id: string) => (await readContacts(app, [id])).get(id)?.email

/** The mails that went to an address, by template, with the link they hold. */
async function mailsTo(address: string) {
  const rows = await findRows<{ template: string; text: string }>(app.payload, 'mails', {
    where: { to: { equals: address } },
  })
  return rows.map(({ template, text }) => ({ template, token: /\/adresse\/([\w-]+)/.exec(text)?.[1] ?? '' }))
}

/** Asks for a new address; returns it and what confirms it. */
async function asked(id: string) {
  const wanted = `new-${newId()}@test.example`
  unwrap(await askEmailChange(app, id, wanted))
  const [mail] = await mailsTo(wanted)
  return { wanted, token: mail?.token ?? '' }
}

describe('a new address', () => {
  it('holds once the link sent there is opened, once, and the old one is told', async () => {
    const { id, email } = await makePerson(app)
    const { wanted, token } = await asked(id)
    expect(await addressOf(id)).toBe(email)
    expect((await mailsTo(email)).map((m) => m.template)).toContain('members.email-notice')
    expect(await confirmEmailChange(app, token)).toMatchObject({ ok: true, value: { email: wanted } })
    expect(await addressOf(id)).toBe(wanted)
    expect(await confirmEmailChange(app, token)).toMatchObject({ ok: false, reason: 'link.invalid' })
  })

  it('is confirmed once by many at once', async () => {
    const { id } = await makePerson(app)
    const { token } = await asked(id)
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmEmailChange(app, token)))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
  })

  it('is not had by another link, nor a day later', async () => {
    const { id, email } = await makePerson(app)
    const { token } = await asked(id)
    expect(await confirmEmailChange(app, `${token}x`)).toMatchObject({ reason: 'link.invalid' })
    clock.advance(DAY)
    expect(await confirmEmailChange(app, token)).toMatchObject({ reason: 'link.invalid' })
    expect(await addressOf(id)).toBe(email)
  })

  it('that somebody has is asked for with the same words, and no mail leaves', async () => {
    const [one, other] = [await makePerson(app), await makePerson(app)]
    expect(await askEmailChange(app, one.id, other.email.toUpperCase())).toEqual({ ok: true, value: null })
    expect(await mailsTo(other.email)).toEqual([])
  })

  it('that somebody took meanwhile stays theirs', async () => {
    const [one, other] = [await makePerson(app), await makePerson(app)]
    const { wanted, token } = await asked(one.id)
    unwrap(await askEmailChange(app, other.id, wanted))
    const second = (await mailsTo(wanted)).find((m) => m.token !== token)
    unwrap(await confirmEmailChange(app, second?.token ?? ''))
    expect(await confirmEmailChange(app, token)).toMatchObject({ ok: false, reason: 'member.email-taken' })
    expect(await addressOf(one.id)).toBe(one.email)
  })

  it('is not given back to who was erased', async () => {
    const { id, email } = await makePerson(app)
    const { token } = await asked(id)
    unwrap(
      await changeStanding(app, {
        person: id,
        from: ['active'],
        to: 'erased',
        reason: 'test',
        actor: 'test',
      }),
    )
    expect(await confirmEmailChange(app, token)).toMatchObject({ ok: false, reason: 'link.invalid' })
    expect(await addressOf(id)).toBe(email)
  })
})

describe('the link to the first account', () => {
  // Each test has its first administrator, in the one database of all.
  beforeEach(() => freeSpent(app))

  const input = () => ({
    name: 'Premier Essai',
    email: `p-${newId()}@test.example`,
    password: 'neuf lanternes au port',
  })
  const tokenOf = async () => (await firstAdminLink(app)).split('/').at(-1) ?? ''

  it('is nothing once somebody has an account', async () => {
    await makePerson(app)
    const wanted = input()
    expect(await createFirstAdmin(app, await tokenOf(), wanted)).toMatchObject({ reason: 'link.invalid' })
    expect(await signIn(app, { ...wanted, device: 'test' })).toMatchObject({ ok: false })
  })

  it('opens nothing but that', async () => {
    const { id } = await makePerson(app)
    const first = await tokenOf()
    expect(await confirmEmailChange(app, first)).toMatchObject({ reason: 'link.invalid' })
    const { token } = await asked(id)
    expect(await createFirstAdmin(alone(), token, input())).toMatchObject({ reason: 'link.invalid' })
  })

  it('makes an administrator, once, within the day', async () => {
    const late = await tokenOf()
    clock.advance(DAY + MINUTE)
    expect(await createFirstAdmin(alone(), late, input())).toMatchObject({ reason: 'link.invalid' })
    const token = await tokenOf()
    expect(await createFirstAdmin(alone(), 'x', input())).toMatchObject({ reason: 'link.invalid' })
    expect(await createFirstAdmin(alone(), token, { ...input(), password: 'court' })).toMatchObject({
      ok: false,
    })
    const wanted = input()
    const { id } = unwrap(await createFirstAdmin(alone(), token, wanted))
    const [grant] = await findRows(app.payload, 'role-grants', { where: { person: { equals: id } } })
    expect(grant).toMatchObject({ role: 'administrator' })
    expect(await createFirstAdmin(alone(), token, input())).toMatchObject({ reason: 'link.invalid' })
  })

  it('given back by what is refused, is of use again', async () => {
    const [token, taken] = [await tokenOf(), await makePerson(app)]
    const house = emptyHouse()
    for (const wrong of [{ email: taken.email }, { password: 'court' }])
      expect(await createFirstAdmin(house, token, { ...input(), ...wrong })).toMatchObject({ ok: false })
    unwrap(await createFirstAdmin(house, token, input()))
  })

  it('opened by many at once makes one', async () => {
    const token = await tokenOf()
    const answers = await Promise.all([1, 2, 3, 4].map(() => createFirstAdmin(alone(), token, input())))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('and another opened at the same moment make one', async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map(tokenOf))
    const answers = await Promise.all(tokens.map((token) => createFirstAdmin(alone(), token, input())))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const refused of answers.filter(({ ok }) => !ok))
      expect(refused).toMatchObject({ reason: 'link.invalid' })
  })

  it('is of use again when making the account failed', async () => {
    const [token, wanted] = [await tokenOf(), input()]
    const house = emptyHouse(wanted.email)
    const failing = new Proxy(house.payload, {
      get: (target, name) =>
        name === 'create' ? () => Promise.reject(new Error('disk full')) : Reflect.get(target, name),
    })
    await expect(createFirstAdmin({ ...house, payload: failing }, token, wanted)).rejects.toThrow('disk full')
    unwrap(await createFirstAdmin(house, token, wanted))
  })

  it('cut at any write: the next start gives the role, or shows a link that still makes one', async () => {
    let deaths = 0
    let ended = 0
    for (let n = 1; ended === 0; n++) {
      const [wanted, again] = [input(), input()]
      const house = emptyHouse(wanted.email, again.email)
      await freeSpent(app)
      if (await dies(createFirstAdmin(dying(house, n), await tokenOf(), wanted))) deaths++
      else ended = n
      await resumeFirstAdmin(house)
      const anew = await nobodyYet(house)
      if (anew) unwrap(await createFirstAdmin(house, await tokenOf(), again))
      const { person } = unwrap(await signIn(app, { ...(anew ? again : wanted), device: 'test' }))
      await resumeFirstAdmin(house)
      const grants = await findRows(app.payload, 'role-grants', { where: { person: { equals: person } } })
      expect(grants, `cut at write ${n}`).toMatchObject([{ role: 'administrator' }])
    }
    // The link, the standing, the profile, the account, the role.
    expect(deaths).toBe(5)
  })

  it('leaves alone a house that somebody administers, or did', async () => {
    const wanted = input()
    const house = emptyHouse(wanted.email)
    expect(await dies(createFirstAdmin(dying(house, 5), await tokenOf(), wanted))).toBe(true)
    const { id } = await makePerson(app)
    unwrap(await grantRole(app, { person: id, grant: { role: 'administrator' }, actor: 'test' }))
    await resumeFirstAdmin(app)
    const { person } = unwrap(await signIn(app, { ...wanted, device: 'test' }))
    const grants = () => findRows(app.payload, 'role-grants', { where: { person: { equals: person } } })
    expect(await grants()).toEqual([])
    // Where nobody does, the same person is given the role, once.
    await resumeFirstAdmin(house)
    await resumeFirstAdmin(house)
    expect(await grants()).toMatchObject([{ role: 'administrator' }])
  })

  type Asked = { collection: string; where: Where }
  type Verbs = Record<'find' | 'findOne', (asked: Asked) => unknown>

  /** The program with some verbs of its database put otherwise. */
  function withDb(of: App, put: (real: Verbs) => Partial<Verbs>): App {
    const real = of.payload.db as unknown as Verbs
    const others: Readonly<Record<string, unknown>> = put({
      find: (asked) => real.find(asked),
      findOne: (asked) => real.findOne(asked),
    })
    const db = new Proxy(of.payload.db, {
      get: (target, name) => others[String(name)] ?? Reflect.get(target, name),
    })
    const payload = new Proxy(of.payload, {
      get: (target, name) => (name === 'db' ? db : Reflect.get(target, name)),
    })
    return { ...of, payload } as App
  }

  /** As it finds an empty database: looking for anybody's account, it sees none. */
  const alone = (): App => emptyHouse()

  /**
   * In the database that all tests share, a house of its own: of accounts, of links spent and of those who administer
   * it sees only what is of these addresses.
   */
  const emptyHouse = (...emails: string[]): App => {
    const ours = async () => {
      const found = await findRows<{ id: string }>(app.payload, 'members', {
        where: { email: { in: emails } },
      })
      return found.map(({ id }) => id)
    }
    return withDb(app, ({ findOne, find }) => ({
      findOne: async (asked) => {
        if (asked.collection === 'members' && Object.keys(asked.where).length === 0)
          return findOne({ ...asked, where: { id: { in: await ours() } } })
        if (asked.collection === 'role-grants' && 'role' in asked.where)
          return findOne({ ...asked, where: { and: [asked.where, { person: { in: await ours() } }] } })
        return findOne(asked)
      },
      find: async (asked) =>
        asked.collection === 'one-time-links'
          ? find({ ...asked, where: { and: [asked.where, { person: { in: await ours() } }] } })
          : find(asked),
    }))
  }
})

describe('a device in one’s list', () => {
  it('is signed out by its owner alone, over HTTP too', async () => {
    const server = await serve(app)
    const [one, other] = [await makePerson(app), await makePerson(app)]
    const [mine, elsewhere, theirs] = [
      await asVisitor(app, one.id),
      await asVisitor(app, one.id),
      await asVisitor(app, other.id),
    ]
    const close = (id: string | undefined) =>
      server.as(mine.token).post(`/moi/compte/connexions/${id}/fermer`)
    const opens = async (token: string) => (await server.as(token).get('/moi/compte')).status
    expect((await close(theirs.person.signIn)).status).toBe(404)
    expect(await opens(theirs.token)).toBe(200)
    expect((await close(elsewhere.person.signIn)).status).toBe(303)
    expect([await opens(elsewhere.token), await opens(mine.token)]).toEqual([303, 200])
    await server.stop()
  })
})
