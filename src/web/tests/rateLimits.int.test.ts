import { beforeAll, expect, it } from 'vitest'
import { fixedClock, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import type { App } from '@/hooks'
import { RATE_LIMITS } from '@/hooks/runtime/collections'
import { findRows } from '@/hooks/runtime/store'
import { bootApp } from '@/tests/support/app'
import { forgetLimits, RateLimits } from '../rateLimits'

const clock = fixedClock('2026-11-02T08:00:00Z')
let app: App
beforeAll(async () => {
  app = { ...(await bootApp()).app, clock } as App
})

/** As another process would have it. */
const limits = (path: string) => {
  const store = new RateLimits(app, 'secret', path)
  store.init({ windowMs: MINUTE })
  return store
}

it('counts each request once, whichever process it comes to, and begins again when the window is over', async () => {
  const path = newId()
  const stores = [limits(path), limits(path)]
  const counted = await Promise.all(
    Array.from({ length: 30 }, (_, i) => stores[i % 2]?.increment('203.0.113.7')),
  )
  expect(counted.map((c) => c?.totalHits).toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 30 }, (_, i) => i + 1),
  )
  expect((await stores[0]?.increment('203.0.113.8'))?.totalHits).toBe(1)
  clock.advance(MINUTE - 1)
  expect((await stores[1]?.increment('203.0.113.7'))?.totalHits).toBe(31)
  clock.advance(1)
  expect((await stores[0]?.increment('203.0.113.7'))?.totalHits).toBe(1)
})

it('keeps no address, and nothing once the window is over', async () => {
  const store = limits(newId())
  await store.increment('198.51.100.77')
  const all = await findRows(app.payload, RATE_LIMITS, { where: {} })
  expect(JSON.stringify(all)).not.toContain('198.51.100.77')
  clock.advance(MINUTE)
  await forgetLimits(app)
  // Others of the same database count too, but later.
  const over = { resetAt: { less_than_equal: clock.now().toISOString() } }
  expect(await findRows(app.payload, RATE_LIMITS, { where: over })).toEqual([])
})
