import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '@/server/demo/accounts'
import { findMongod, startMongo } from '../support/mongod'
import { type FrontDoor, startProxy } from '../support/proxy'
import { startTestServer, type TestServerProcess } from '../support/server'

/*
 * Two real servers on one MongoDB behind one address that asks them in turn. `one` and `two` ask a server itself, with
 * the address of the house as a proxy would hand it on.
 */
const found = await findMongod()
if (!found.ok) console.error(`NO MONGOD: TWO SERVERS ARE NOT TESTED\n  ${found.reasons.join('\n  ')}`)

let mongo: Awaited<ReturnType<typeof startMongo>> | undefined
let proxy: FrontDoor
let servers: [TestServerProcess, TestServerProcess]

beforeAll(async () => {
  if (!found.ok) return
  ;[mongo, proxy] = await Promise.all([startMongo(found.binary, 1), startProxy()])
  const env = { DATABASE_URI: mongo.getUri('two'), PUBLIC_URL: proxy.url, TRUST_PROXY: '1' }
  const first = await startTestServer(env)
  const second = await startTestServer(env)
  servers = [first, second]
  proxy.behind.push(first.url, second.url)
}, 300_000)
afterAll(async () => {
  await proxy?.stop()
  await Promise.all((servers ?? []).map((s) => s.stop()))
  await mongo?.stop()
})

const accounts = Object.fromEntries(demoAccounts().map((a) => [a.email.split('@')[0], a.email]))

type Session = { cookie: string }
const ask = (to: string, path: string, { cookie }: Session, fields?: Record<string, string>) =>
  fetch(new URL(path, to), {
    redirect: 'manual',
    headers: { cookie, origin: proxy.url, 'accept-language': 'fr' },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  })
const nobody: Session = { cookie: '' }

async function signIn(name: string): Promise<Session> {
  const email = accounts[name]
  if (!email) throw new Error(`no demo account ${name}`)
  const answer = await ask(proxy.url, '/connexion', nobody, { email, password: servers[0].password })
  expect(answer.status).toBe(303)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; '),
  }
}
const both = (path: string, session: Session) =>
  Promise.all(servers.map(async ({ url }) => (await ask(url, path, session)).status))

type Figures = { id?: string; cap?: number }
type Stream = { readonly told: Figures[]; end(): Promise<void> }

