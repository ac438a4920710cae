import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'

/** What no browser asks: answered, in our words, and never as a failure of ours. */
let server: TestServer
beforeAll(async () => {
  server = await serve((await bootApp()).app)
})
afterAll(() => server?.stop())

/** The status of a request no client library would send. */
const statusOf = (head: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.once('data', (answer) => {
      resolve(Number(String(answer).split(' ')[1]))
      socket.destroy()
    })
    socket.once('error', reject)
    socket.write(`${head} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  })

it.each(['/%', '/%E0%A4%A', '/annuaire/%', '/api/media/file/%', '/admin/%', '/_next/%'])(
  'an address that cannot be read is not found: %s',
  async (path) => {
    const answer = await server.as().get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Page introuvable')
  },
)

it.each(['//', '//[', '///', 'http://[/'])('nor one that is none: %s', async (address) => {
  expect(await statusOf(`GET ${address}`)).toBe(404)
})

it.each(['/', '/api/pages', '/adhesion'])(
  'methods that nobody serves are refused: TRACE %s',
  async (path) => {
    expect(await statusOf(`TRACE ${path}`)).toBe(405)
  },
)

it('a form whose headers make no sense is said to be broken', async () => {
  const answer = await fetch(`${server.url}/connexion`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'multipart/form-data' },
    body: 'x',
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('n’est pas arrivé entier')
})

it.each([
  'where[title][near]=1',
  'where[title][all]=x',
  'where[title][equals][equals]=x',
  'where[updatedAt][equals]=hier',
  'where[content.root][equals]=x',
  'where=x',
  'data=x',
  'limit=1e99',
  'where[title][$ne]=1',
])('a query that makes no sense is refused: %s', async (query) => {
  const { status } = await server.as().get(`/api/pages?${query}`)
  expect(status).toBe(400)
})

it('nor is one that comes in a body, as the admin sends long ones', async () => {
  const ask = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/pages`, {
      method: 'POST',
      headers: {
        'x-payload-http-method-override': 'GET',
        'content-type': 'application/x-www-form-urlencoded',
        origin: server.url,
        ...headers,
      },
      body,
    })
  expect((await ask('limit=1&where[title][like]=a')).status).toBe(200)
  expect((await ask('where[title][near]=1')).status).toBe(400)
  expect((await ask('where[title][near]=1', { 'x-http-method-override': 'GET' })).status).toBe(400)
  expect((await ask(`where[title][like]=${'a'.repeat(300_000)}`)).status).toBe(413)
})

it('a number that no database can compare is refused', async () => {
  const ask = async (value: string) =>
    (await server.as().get(`/api/media?where[width][not_equals]=${value}`)).status
  expect([await ask('1e999'), await ask('-1e999'), await ask('12')]).toEqual([400, 400, 200])
})

it('what a collection does not offer is not there', async () => {
  expect((await server.as().get('/api/payload-migrations')).status).toBe(404)
})

it('a query that does is answered', async () => {
  const asked = 'where[or][0][title][like]=a&where[or][1][updatedAt][less_than]=2026-01-01&limit=2'
  expect((await server.as().get(`/api/pages?${asked}`)).status).toBe(200)
})
