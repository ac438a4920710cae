import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStanding, listSignIns } from '@/collections/members/service'
import { readSignIn } from '@/collections/members/store/readSignIn'
import { hashToken } from '@/collections/members/store/token'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { rebuildProjection } from '@/collections/ts/service/repairProjection'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { activeMember } from '@/core/access'
import { newId } from '@/core/ids'
import { ok, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { auditSeats } from '@/plugins/capped-membership/service'
import { countSeats } from '@/plugins/capped-membership/service/countSeats'
import { GOOD_PASSWORD, makePerson } from '../factories/people'
import { bootApp, freshDatabase, testDatabase } from '../support/app'
import { makeMember, prepare } from './child/prepare'
import { primaryKilledUnderWriters } from './failover'
import { leaveNothing, Process } from './process'
import type { Verbs } from './protocol'

/*
 * Several real processes: on MongoDB on one database, where unique indexes and conditional writes are all there is
 * between them; on SQLite one a file, which is guarded.
 */

afterAll(leaveNothing)

if (testDatabase === 'mongodb') {
  describe('two processes on one MongoDB', { timeout: 300_000 }, twoProcesses)
  it('one of two runs the jobs, until it is killed', { timeout: 300_000 }, oneRunsTheJobs)
  it(
    'three nodes, the primary killed under writers: nothing lost, nothing doubled',
    {
      timeout: 300_000,
    },
    primaryKilledUnderWriters,
  )
} else {
  it(
    'a second process on the same file is refused; kill -9 leaves nothing in the way',
    {
      timeout: 300_000,
    },
    oneProcessAFile,
  )
}

function twoProcesses(): void {
  let app: App
  let pair: Process[]
  beforeAll(async () => {
    app = (await bootApp()).app
    await openPool(app)
    const uri = process.env.DATABASE_URI ?? ''
    pair = await Promise.all([Process.start({ uri }), Process.start({ uri })])
    await Promise.all(pair.map((process) => process.ask('open', { loops: false })))
  }, 300_000)
  afterAll(async () => {
    await Promise.all(pair.map((process) => process.close()))
  })

  /** The same to both at once, and what each answered. */
  const both = <T>(does: (process: Process, side: number) => Promise<T>): Promise<T[]> =>
    Promise.all(pair.map(does))

  it('1,000 claims of 120 seats: exactly 120', async () => {
    const { season } = await prepare(app, { cap: 120, founders: 0 })
    const people = Array.from({ length: 1_000 }, () => newId())
    const tallies = await both((process, side) =>
      process.ask('claim', { season, people: people.filter((_, n) => n % 2 === side) }),
    )
    expect(sum(tallies)).toEqual({ ok: 120, refused: { 'seat.none-left': 880 } })
    // Both were at it: else it was no race.
    expect(Math.min(...tallies.map((t) => t.ok))).toBeGreaterThan(0)
    expect((await countSeats(app, season)).counts).toMatchObject({ held: 120, free: 0 })
    expect(await auditSeats(app, season)).toEqual([])
  })

  it('120 people who claim from both at once have one seat each', async () => {
    const { season } = await prepare(app, { cap: 200, founders: 0 })
    const people = Array.from({ length: 120 }, () => newId())
    const tallies = await both((process) => process.ask('claim', { season, people }))
    expect(sum(tallies)).toEqual({ ok: 240, refused: {} })
    expect((await countSeats(app, season)).counts).toMatchObject({ held: 120, free: 80 })
    expect(await auditSeats(app, season)).toEqual([])
  })

  it('200 awards to one member, each asked of both: 200', async () => {
    const account = memberAccount(await makeMember(app))
    const keys = Array.from({ length: 200 }, () => `award:${newId()}`)
    const tallies = await both((process) => process.ask('award', { account, keys }))
    expect(sum(tallies)).toEqual({ ok: 400, refused: {} })
    expect(unwrap(await ledgerOf(app).readAccount(account)).balance).toBe(200)
    await ledgerIsClean()
  })

  it('5 TS and 20 payments of 5: exactly one', async () => {
    const [from, to] = [memberAccount(await makeMember(app)), memberAccount(await makeMember(app))]
    const gift = { actor: 'system', key: `gift:${newId()}`, debit: POOL, credit: from, amount: 5 }
    unwrap(await ledgerOf(app).transfer(gift))
    const keys = Array.from({ length: 20 }, () => newId())
    const tallies = await both((process, side) =>
      process.ask('spend', { from, to, keys: keys.filter((_, n) => n % 2 === side) }),
    )
    expect(sum(tallies)).toEqual({ ok: 1, refused: { 'not-enough': 19 } })
    expect(unwrap(await ledgerOf(app).readAccount(from)).balance).toBe(0)
    expect(unwrap(await ledgerOf(app).readAccount(to)).balance).toBe(5)
    await ledgerIsClean()
  })

  it('sign-ins to one account at once all hold', async () => {
    const made = await makePerson(app)
    const tokens = await both((process) =>
      process.ask('signIn', { email: made.email, password: GOOD_PASSWORD, times: 3 }),
    )
    for (const token of tokens.flat())
      expect(await readSignIn(app.payload, hashToken(token), app.clock.now())).toMatchObject({
        person: { id: made.id, standing: 'active' },
      })
    expect(await listSignIns(app, made.id)).toHaveLength(6)
  })

  it('sign-ins elsewhere never undo a suspension made here meanwhile', async () => {
    // Before, among and after them: each round the suspension comes a little later.
    for (const wait of [0, 60, 120, 180, 240]) {
      const made = await makePerson(app)
      const suspend = async () => {
        await sleep(wait)
        const change = { person: made.id, from: ['active'] as const, reason: 'test', actor: 'test' }
        return changeStanding(app, { ...change, to: 'suspended' })
      }
      // Those who come too late are refused, which this verb takes for a failure: here it is none.
      const signIn = (process: Process) =>
        process.ask('signIn', { email: made.email, password: GOOD_PASSWORD, times: 3 }).catch(() => [])
      const [tokens, suspended] = await Promise.all([both(signIn), suspend()])
      expect(suspended).toEqual(ok({ changed: true }))
      for (const token of tokens.flat()) {
        const live = await readSignIn(app.payload, hashToken(token), app.clock.now())
        expect(activeMember(live?.person ?? null)).toBe(false)
      }
      const standing = await app.payload.db.findOne({
        collection: 'standings',
        where: { person: { equals: made.id } },
      })
      expect(standing).toMatchObject({ standing: 'suspended' })
    }
  })

  async function ledgerIsClean(): Promise<void> {
    await rebuildProjection(app)
    expect((await verifyLedger(app)).findings).toEqual([])
  }
}

type Tally = Verbs['claim']['output']
function sum(tallies: readonly Tally[]): Tally {
  const all: Tally = { ok: 0, refused: {} }
  for (const { ok, refused } of tallies) {
    all.ok += ok
    for (const [reason, n] of Object.entries(refused)) all.refused[reason] = (all.refused[reason] ?? 0) + n
  }
  return all
}

async function oneRunsTheJobs(): Promise<void> {
  const { uri } = freshDatabase()
  const options = { loops: true, ticking: true, leaseMs: 2_000, jobLockMs: 1_500 }
  const a = await Process.start({ uri })
  await a.ask('open', options)
  const b = await Process.start({ uri })
  await b.ask('open', options)
  await a.until(({ jobs }) => jobs.length >= 40)
  expect(b.jobs).toEqual([])
  // In the middle of a run or between two: what it had begun is begun again by the other.
  await a.kill()
  await b.until(({ jobs }) => jobs.length >= 40)
  await b.close()

  const ended = [...a.jobs, ...b.jobs].filter((job) => job.ended !== null)
  const inOrder = ended.toSorted((x, y) => x.began - y.began)
  for (const [n, job] of inOrder.entries()) {
    const next = inOrder[n + 1]
    if (!next) break
    expect(next.began, `run ${next.run} began while ${job.run} ran`).toBeGreaterThanOrEqual(job.ended ?? 0)
    expect(next.run).toBeGreaterThan(job.run)
  }
  expect(new Set(ended.map((j) => j.holder))).toEqual(new Set([String(a.pid), String(b.pid)]))
}

async function oneProcessAFile(): Promise<void> {
  const { uri, drop } = freshDatabase()
  const first = await Process.start({ uri, push: true })
  const second = await Process.start({ uri })
  const third = await Process.start({ uri })
  await first.ask('open', { loops: true })
  await expect(second.ask('open', { loops: true })).rejects.toThrow('another process uses this file')
  await first.kill()
  await third.ask('open', { loops: true })
  await expect(second.ask('open', { loops: true })).rejects.toThrow('another process uses this file')
  await third.close()
  await second.ask('open', { loops: true })
  await second.close()
  drop()
}
