import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock, MINUTE, SECOND } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Job, Module } from '@/hooks'
import { JOB_RUNS, LEASES } from '../collections'
import { LeaseKeeper, type RunningApp, withLease } from '../index'
import { findRows } from '../store'
import { bootPayload, eventually, makeApp, stopAll } from './support'

type Run = {
  runs: number
  error: string | null
  nextAt: string
  lockedUntil: string | null
  lastStartedAt: string | null
  lastEndedAt: string | null
}

const withJob = (job: Job): Module => ({ id: `module-of-${job.id}`, jobs: [job] })

async function runOf(app: RunningApp, id: string): Promise<Run> {
  const [row] = await findRows<Run>(app.payload, JOB_RUNS, { where: { key: { equals: id } } })
  if (!row) throw new Error('no run')
  return row
}

beforeAll(() => bootPayload())
afterEach(stopAll)

describe('jobs', () => {
  it('run under the lease, by one process, never twice at once', async () => {
    const id = newId()
    const by: string[] = []
    let atOnce = 0
    let most = 0
    const jobOf = (who: string) =>
      withJob({
        id,
        everyMs: 30,
        run: async () => {
          atOnce += 1
          most = Math.max(most, atOnce)
          by.push(who)
          await new Promise((resolve) => setTimeout(resolve, 15))
          atOnce -= 1
        },
      })
    const a = await makeApp({ modules: [jobOf('a')], tuning: { leaseMs: 600 } })
    const b = await makeApp({ modules: [jobOf('b')], tuning: { leaseMs: 600 } })
    await a.app.start()
    await eventually(() => by.length > 0)
    await b.app.start()
    await eventually(() => by.length > 4)
    expect(new Set(by)).toEqual(new Set(['a']))
    // Stopping gives the lease back: the other goes on without waiting for its end.
    await a.app.stop()
    by.length = 0
    await eventually(() => by.length > 2)
    expect(new Set(by)).toEqual(new Set(['b']))
    await b.app.stop()
    expect(most).toBe(1)
  })

  it('keeps and logs an error, and runs again in its time', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const id = newId()
    let tries = 0
    const { app, lines } = await makeApp({
      clock,
      modules: [
        withJob({
          id,
          everyMs: 10 * SECOND,
          run: async () => {
            tries += 1
            if (tries === 1) throw new Error('first time\nstack')
          },
        }),
      ],
    })
    await app.start()
    await eventually(async () => tries === 1 && Boolean((await runOf(app, id)).lastEndedAt))
    expect(await runOf(app, id)).toMatchObject({ error: 'Error: first time', lockedUntil: null, runs: 1 })
    expect(lines.some((l) => l.level === 'error' && l.data.job === id)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(tries).toBe(1)
    // Within the lease, which is not renewed while this clock stands still.
    clock.set((await runOf(app, id)).nextAt)
    await eventually(() => tries === 2)
    await app.stop()
    expect((await runOf(app, id)).error).toBeNull()
  })

  it('runs again what a crash cut, once it is not heard of any more', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const id = newId()
    const ran: string[] = []
    const dying = await makeApp({
      clock,
      tuning: { jobLockMs: 10 * SECOND },
      modules: [withJob({ id, everyMs: 60 * MINUTE, run: () => new Promise<never>(() => undefined) })],
    })
    void dying.app.runJob(id)
    await eventually(async () => (await runOf(dying.app, id).catch(() => null))?.runs === 1)
    const next = await makeApp({
      clock,
      tuning: { jobLockMs: 10 * SECOND },
      modules: [withJob({ id, everyMs: 60 * MINUTE, run: async () => void ran.push('next') })],
    })
    expect(await next.app.runJob(id)).toBe(false)
    await next.app.start()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(ran).toEqual([])
    clock.advance(11 * SECOND)
    await eventually(() => ran.length === 1)
    await next.app.stop()
    expect(next.lines.some((l) => l.message?.includes('was cut'))).toBe(true)
    expect(await runOf(next.app, id)).toMatchObject({ runs: 2, lockedUntil: null })
  })

  it('is brought forward by a nudge, from a process that does not hold the lease too', async () => {
    const id = newId()
    let runs = 0
    const module = withJob({
      id,
      everyMs: 60 * MINUTE,
      nudgedBy: ['things'],
      run: async () => {
        runs += 1
      },
    })
    const a = await makeApp({ modules: [module] })
    const b = await makeApp({ modules: [module] })
    await a.app.start()
    await eventually(() => runs === 1)
    await b.app.start()
    b.app.nudge('things')
    await eventually(() => runs === 2)
    a.app.nudge('things')
    await eventually(() => runs === 3)
    await Promise.all([a.app.stop(), b.app.stop()])
  })

  it('tells a run to end when the program stops', async () => {
    const id = newId()
    let cut = false
    const { app } = await makeApp({
      modules: [
        withJob({
          id,
          everyMs: MINUTE,
          run: (_, signal) =>
            new Promise((resolve) =>
              signal?.addEventListener('abort', () => {
                cut = true
                resolve()
              }),
            ),
        }),
      ],
    })
    await app.start()
    await eventually(async () => (await runOf(app, id).catch(() => null))?.runs === 1)
    expect(await app.stop()).toBe(true)
    expect(cut).toBe(true)
    expect((await runOf(app, id)).lockedUntil).toBeNull()
  })
})

