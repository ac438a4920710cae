import crypto from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { activeMember, staff } from '@/core/access'
import { ok, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { asVisitor, GOOD_PASSWORD, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { changeStanding, endAllSignIns, endGrant, grantRole, listSignIns, signIn } from '../service'
import { changePassword, resetPassword } from '../service/passwords'
import { readSignIn } from '../store/readSignIn'
import { hashToken } from '../store/token'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const sign = (email: string, password = GOOD_PASSWORD) => signIn(app, { email, password, device: 'test' })
const read = (token: string) => readSignIn(app.payload, hashToken(token), app.clock.now())

describe('signing in', () => {
  it('opens a row that names the person with standing and grants', async () => {
    const made = await makePerson(app, {
      grants: [{ role: 'staff', area: 'ledger' }],
      name: 'Éloïse Marchand',
    })
    const { token } = unwrap(await sign(made.email.toUpperCase()))
    const live = await read(token)
    expect(live?.person).toMatchObject({
      id: made.id,
      email: made.email,
      name: 'Éloïse Marchand',
      standing: 'active',
      grants: [{ role: 'staff', area: 'ledger' }],
    })
  })

  it('refuses a wrong password and an unknown address with the same words', async () => {
    const made = await makePerson(app)
    expect(await sign(made.email, 'not the one')).toMatchObject({ ok: false, reason: 'sign-in.wrong' })
    expect(await sign('nobody@test.example')).toMatchObject({ ok: false, reason: 'sign-in.wrong' })
  })

  it('does the same work for an unknown address, one without a password, and a wrong password', async () => {
    const made = await makePerson(app)
    const invited = await makePerson(app)
    await app.payload.db.updateOne({
      collection: 'members',
      where: { id: { equals: invited.id } },
      data: { hash: null, salt: null },
    })
    const hashing = vi.spyOn(crypto, 'pbkdf2')
    const workOf = async (email: string) => {
      hashing.mockClear()
      expect(await sign(email, 'not the one')).toMatchObject({ reason: 'sign-in.wrong' })
      return hashing.mock.calls.map(([password, , ...figures]) => [password, ...figures.slice(0, 3)])
    }
    const known = await workOf(made.email)
    expect(known).toHaveLength(1)
    expect(await workOf('nobody@test.example')).toEqual(known)
    expect(await workOf(` ${made.email.toUpperCase()}`)).toEqual(known)
    expect(await workOf(invited.email)).toEqual(known)
    hashing.mockRestore()
  })

  it('locks after eight wrong passwords, even sent at once', async () => {
    const made = await makePerson(app)
    await Promise.all(Array.from({ length: 12 }, () => sign(made.email, 'not the one at all')))
    expect(await sign(made.email)).toMatchObject({ ok: false, reason: 'sign-in.locked' })
  })

  it('two at once both hold', async () => {
    const made = await makePerson(app)
    const results = await Promise.all(Array.from({ length: 6 }, () => sign(made.email)))
    for (const result of results) expect(await read(unwrap(result).token)).not.toBeNull()
    expect(await listSignIns(app, made.id)).toHaveLength(6)
  })

  it('is nothing once ended, expired or unknown', async () => {
    const made = await makePerson(app)
    const { token, expiresAt } = unwrap(await sign(made.email))
    expect(await readSignIn(app.payload, hashToken(token), new Date(expiresAt.getTime() - 1))).not.toBeNull()
    expect(await readSignIn(app.payload, hashToken(token), expiresAt)).toBeNull()
    await endAllSignIns(app, made.id, 'test')
    expect(await read(token)).toBeNull()
    expect(await read('unknown')).toBeNull()
  })
})

describe('a sign-in at the same moment as a change of rights', () => {
  it('never undoes a suspension', async () => {
    for (let i = 0; i < 5; i++) {
      const made = await makePerson(app)
      const [, , result] = await Promise.all([
        sign(made.email),
        sign(made.email),
        changeStanding(app, {
          person: made.id,
          to: 'suspended',
          from: ['active'],
          reason: 'test',
          actor: 'test',
        }),
        sign(made.email),
      ])
      expect(result).toEqual(ok({ changed: true }))
      expect(await sign(made.email)).toMatchObject({ ok: false, reason: 'sign-in.suspended' })
      for (const open of await listSignIns(app, made.id)) {
        // One that slipped in just before holds no right: the standing is read at each request.
        const row = await app.payload.db.findOne<{ id: string; tokenHash: string }>({
          collection: 'sign-ins',
          where: { id: { equals: open.id } },
        })
        const live = await readSignIn(app.payload, row?.tokenHash ?? '', app.clock.now())
        expect(activeMember(live?.person ?? null)).toBe(false)
        expect(live?.person.standing).toBe('suspended')
      }
    }
  })

  it('never undoes the end of a role, nor a new one', async () => {
    const made = await makePerson(app)
    const { id } = unwrap(
      await grantRole(app, { person: made.id, grant: { role: 'administrator' }, actor: 'test' }),
    )
    const [first] = await Promise.all([
      sign(made.email),
      endGrant(app, { id, actor: 'test' }),
      grantRole(app, { person: made.id, grant: { role: 'staff', area: 'content' }, actor: 'test' }),
      sign(made.email),
    ])
    const live = await read(unwrap(first).token)
    expect(live?.person.grants).toEqual([{ role: 'staff', area: 'content' }])
  })

  it('never undoes a new password', async () => {
    const made = await makePerson(app)
    const wanted = 'onze barques au matin'
    await Promise.all([
      sign(made.email),
      changePassword(app, { person: made.id, present: GOOD_PASSWORD, wanted }),
      sign(made.email),
    ])
    expect(await sign(made.email, wanted)).toMatchObject({ ok: true })
    expect(await sign(made.email)).toMatchObject({ ok: false, reason: 'sign-in.wrong' })
  })
})

describe('standing', () => {
  it('twenty at once: one change', async () => {
    const made = await makePerson(app, { standing: 'accepted' })
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        changeStanding(app, {
          person: made.id,
          to: 'active',
          from: ['accepted'],
          reason: 'test',
          actor: 'test',
        }),
      ),
    )
    expect(results.filter((r) => r.ok && r.value.changed)).toHaveLength(1)
    expect(results.every((r) => r.ok)).toBe(true)
  })

  it('leaving ends sign-ins and roles, for good', async () => {
    const made = await makePerson(app, {
      grants: [{ role: 'administrator' }, { role: 'staff', area: 'ledger' }],
    })
    const { token } = await asVisitor(app, made.id)
    unwrap(
      await changeStanding(app, {
        person: made.id,
        to: 'left',
        from: ['active'],
        reason: 'test',
        actor: 'test',
      }),
    )
    expect(await read(token)).toBeNull()
    unwrap(
      await changeStanding(app, {
        person: made.id,
        to: 'accepted',
        from: ['left'],
        reason: 'test',
        actor: 'test',
      }),
    )
    expect((await asVisitor(app, made.id)).person.grants).toEqual([])
  })

  it('refuses what may not follow', async () => {
    const made = await makePerson(app, { standing: 'applicant' })
    expect(
      await changeStanding(app, {
        person: made.id,
        to: 'active',
        from: ['applicant'],
        reason: 'test',
        actor: 'test',
      }),
    ).toMatchObject({
      ok: false,
      reason: 'standing.not-from-here',
    })
    expect(staff((await asVisitor(app, made.id)).person)).toBe(false)
  })
})

