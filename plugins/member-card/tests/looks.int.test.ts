import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { App } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { RateLimits } from '@/web/rateLimits'
import { LOOKS } from '../web/verifyPage'

let app: App
let servers: TestServer[]
let limits: RateLimits
beforeAll(async () => {
  ;({ app } = await bootApp())
  // Two processes on one database.
  servers = [await serve(app), await serve(app)]
  limits = new RateLimits(app, String(process.env.PAYLOAD_SECRET), 'GET /carte/:token')
  limits.init({ windowMs: LOOKS.windowMs })
  await limits.resetKey('127.0.0.1')
})
afterAll(async () => {
  // Other tests look at cards from this address too.
  await limits.resetKey('127.0.0.1')
  for (const server of servers) await server.stop()
})

const look = async (i: number) => {
  const token = randomBytes(16).toString('base64url')
  const answer = await servers[i % 2]?.as().get(`/carte/${token}`)
  return { status: answer?.status, html: await answer?.text() }
}

it('lets thirty people check cards behind one address, and a guesser wait, whichever process answers', async () => {
  const people = await Promise.all(Array.from({ length: 60 }, (_, i) => look(i)))
  expect(new Set(people.map(({ status }) => status))).toEqual(new Set([404]))
  for (let n = people.length; n < LOOKS.max - 1; n++) await limits.increment('127.0.0.1')
  expect((await look(0)).status).toBe(404)
  for (const i of [0, 1]) {
    const refused = await look(i)
    expect(refused.status).toBe(429)
    expect(refused.html).not.toContain('carte inconnue')
  }
})
