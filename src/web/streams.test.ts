import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { afterEach, expect, it } from 'vitest'
import type { OpenStream } from '@/hooks/web'
import { Streams } from './streams'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server whose every answer is a stream; those that are open, and how many have ended. */
async function serveStreams() {
  const streams = new Streams()
  const outs: OpenStream[] = []
  const ended = { count: 0 }
  const http = createServer(
    express().use((req, res) =>
      streams.open(req, res, {
        type: 'stream',
        contentType: 'text/event-stream',
        headers: { 'X-Mine': 'yes' },
        open: (out) => {
          outs.push(out)
          return () => {
            ended.count += 1
          }
        },
      }),
    ),
  )
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  closing.push(() => http.close().closeAllConnections())
  const { port } = http.address() as AddressInfo
  return { streams, outs, ended, port, url: `http://127.0.0.1:${port}` }
}
const soon = async (what: () => boolean) => {
  for (let n = 0; n < 200 && !what(); n++) await sleep(10)
  return what()
}

it('sends what is said at once, held back by nobody, until it is ended', async () => {
  const { outs, ended, url } = await serveStreams()
  const answer = await fetch(url)
  expect(answer.headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(answer.headers.get('x-accel-buffering')).toBe('no')
  expect(answer.headers.get('x-mine')).toBe('yes')
  const reader = answer.body?.getReader()
  outs[0]?.send('data: 1\n\n')
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 1\n\n')
  outs[0]?.end()
  expect((await reader?.read())?.done).toBe(true)
  expect(await soon(() => ended.count === 1)).toBe(true)
  outs[0]?.send('after the end')
})

it('is told when the reader leaves', async () => {
  const { ended, url } = await serveStreams()
  const leave = new AbortController()
  await fetch(url, { signal: leave.signal })
  leave.abort()
  expect(await soon(() => ended.count === 1)).toBe(true)
})

it('cuts off who does not read', async () => {
  const { outs, ended, port } = await serveStreams()
  const socket = connect(port, '127.0.0.1')
  closing.push(() => socket.destroy())
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  expect(await soon(() => outs.length === 1)).toBe(true)
  for (let n = 0; n < 200 && ended.count === 0; n++) {
    outs[0]?.send('x'.repeat(100_000))
    await sleep(1)
  }
  expect(await soon(() => ended.count === 1)).toBe(true)
})

it('ends all when the program is about to stop, and asks who comes later to come back', async () => {
  const { streams, ended, url } = await serveStreams()
  const [one, two] = await Promise.all([fetch(url), fetch(url)])
  streams.close()
  expect([await one?.text(), await two?.text()]).toEqual(['', ''])
  expect(await soon(() => ended.count === 2)).toBe(true)
  const late = await fetch(url)
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5'])
})

it('answers HEAD without opening anything', async () => {
  const { outs, url } = await serveStreams()
  expect((await fetch(url, { method: 'HEAD' })).headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(outs).toEqual([])
})
