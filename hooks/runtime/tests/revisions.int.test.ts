import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { testDatabase } from '@/tests/support/app'
import { REVISIONS } from '../collections'
import type { RunningApp } from '../index'
import { findRows } from '../store'
import { bootPayload, eventually, makeApp, stopAll } from './support'

async function revOf(app: RunningApp, topic: string): Promise<number | undefined> {
  const [row] = await findRows<{ rev: number }>(app.payload, REVISIONS, { where: { key: { equals: topic } } })
  return row?.rev
}

beforeAll(() => bootPayload())
afterEach(stopAll)

describe('revisions', () => {
  it('counts every touch, however many come at once', async () => {
    const { app } = await makeApp({})
    const topic = newId()
    for (let i = 0; i < 5; i++) await app.touch(topic)
    expect(await revOf(app, topic)).toBe(5)
  })

  it('answers touches that come together after a write begun after each', async () => {
    const a = await makeApp({})
    const b = await makeApp({})
    const topic = newId()
    const seen: number[] = []
    a.app.onChange((t, rev) => {
      if (t === topic) seen.push(rev)
    })
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? a.app : b.app).touch(topic, `${topic}:other`)),
    )
    const rev = await revOf(a.app, topic)
    // Two processes: each writes once for those who ask first and once for all the rest.
    expect(rev).toBeGreaterThanOrEqual(2)
    expect(rev).toBeLessThanOrEqual(40)
    expect(seen).toEqual([...seen].sort((x, y) => x - y))
    await a.app.touch(topic)
    expect(seen.at(-1)).toBe((rev ?? 0) + 1)
  })

  it('tells at once here, and soon in another process', async () => {
    const a = await makeApp({})
    const b = await makeApp({})
    await a.app.start()
    await b.app.start()
    const topic = newId()
    const here: string[] = []
    const there: string[] = []
    a.app.onChange((t, rev) => here.push(`${t}@${rev}`))
    const stop = b.app.onChange((t, rev) => there.push(`${t}@${rev}`))
    await a.app.touch(topic)
    expect(here).toEqual([`${topic}@1`])
    await eventually(() => there.includes(`${topic}@1`))
    await a.app.touch(topic)
    await eventually(() => there.includes(`${topic}@2`))
    stop()
    await a.app.touch(topic)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(there.some((x) => x === `${topic}@3`)).toBe(false)
    await Promise.all([a.app.stop(), b.app.stop()])
  })

  it('does not tell what stood before it began to watch', async () => {
    const a = await makeApp({})
    const topic = newId()
    await a.app.touch(topic)
    const b = await makeApp({})
    const there: string[] = []
    b.app.onChange((t) => there.push(t))
    await b.app.start()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(there).toEqual([])
    await b.app.stop()
  })

  const onMongo = testDatabase === 'mongodb' ? it : () => undefined
  onMongo('follows a change stream', async () => {
    const tuning = { revisionPollMs: 60_000, revisionPollWatchedMs: 60_000 }
    const a = await makeApp({ tuning })
    const b = await makeApp({ tuning })
    await Promise.all([a.app.start(), b.app.start()])
    const there: string[] = []
    b.app.onChange((t) => there.push(t))
    const topic = newId()
    await eventually(async () => {
      await a.app.touch(topic)
      return there.includes(topic)
    })
  })
})
