import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendPieces } from './pieces'

let url: string
let server: ReturnType<ReturnType<typeof express>['listen']>
/** What became of each body: how many pieces were asked for, and whether it was told of the end. */
let seen: { asked: number; ended: boolean }
let failures: unknown[]

/** A file of so many pieces; it fails where it is told to. */
async function* body(count: number, failsAt = -1): AsyncGenerator<string> {
  try {
    for (let i = 0; i < count; i++) {
      if (i === failsAt) throw new Error('broken')
      seen.asked += 1
      yield `${i};${'x'.repeat(1_000)}\r\n`
    }
  } finally {
    seen.ended = true
  }
}

beforeAll(async () => {
  const app = express()
  app.get('/:count/:failsAt', async (req, res) => {
    seen = { asked: 0, ended: false }
    failures = []
    const reply = {
      type: 'pieces',
      contentType: 'text/csv; charset=utf-8',
      headers: { 'Content-Disposition': 'attachment; filename="a.csv"' },
      body: body(Number(req.params.count), Number(req.params.failsAt)),
    } as const
    try {
      await sendPieces(req, res, reply)
    } catch (error) {
      failures.push(error)
      if (res.headersSent) res.destroy()
      else res.status(500).end()
    }
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('sends all of a file, kept by nobody', async () => {
  const answer = await fetch(`${url}/300/-1`)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect((await answer.text()).split('\r\n')).toHaveLength(301)
  expect(seen).toEqual({ asked: 300, ended: true })
})

it('answers for what fails at once, and cuts short what fails on the way', async () => {
  expect((await fetch(`${url}/3/0`)).status).toBe(500)
  const answer = await fetch(`${url}/300/200`)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow()
  expect(failures).toHaveLength(1)
})

it('makes no more than its reader takes, and lets go of what its reader left', async () => {
  const gone = new AbortController()
  const answer = await fetch(`${url}/1000000/-1`, { signal: gone.signal })
  await answer.body?.getReader().read()
  gone.abort()
  for (let i = 0; i < 200 && !seen.ended; i++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(seen.ended).toBe(true)
  expect(seen.asked).toBeLessThan(100_000)
  // Whoever goes away is no fault.
  expect(failures).toEqual([])
})

it('makes one piece at most for HEAD', async () => {
  const answer = await fetch(`${url}/300/-1`, { method: 'HEAD' })
  expect(answer.headers.get('content-disposition')).toContain('a.csv')
  expect(seen).toEqual({ asked: 1, ended: true })
})