describe('an account through Payload', () => {
  it('is changed by nobody, administrators included: neither password nor address', async () => {
    const made = await makePerson(app)
    const chief = await makePerson(app, { grants: [{ role: 'administrator' }] })
    const { person } = await asVisitor(app, chief.id)
    const user = { id: person.id, person, collection: 'members' as const }
    const change = (data: object) =>
      app.payload.update({
        collection: 'members',
        id: made.id,
        data,
        overrideAccess: false,
        user: user as never,
      })
    await expect(change({ password: 'abc' })).rejects.toThrow()
    await expect(change({ email: 'other@test.example' })).rejects.toThrow()
    expect(await sign(made.email)).toMatchObject({ ok: true })
  })
})

describe('a forgotten password', () => {
  it('is replaced by the link, once, and every sign-in ends', async () => {
    const made = await makePerson(app)
    const { token } = unwrap(await sign(made.email))
    const link = await app.payload.forgotPassword({
      collection: 'members',
      data: { email: made.email },
      disableEmail: true,
    })
    expect(await resetPassword(app, link ?? '', 'trop court')).toMatchObject({
      ok: false,
      reason: 'password.too-short',
    })
    expect(await resetPassword(app, link ?? '', 'quatre saisons et demie')).toMatchObject({
      ok: true,
      value: { person: made.id },
    })
    expect(await read(token)).toBeNull()
    expect(await sign(made.email, 'quatre saisons et demie')).toMatchObject({ ok: true })
    expect(await resetPassword(app, link ?? '', 'quatre saisons et quart')).toMatchObject({
      ok: false,
      reason: 'link.invalid',
    })
    expect(await resetPassword(app, 'made up', 'quatre saisons et quart')).toMatchObject({
      ok: false,
      reason: 'link.invalid',
    })
  })
})
