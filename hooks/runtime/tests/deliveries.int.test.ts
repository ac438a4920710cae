import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock, HOUR, SECOND } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Module } from '@/hooks'
import { DELIVERIES } from '../collections'
import { DEFAULTS, dropDelivery, type RunningApp, replayDelivery } from '../index'
import { findRows } from '../store'
import { bootPayload, eventually, hearing, makeApp, stopAll } from './support'

type Delivery = {
  id: string
  state: string
  attempts: number
  error: string | null
  nextAt: string
  lockedUntil: string | null
}

async function deliveryOf(app: RunningApp, key: string, module: string): Promise<Delivery> {
  const [row] = await findRows<Delivery>(app.payload, DELIVERIES, {
    where: { key: { equals: `test.other:${key}>>${module}/test.other` } },
  })
  if (!row) throw new Error('no delivery')
  return row
}

/** A module whose listener does as told. */
const listening = (id: string, act: () => Promise<void>): Module => ({ id, on: { 'test.other': act } })

beforeAll(() => bootPayload())
afterEach(stopAll)

describe('deliveries', () => {
  it('tries again, each time later, then gives up; staff can try again or set aside', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const key = newId()
    let tries = 0
    let mended = false
    const module = listening('flaky', async () => {
      tries += 1
      if (!mended) throw new Error('no luck\nsecond line with a secret')
    })
    const { app, lines } = await makeApp({ modules: [module], clock })
    await app.emit('test.other', key, { n: 1 })
    await app.drain()
    const waits: number[] = []
    for (let i = 1; i < DEFAULTS.maxAttempts; i++) {
      const row = await deliveryOf(app, key, 'flaky')
      expect(row).toMatchObject({ state: 'pending', attempts: i, error: 'Error: no luck', lockedUntil: null })
      waits.push(new Date(row.nextAt).getTime() - clock.now().getTime())
      // Not before its time.
      await app.drain()
      expect(tries).toBe(i)
      clock.set(row.nextAt)
      await app.drain()
    }
    expect(tries).toBe(DEFAULTS.maxAttempts)
    expect(waits[0]).toBeGreaterThanOrEqual(1.5 * SECOND)
    expect(waits[0]).toBeLessThanOrEqual(2.5 * SECOND)
    expect(Math.max(...waits)).toBeLessThanOrEqual(7.5 * HOUR)
    expect(waits[5]).toBeGreaterThan(waits[1] ?? 0)

    const dead = await deliveryOf(app, key, 'flaky')
    expect(dead).toMatchObject({ state: 'dead', attempts: DEFAULTS.maxAttempts })
    expect(lines.find((l) => l.level === 'error')?.data).toMatchObject({ listener: 'flaky/test.other' })
    clock.advance(24 * HOUR)
    await app.drain()
    expect(tries).toBe(DEFAULTS.maxAttempts)

    expect((await dropDelivery(app, dead.id)).ok).toBe(true)
    expect(await replayDelivery(app, dead.id)).toEqual({ ok: false, reason: 'delivery.not-dead' })
    await app.payload.db.updateOne({ collection: DELIVERIES, id: dead.id, data: { state: 'dead' } } as never)
    mended = true
    expect((await replayDelivery(app, dead.id)).ok).toBe(true)
    expect(await replayDelivery(app, dead.id)).toEqual({ ok: false, reason: 'delivery.not-dead' })
    await app.drain()
    expect(await deliveryOf(app, key, 'flaky')).toMatchObject({ state: 'done', attempts: 1, error: null })
  })

  it('takes a listener that does not answer in time for a failure, and lets others pass meanwhile', async () => {
    const keys = Array.from({ length: 60 }, () => newId())
    const heard: string[] = []
    const hanging = Array.from({ length: 3 }, (_, i) =>
      listening(`hanging${i}`, () => new Promise<never>(() => undefined)),
    )
    const { app } = await makeApp({
      modules: [...hanging, hearing('quick', 'test.other', heard)],
      // Three listeners hang with two places each: more than all places there are.
      tuning: { concurrency: 4, perListener: 2, slowMs: 30, listenerTimeoutMs: 3_000 },
    })
    for (const key of keys) await app.emit('test.other', key, { n: 1 })
    await app.start()
    const began = performance.now()
    await eventually(() => heard.length === keys.length)
    expect(performance.now() - began).toBeLessThan(3_000)
    const givenUp = async () =>
      (
        await findRows<Delivery>(app.payload, DELIVERIES, {
          where: { and: [{ listener: { equals: 'hanging0/test.other' } }, { attempts: { equals: 1 } }] },
        })
      ).find((d) => d.state === 'pending')
    await eventually(async () => (await givenUp()) !== undefined)
    expect((await givenUp())?.error).toBe('Error: no answer within 3000 ms')
    expect(await app.stop({ timeoutMs: 100 })).toBe(false)
  })

  it('does not let a listener that always fails delay the others', async () => {
    const heard: string[] = []
    const { app } = await makeApp({
      modules: [
        listening('failing', async () => {
          throw new Error('always')
        }),
        hearing('quick', 'test.other', heard),
      ],
    })
    const keys = Array.from({ length: 40 }, () => newId())
    await Promise.all(keys.map((key) => app.emit('test.other', key, { n: 1 })))
    expect(await app.drain()).toBe(true)
    expect(heard.length).toBe(keys.length)
  })

  it('delivers again what a process was delivering when it died, once its time is over', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const key = newId()
    const heard: string[] = []
    const dying = await makeApp({
      modules: [listening('hearer', () => new Promise<never>(() => undefined))],
      clock,
    })
    await dying.app.emit('test.other', key, { n: 1 })
    expect(await dying.app.drain({ timeoutMs: 150 })).toBe(false)
    const next = await makeApp({ modules: [hearing('hearer', 'test.other', heard)], clock })
    await next.app.drain()
    expect(heard).toEqual([])
    expect(await deliveryOf(next.app, key, 'hearer')).toMatchObject({ state: 'running', attempts: 1 })
    clock.advance(45 * SECOND)
    await next.app.drain()
    expect(heard).toEqual([`hearer test.other:${key}`])
    expect(await deliveryOf(next.app, key, 'hearer')).toMatchObject({ state: 'done', attempts: 2 })
  })

  it('gives up a delivery whose every attempt was cut', async () => {
    const clock = fixedClock('2026-11-02T08:00:00Z')
    const key = newId()
    const heard: string[] = []
    const { app } = await makeApp({ modules: [hearing('poisoned', 'test.other', heard)], clock })
    await app.emit('test.other', key, { n: 1 })
    await app.drain()
    const row = await deliveryOf(app, key, 'poisoned')
    await app.payload.db.updateOne({
      collection: DELIVERIES,
      id: row.id,
      data: { state: 'running', attempts: DEFAULTS.maxAttempts, nextAt: clock.now().toISOString() },
    } as never)
    await app.drain()
    expect(await deliveryOf(app, key, 'poisoned')).toMatchObject({
      state: 'dead',
      error: 'cut off at each attempt',
    })
    expect(heard.length).toBe(1)
  })

  it('tells each event once a listener with two processes delivering', async () => {
    const heard: string[] = []
    let atOnce = 0
    const modules = [
      hearing('one', 'test.other', heard, async () => {
        atOnce += 1
        await new Promise((resolve) => setTimeout(resolve, 3))
        atOnce -= 1
      }),
    ]
    const a = await makeApp({ modules, tuning: { perListener: 3 } })
    const b = await makeApp({ modules, tuning: { perListener: 3 } })
    const keys = Array.from({ length: 100 }, () => newId())
    await Promise.all(keys.map((key) => a.app.emit('test.other', key, { n: 1 })))
    expect(await Promise.all([a.app.drain(), b.app.drain()])).toEqual([true, true])
    expect(heard.length).toBe(keys.length)
    expect(new Set(heard).size).toBe(keys.length)
    expect(atOnce).toBe(0)
  })
})