describe('lease', () => {
  const keeperOf = (app: RunningApp, key: string, holder: string, told: string[]) =>
    new LeaseKeeper({
      app,
      key,
      holder,
      ttlMs: 10 * SECOND,
      onWon: () => told.push(`${holder} won`),
      onLost: () => told.push(`${holder} lost`),
      onError: (error) => {
        throw error
      },
    })

  it('has one holder; another takes it once it was not renewed, and the first learns it', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const { app } = await makeApp({ clock })
    const key = newId()
    const told: string[] = []
    const a = keeperOf(app, key, 'a', told)
    const b = keeperOf(app, key, 'b', told)
    await a.renew()
    await b.renew()
    expect([a.held(), b.held()]).toEqual([true, false])
    clock.advance(6 * SECOND)
    await a.renew()
    clock.advance(6 * SECOND)
    await b.renew()
    expect([a.held(), b.held()]).toEqual([true, false])
    clock.advance(5 * SECOND)
    // Its time is over, though nobody has taken it yet: it must not act.
    expect(a.held()).toBe(false)
    await b.renew()
    expect([a.held(), b.held()]).toEqual([false, true])
    await a.renew()
    expect([a.held(), b.held()]).toEqual([false, true])
    expect(told).toEqual(['a won', 'b won', 'a lost'])
    await b.stop()
    await a.renew()
    expect([a.held(), b.held()]).toEqual([true, false])
    await a.stop()
    const [row] = await findRows<{ rev: number }>(app.payload, LEASES, { where: { key: { equals: key } } })
    expect(row?.rev).toBe(4)
  })

  it('is won by one of many who ask at once', async () => {
    const { app } = await makeApp({})
    for (let round = 0; round < 3; round++) {
      const key = newId()
      const keepers = Array.from({ length: 20 }, (_, i) => keeperOf(app, key, `h${i}`, []))
      await Promise.all(keepers.map((k) => k.renew()))
      expect(keepers.filter((k) => k.held()).length).toBe(1)
      await Promise.all(keepers.map((k) => k.stop()))
    }
  })

  it('withLease refuses while another holds it, and gives it back', async () => {
    const { app } = await makeApp({})
    const key = newId()
    const lease = (holder: string) => ({ key, holder, ttlMs: SECOND })
    const outer = await withLease(app, lease('a'), async () => {
      expect(await withLease(app, lease('b'), async () => 1)).toMatchObject({
        ok: false,
        reason: 'lease.taken',
      })
      return 2
    })
    expect(outer).toEqual({ ok: true, value: 2 })
    expect(await withLease(app, lease('b'), async () => 3)).toEqual({ ok: true, value: 3 })
  })
})
