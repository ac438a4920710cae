import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express, { type Request, type Response } from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendBody, sendRevalidated } from './send'

const TEXT = '<p>Une demeure de bois clair.</p>'.repeat(100)

const app = express()
const html =
  (send: (req: Request, res: Response, body: string) => void, body: string) =>
  (req: Request, res: Response) =>
    send(req, res.type('html') as Response, body)
app.get('/page', html(sendBody, TEXT))
app.get('/short', html(sendBody, '<p>Bref.</p>'))
app.get('/kept', html(sendRevalidated, TEXT))
app.get('/picture', (req, res) => sendBody(req, res.type('png'), Buffer.alloc(5_000)))

const http = createServer(app)
beforeAll(() => new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve)))
afterAll(() => void http.close())

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = http.address() as AddressInfo
    get({ port, host: '127.0.0.1', path, headers, method, agent: false }, async (res) => {
      const chunks: Buffer[] = []
      for await (const chunk of res) chunks.push(chunk as Buffer)
      resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) })
    }).on('error', reject)
  })

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
  ['', undefined, (body: Buffer) => body],
])('accept-encoding "%s" is answered with %s', async (accepted, encoding, open) => {
  const answer = await ask('/page', { 'accept-encoding': accepted })
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(answer.headers.vary).toContain('Accept-Encoding')
  expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
  expect(open(answer.body).toString()).toBe(TEXT)
})

it('leaves alone what is short or compressed already', async () => {
  for (const path of ['/short', '/picture'])
    expect((await ask(path, { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
})

it('answers HEAD without a body, with the length a GET would have', async () => {
  const got = await ask('/page', { 'accept-encoding': 'br' })
  const head = await ask('/page', { 'accept-encoding': 'br' }, 'HEAD')
  expect(head.body).toHaveLength(0)
  expect(head.headers['content-length']).toBe(got.headers['content-length'])
})

it('does not send again what has not changed', async () => {
  const { etag = '' } = (await ask('/kept')).headers
  const again = await ask('/kept', { 'if-none-match': etag })
  expect([again.status, again.body.length]).toEqual([304, 0])
  expect((await ask('/kept', { 'if-none-match': '"other"' })).status).toBe(200)
})
