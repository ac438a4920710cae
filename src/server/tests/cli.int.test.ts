import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '@/tests/support/app'
import { type Bundle, bundleProgram } from '@/tests/support/bundle'
import { freePort } from '@/tests/support/freePort'

/* npm run cli, in a process of its own: beside a running server, after one was killed, and with none. */

const TOKEN = 'a-token-of-some-length'
/** A process starts in seconds, but six of them on a busy machine. */
const LONG = 240_000

let server: Bundle
let cli: Bundle
const database = freshDatabase()
const file = database.uri.replace(/^file:/, '')
const socket = file.replace(/\.sqlite$/, '.sock')
let port = 0
let running: ChildProcess | undefined

beforeAll(async () => {
  ;[server, cli] = await Promise.all([
    bundleProgram('src/server/main.ts'),
    bundleProgram('src/server/cli.ts'),
  ])
  port = await freePort()
})
afterAll(async () => {
  running?.kill('SIGKILL')
  server.remove()
  cli.remove()
  database.drop()
})

function start(bundle: Bundle, args: string[] = [], env: Record<string, string> = {}) {
  const { NODE_OPTIONS: _, COMPAGNON_PUSH: __, PAYLOAD_FORCE_DRIZZLE_PUSH: ___, ...inherited } = process.env
  const child = spawn(process.execPath, [bundle.file, ...args], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      DATABASE_URI: database.uri,
      PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
      PORT: String(port),
      DEMO: 'no',
      METRICS_TOKEN: TOKEN,
      LANG: 'en',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const exit = new Promise<number | null>((done) => child.once('close', done))
  return { child, said, exit }
}

async function command(args: string[], env: Record<string, string> = {}) {
  const { said, exit } = start(cli, args, env)
  return { exit: await exit, ...said }
}

async function serve() {
  const { child, said } = start(server)
  running = child
  for (let i = 0; !said.out.includes('Compagnon is open'); i++) {
    if (child.exitCode !== null || i > 600) throw new Error(`${said.out}${said.err}`)
    await sleep(50)
  }
  return child
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  const gone = new Promise((done) => child.once('close', done))
  child.kill(signal)
  await gone
}

it(
  'is refused with its own codes',
  async () => {
    expect(await command(['plugins'], { PAYLOAD_SECRET: 'short' })).toMatchObject({
      exit: 78,
      err: expect.stringContaining('PAYLOAD_SECRET'),
    })
    const help = await command([])
    expect(help).toMatchObject({ exit: 0, out: expect.stringContaining('admin:create <email> <name>') })
  },
  LONG,
)

it(
  'without a server the program is opened for it',
  async () => {
    if (testDatabase === 'sqlite') {
      const none = await command(['doctor'])
      expect(none, none.err).toMatchObject({ exit: 0, out: expect.stringContaining('npm start makes it') })
      expect(existsSync(file)).toBe(false)
    }
    const made = await command(['admin:create', 'ada@example.org', 'Ada'])
    expect(made, made.err).toMatchObject({ exit: 0, out: expect.stringContaining('/mot-de-passe/') })
    expect(await command(['nothing'])).toMatchObject({ exit: 2, err: expect.stringContaining('nothing') })
    expect(await command(['doctor', '--nonsense'])).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/^Unknown option --nonsense\.\nnpm run cli -- doctor \[--deep\]/),
    })
  },
  LONG,
)

it(
  'beside a running server it is the server that does it',
  async () => {
    const child = await serve()
    if (testDatabase === 'sqlite') expect(statSync(socket).mode & 0o777).toBe(0o600)
    const out = `${file.startsWith('/') ? file : '/tmp/ops-cli'}.json`
    const started = performance.now()
    const exported = await command(['member:export', 'ada@example.org', '--out', out])
    const took = performance.now() - started
    expect(exported, exported.err).toMatchObject({ exit: 0, out: '' })
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(await command(['member:export', 'nobody@example.org', '--out', `${out}.no`])).toMatchObject({
      exit: 1,
      out: '',
      err: expect.stringContaining('Nobody has an account'),
    })
    expect(existsSync(`${out}.no`)).toBe(false)
    expect(await command(['plugins', '--out', '/nowhere/x.json'])).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/^--out cannot be written: ENOENT.*\n$/),
    })
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ members: { profile: { name: 'Ada' } } })
    rmSync(out)
    expect(await command(['ledger:verify'])).toMatchObject({ exit: 0, out: expect.stringContaining('✓') })
    const states = async (...args: string[]) => {
      const doctor = await command(['doctor', '--json', ...args])
      const { findings } = JSON.parse(doctor.out) as { findings: { check: string; state: string }[] }
      return {
        exit: doctor.exit,
        findings,
        of: (check: string) => findings.find((f) => f.check === check)?.state,
      }
    }
    const doctor = await states()
    expect(doctor.findings.filter((f) => f.state === 'fail')).toEqual([])
    expect(doctor.exit).toBe(0)
    for (const check of ['server', 'database', 'indexes', 'deliveries']) expect(doctor.of(check)).toBe('ok')
    // No mail server is configured: a warning.
    expect((await states('--strict')).exit).toBe(1)
    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    const text = await metrics.text()
    expect(text).toMatch(/^compagnon_database_up 1$/m)
    expect(text).toMatch(/route="\/readyz",status="2xx"/)
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
    if (testDatabase === 'sqlite') {
      // Nothing of Payload is loaded by who only asks.
      expect(took).toBeLessThan(15_000)
      expect(await command(['demo:reset', '--yes'])).toMatchObject({ exit: 78 })
    }
    await end(child, 'SIGTERM')
    expect(existsSync(socket)).toBe(false)
  },
  LONG,
)

it(
  'a server that was killed leaves nothing in the way',
  async () => {
    await end(await serve(), 'SIGKILL')
    expect(existsSync(socket)).toBe(testDatabase === 'sqlite')
    expect(await command(['plugins'])).toMatchObject({ exit: 0 })
    const child = await serve()
    expect(await command(['plugins'])).toMatchObject({ exit: 0 })
    await end(child, 'SIGTERM')
  },
  LONG,
)

it(
  'an older program refuses what a newer one has used',
  async () => {
    const later = '99991231_000000_later'
    if (testDatabase === 'sqlite') {
      const client = createClient({ url: database.uri })
      await client.execute({
        sql: 'INSERT INTO payload_migrations (name, batch) VALUES (?, 2)',
        args: [later],
      })
      client.close()
    } else {
      const client = await new MongoClient(database.uri).connect()
      await client
        .db()
        .collection('schema-version')
        .updateOne({}, { $set: { latest: later } })
      await client.close()
    }
    const refusal = { exit: 78, err: expect.stringContaining(later) }
    expect(await command(['plugins'])).toMatchObject(refusal)
    expect(await command(['doctor'])).toMatchObject({ exit: 1, out: expect.stringContaining(later) })
    const { said, exit } = start(server)
    expect(await exit).toBe(78)
    expect(said.err).toContain(later)
  },
  LONG,
)
