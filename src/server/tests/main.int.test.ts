import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '@/tests/support/app'
import { type Bundle, bundleProgram } from '@/tests/support/bundle'
import { freePort } from '@/tests/support/freePort'

/* The program as `npm start` and `npm run dev` run it, in a process of its own. */

/** On an empty MongoDB the first start makes every index, which on a busy machine takes its time. */
const SLOW = { timeout: 180_000 }

let program: Bundle
const folder = mkdtempSync(join(tmpdir(), 'compagnon-main-'))
beforeAll(async () => {
  program = await bundleProgram('src/server/main.ts')
})
afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true, force: true })
})

function run(env: Record<string, string>) {
  const { NODE_OPTIONS: _, COMPAGNON_PUSH: __, PAYLOAD_FORCE_DRIZZLE_PUSH: ___, ...inherited } = process.env
  const child = spawn(process.execPath, [program.file], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      MEDIA_DIR: join(folder, 'media'),
      PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
      DEMO: 'no',
      LOG_LEVEL: 'warn',
      LANG: 'en',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  const code = new Promise<number | null>((done) => child.once('exit', done))
  return { child, said: () => said, code }
}

const listening = (server: Server) =>
  new Promise<number>((done) =>
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
  )

it('a taken port ends it with a sentence, before the database is touched', SLOW, async () => {
  const other = createServer()
  const port = await listening(other)
  const file = join(folder, 'untouched.sqlite')
  const uri = testDatabase === 'sqlite' ? `file:${file}` : 'mongodb://127.0.0.1:1/nobody'
  const { code, said } = run({ PORT: String(port), DATABASE_URI: uri, DEMO: 'yes' })
  expect(await code).toBe(78)
  expect(said()).toContain(`PORT=${port}: this port is taken`)
  expect(said()).not.toMatch(/^\s+at /m)
  expect(existsSync(file)).toBe(false)
  other.close()
})

if (testDatabase === 'sqlite')
  it('ends with a sentence on a file it can do nothing with', SLOW, unusableFiles)

async function unusableFiles() {
  const text = join(folder, 'text.sqlite')
  writeFileSync(
    text,
    'Ceci n’est pas une base, et c’est écrit assez long pour que SQLite le lise.'.repeat(20),
  )
  const port = String(await freePort())
  for (const [uri, sentence] of [
    [`file:${text}`, 'no SQLite database'],
    [`file:${folder}`, 'neither opened nor written'],
    [`file:${text}/inside.sqlite`, 'neither opened nor written'],
  ] as const) {
    const { code, said } = run({ PORT: port, DATABASE_URI: uri })
    expect(await code, uri).toBe(78)
    expect(said()).toContain(sentence)
    expect(said()).not.toMatch(/^\s+at /m)
  }
  const { code, said } = run({
    PORT: port,
    DATABASE_URI: `file:${join(folder, 'never.sqlite')}`,
    MEDIA_DIR: text,
  })
  expect(await code).toBe(78)
  expect(said()).toContain('MEDIA_DIR=')
  expect(said()).not.toMatch(/^\s+at /m)
}

/** Starts it on an empty database and asks all the while; then stops it. */
async function live(env: Record<string, string> = {}, database = freshDatabase()) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { child, said, code } = run({
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URI: database.uri,
    ...env,
  })
  const seen = { ready: [] as string[], pages: new Set<number>() }
  while (child.exitCode === null && !said().includes(`Compagnon is open: ${url}`)) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined)
    if (ready) seen.ready.push(`${ready.status} ${await ready.text()}`)
    const page = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined)
    if (page) seen.pages.add(page.status)
    await page?.arrayBuffer()
    await sleep(50)
  }
  expect(child.exitCode, said()).toBeNull()
  const now = async (path: string) => (await fetch(url + path)).status
  const open = [await now('/healthz'), await now('/readyz'), await now('/')]
  child.kill('SIGTERM')
  expect(await code).toBe(0)
  database.drop()
  return { seen, open }
}

it('answers from the first moment, and says what is under way until it is ready', SLOW, async () => {
  const { seen, open } = await live()
  const step = testDatabase === 'sqlite' ? 'installing' : 'opening'
  expect(seen.ready).toContain(`503 {"ok":false,"starting":"${step}"}`)
  expect(seen.pages).toContain(503)
  expect(open).toEqual([200, 200, 200])
})

it('is not misled by the switch with which tests make their tables', SLOW, async () => {
  expect((await live({ COMPAGNON_PUSH: '1', NODE_ENV: 'development' })).open).toEqual([200, 200, 200])
})

const madeByTests = async () => {
  const file = join(folder, 'pushed.sqlite')
  const client = createClient({ url: `file:${file}` })
  await client.execute('CREATE TABLE payload_migrations (name TEXT, batch NUMERIC)')
  await client.execute("INSERT INTO payload_migrations VALUES ('dev', -1)")
  client.close()
  const { code, said } = run({ PORT: String(await freePort()), DATABASE_URI: `file:${file}` })
  expect(await code).toBe(78)
  expect(said()).toContain('made by tests (COMPAGNON_PUSH)')
}
if (testDatabase === 'sqlite') it('refuses a file whose tables were made by tests', SLOW, madeByTests)

it('refuses to start without a unique index, and names it', SLOW, async () => {
  const database = freshDatabase()
  if (testDatabase === 'sqlite') {
    await live({}, { ...database, drop: () => undefined })
    const client = createClient({ url: database.uri })
    await client.execute('DROP INDEX ts_transfers_settles_idx')
    client.close()
  } else {
    const { createConnection } = await import('mongoose')
    const connection = await createConnection(database.uri).asPromise()
    await connection
      .collection('ts-transfers')
      .insertMany(['a', 'b'].map((n) => ({ key: n, debitSlot: n, creditSlot: n, settles: 'one' })))
    await connection.close()
  }
  const { code, said } = run({ PORT: String(await freePort()), DATABASE_URI: database.uri })
  expect(await code).toBe(78)
  expect(said()).toMatch(testDatabase === 'sqlite' ? /· ts_transfers: settles$/m : /settles_1 dup key/)
  database.drop()
})