/** The counter's live events, as a server tells them; beats left out. */
async function listen(to: string): Promise<Stream> {
  const answer = await fetch(new URL('/widgets/counter/events', to), {
    headers: { accept: 'text/event-stream' },
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  const told: Figures[] = []
  const reading = (async () => {
    let text = ''
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const events = (text + decoder.decode(part.value, { stream: true })).split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (\{.*)$/m.exec(event)?.[1]
        if (data) told.push(JSON.parse(data))
      }
    }
  })()
  return {
    told,
    async end() {
      await reader.cancel()
      await reading
    },
  }
}

/** Within the two seconds that staff may wait. */
async function soon(what: () => Promise<boolean>): Promise<void> {
  const began = performance.now()
  while (!(await what())) {
    if (performance.now() - began > 2_000) throw new Error(`not within 2 s: ${what}`)
    await sleep(25)
  }
}

describe.skipIf(!found.ok)('two servers behind one address', () => {
  it('know who signed in with the other, and who signed out', async () => {
    const session = await signIn('ombeline.chauvin')
    expect(await both('/aujourdhui', session)).toEqual([200, 200])
    await ask(servers[0].url, '/deconnexion', session, {})
    expect(await both('/aujourdhui', session)).toEqual([303, 303])
  })

  it('turn a plugin off and on together', async () => {
    const admin = await signIn('bureau')
    expect(await both('/adhesion', nobody)).toEqual([200, 200])
    const off = await ask(servers[0].url, '/bureau/extensions/capped-membership/arreter', admin, {
      avec: 'tous',
    })
    expect(off.status).toBe(303)
    await soon(async () => (await both('/adhesion', nobody)).every((s) => s === 404))
    const home = await (await ask(servers[1].url, '/', nobody)).text()
    expect(home).not.toContain('href="/adhesion"')
    const on = await ask(servers[1].url, '/bureau/extensions/credit-rules/activer', admin, {
      avec: 'tous',
      attente: 'deliver',
    })
    expect(on.status).toBe(303)
    await soon(async () => (await both('/adhesion', nobody)).every((s) => s === 200))
  })

  it('drop a page kept in memory when the other changes what it shows', async () => {
    const admin = await signIn('bureau')
    const titles = () =>
      Promise.all(
        servers.map(async ({ url }) => (await (await ask(url, '/actualites', nobody)).text()).includes(word)),
      )
    const word = `Nouvelle ${Date.now()}`
    expect(await titles()).toEqual([false, false])
    const found = await (
      await ask(servers[0].url, '/api/posts?limit=1&where[_status][equals]=published', admin)
    ).json()
    const [post] = found.docs
    const changed = await fetch(new URL(`/api/posts/${post.id}?locale=fr`, servers[0].url), {
      method: 'PATCH',
      headers: { cookie: admin.cookie, origin: proxy.url, 'content-type': 'application/json' },
      body: JSON.stringify({ title: word, _status: 'published' }),
    })
    expect(changed.status).toBe(200)
    await soon(async () => (await titles()).every(Boolean))
  })

  it('tell by live events what the other did', async () => {
    const admin = await signIn('bureau')
    const streams = await Promise.all(servers.map(({ url }) => listen(url)))
    const [first, second] = streams as [Stream, Stream]
    await soon(async () => streams.every((s) => s.told.length === 1))
    expect(first.told).toEqual(second.told)
    const cap = (figures: Figures | undefined) => figures?.cap ?? Number.NaN
    const { docs } = await (await ask(servers[0].url, '/api/seasons?limit=10', admin)).json()
    const season = docs.find((d: Figures) => d.cap === cap(first.told[0]))

    // What one does, streams of the other are told, and its own too; then the other way round.
    for (const [n, { url }] of servers.entries()) {
      const wanted = season.cap + n + 1
      const began = performance.now()
      const changed = await fetch(new URL(`/api/seasons/${season.id}`, url), {
        method: 'PATCH',
        headers: { cookie: admin.cookie, origin: proxy.url, 'content-type': 'application/json' },
        body: JSON.stringify({ cap: wanted }),
      })
      expect(changed.status).toBe(200)
      await soon(async () => streams.every((s) => cap(s.told.at(-1)) === wanted))
      expect(performance.now() - began).toBeLessThan(4_000)
    }
    await Promise.all(streams.map((s) => s.end()))
  })

  it('count limited requests together', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 24; i++)
      statuses.push((await ask(proxy.url, '/mot-de-passe', nobody, { email: `n${i}@example.org` })).status)
    const limit = statuses.indexOf(429)
    expect(limit).toBeGreaterThan(0)
    // Without a common count each of the two would let as many pass again.
    expect(statuses.slice(limit).every((s) => s === 429)).toBe(true)
    expect(limit).toBeLessThanOrEqual(20)
  })

  it('go on when one is killed: its sign-ins hold, the other does its jobs', {
    timeout: 90_000,
  }, async () => {
    const session = await signIn('ombeline.chauvin')
    const admin = await signIn('bureau')
    const holder = async (from: string) => {
      const { docs } = await (await ask(from, '/api/leases?limit=10', admin)).json()
      return docs.find((d: { key: string }) => d.key === 'runner')?.holder as string
    }
    const before = await holder(servers[0].url)
    const at = servers.findIndex((s) => before.includes(`:${s.process.pid}:`))
    expect(at).toBeGreaterThanOrEqual(0)
    const [killed, left] = [servers[at], servers[1 - at]] as [TestServerProcess, TestServerProcess]
    killed.process.kill('SIGKILL')
    proxy.behind.splice(0, 2, left.url)
    expect((await ask(proxy.url, '/aujourdhui', session)).status).toBe(200)
    const began = performance.now()
    while (!(await holder(left.url)).includes(`:${left.process.pid}:`)) {
      expect(performance.now() - began).toBeLessThan(60_000)
      await sleep(250)
    }
  })
})
