import { beforeAll, describe, expect, it } from 'vitest'
import { listSignIns, signIn } from '@/collections/members/service'
import { resetPassword } from '@/collections/members/service/passwords'
import { openSignIn } from '@/collections/members/service/signIn'
import { ledgerOf, projectorOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount, openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { newId } from '@/core/ids'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { bootApp } from '@/tests/support/app'
import { helpPage } from '../help'
import { commandsOf, createRunner } from '../run'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

async function run(command: string, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exit = await createRunner(app)(
    { command, args, lang: 'en' },
    { out: (line) => out.push(line), err: (line) => err.push(line) },
  )
  return { exit, out: out.join('\n'), err: err.join('\n') }
}
const address = () => `${newId()}@example.org`
const tokenIn = (text: string) => /\/mot-de-passe\/(\S+)/.exec(text)?.[1] ?? ''
const PASSWORD = 'a long enough pass phrase'

describe('commands', () => {
  it('unknown ones, and what they cannot read, are refused', async () => {
    expect(await run('nothing')).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('help') })
    expect(await run('admin:create')).toMatchObject({ exit: 2, err: expect.stringContaining('<email>') })
    expect(await run('admin:create', address())).toMatchObject({ exit: 2 })
    expect(await run('password:reset', 'nobody')).toMatchObject({ exit: 2 })
    expect(await run('deliveries:replay')).toMatchObject({ exit: 2 })
    expect(await run('deliveries:replay', '--every')).toMatchObject({ exit: 2 })
    expect(await run('ledger:verify', 'now')).toMatchObject({ exit: 2 })
  })

  it('each is on the help page, in both languages', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const page = await helpPage(lang)
      for (const { name, summary } of commandsOf(app)) {
        expect(page).toContain(name)
        expect(page).toContain(summary[lang])
      }
    }
  })

  it('admin:create makes an administrator who chooses a password by the link, once', async () => {
    const email = address()
    const made = await run('admin:create', email, 'Ada', 'Lovelace')
    expect(made.exit).toBe(0)
    expect((await resetPassword(app, tokenIn(made.out), PASSWORD)).ok).toBe(true)
    expect((await resetPassword(app, tokenIn(made.out), PASSWORD)).ok).toBe(false)
    const signed = await signIn(app, { email, password: PASSWORD, device: 'test' })
    if (!signed.ok) throw new Error(signed.reason)
    const grants = await app.payload.find({
      collection: 'role-grants',
      where: { person: { equals: signed.value.person } },
    })
    expect(grants.docs).toMatchObject([{ role: 'administrator', actor: 'command' }])
  })

  it('admin:create gives the role to somebody who has an account only where told to', async () => {
    const email = address()
    await run('admin:create', email, 'Ada')
    expect(await run('admin:create', email, 'Ada')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('--existing'),
    })
    const given = await run('admin:create', email, '--existing')
    expect(given).toMatchObject({ exit: 0 })
    expect(given.out).not.toContain('/mot-de-passe/')
  })

  it('password:reset ends the sign-ins and prints a link', async () => {
    const email = address()
    await run('admin:create', email, 'Ada')
    const person = await app.payload.db.findOne<{ id: string }>({
      collection: 'members',
      where: { email: { equals: email } },
    })
    if (!person) throw new Error('nobody')
    await openSignIn(app, person.id, 'test')
    // Payload drops a second link within 15 seconds.
    await compareAndSet(app, 'members', { id: { equals: person.id } }, { resetPasswordExpiration: null })
    const reset = await run('password:reset', email.toUpperCase())
    expect(reset.exit).toBe(0)
    expect(await listSignIns(app, person.id)).toEqual([])
    expect((await resetPassword(app, tokenIn(reset.out), PASSWORD)).ok).toBe(true)
    expect(await run('password:reset', address())).toMatchObject({ exit: 1 })
  })

  it('plugins are listed with version and state', async () => {
    const { exit, out } = await run('plugins')
    expect(exit).toBe(0)
    expect(out).toMatch(/^capped-membership +\d+\.\d+\.\d+ +on/m)
  })

  it('ledger:verify finds a balance shown wrongly, ledger:rebuild mends it', async () => {
    const person = newId()
    await openMemberAccount(app, person)
    await projectorOf(app).flush()
    const where = { key: { equals: memberAccount(person) } }
    // Tests before this one may have left faults of their own in the common database.
    await run('ledger:rebuild')
    expect((await run('ledger:verify')).out).not.toContain(person)
    await compareAndSet(app, 'ts-accounts', where, { balance: 1000 })
    expect(await run('ledger:verify')).toMatchObject({ exit: 1, out: expect.stringContaining(person) })
    expect(await run('ledger:rebuild')).toMatchObject({ exit: 0, out: expect.stringContaining('1 of them') })
    expect((await run('ledger:verify')).out).not.toContain(person)
    expect((await ledgerOf(app).readAccount(memberAccount(person))).ok).toBe(true)
  })

  it('deliveries given up are listed, tried again, set aside', async () => {
    const make = async () => {
      const key = newId()
      const row = { key, event: `gone:${key}`, name: 'gone', listener: 'x/gone', state: 'dead', attempts: 12 }
      return String(await insertOnce(app, DELIVERIES as 'hook-deliveries', { ...row, error: 'Error: boom' }))
    }
    const [again, aside] = [await make(), await make()]
    const listed = await run('deliveries')
    expect(listed.out).toContain(again)
    expect(listed.out).toContain('Error: boom')
    expect(await run('deliveries:replay', again)).toMatchObject({ exit: 0 })
    expect(await run('deliveries:replay', again)).toMatchObject({ exit: 1 })
    expect(await run('deliveries:drop', '--all')).toMatchObject({ exit: 0 })
    const states = await app.payload.find({
      collection: DELIVERIES as 'hook-deliveries',
      where: { id: { in: [again, aside] } },
    })
    expect(states.docs.map((d) => d.state).sort()).toEqual(['dropped', 'pending'])
    await run('deliveries')
    await compareAndSet(app, DELIVERIES as 'hook-deliveries', { id: { equals: again } }, { state: 'dropped' })
  })

  it('member:export gives what each module holds, and no secret', async () => {
    const email = address()
    await run('admin:create', email, 'Ada')
    const person = await app.payload.db.findOne<{ id: string; hash: string; salt: string }>({
      collection: 'members',
      where: { email: { equals: email } },
    })
    if (!person) throw new Error('nobody')
    const signed = await openSignIn(app, person.id, 'A telephone')
    await openMemberAccount(app, person.id)
    const { exit, out } = await run('member:export', email)
    expect(exit).toBe(0)
    const all = JSON.parse(out)
    expect(all).toMatchObject({
      person: person.id,
      members: {
        account: { email },
        profile: { name: 'Ada' },
        grants: [{ role: 'administrator' }],
        signIns: [{ device: 'A telephone' }],
      },
      ts: { balance: 0, statement: { lines: [] } },
      exchanges: { asked: [], given: [] },
      forum: { topics: [], replies: [] },
      'capped-membership': { applications: [] },
    })
    for (const secret of [person.hash, person.salt, signed.ok ? signed.value.token : ''])
      expect(out).not.toContain(secret)
    expect(out).not.toMatch(/tokenHash|"hash"|"salt"|resetPassword/)
    expect(await run('member:export', address())).toMatchObject({ exit: 1 })
  })

  it('what a module brings is run as well', async () => {
    const { exit, out } = await run('seats:audit')
    const found = Number(/Findings: (\d+)$/.exec(out)?.[1])
    expect(exit).toBe(found === 0 ? 0 : 1)
  })
})
