import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DEMO_PASSWORD } from '@/server/demo/accounts'
import { freePort } from './freePort'

export type TestServerProcess = {
  url: string
  /** What the demo accounts sign in with. */
  password: string
  /** Address of its database. */
  database: string
  /** What the program has said so far. */
  output: () => string
  process: ChildProcess
  /** Ends it as Ctrl-C does, and forgets its database. */
  stop: () => Promise<void>
}

const STARTS_WITHIN_MS = 90_000
const ENDS_WITHIN_MS = 20_000

/**
 * The built program (dist/server.mjs, see `npm run build`) in a process of its own, on a database of its own with the
 * demo data, as `npm start` runs it. `env` adds to or changes its settings; `DEMO: 'no'` leaves it empty.
 */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServerProcess> {
  const program = resolve('dist/server.mjs')
  if (!existsSync(program)) throw new Error('dist/server.mjs is missing: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'compagnon-server-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const database = env.DATABASE_URI ?? `file:${join(folder, 'test.sqlite')}`
  let said = ''
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URI: database,
      MEDIA_DIR: join(folder, 'media'),
      PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
      PORT: String(port),
      PUBLIC_URL: url,
      DEMO: 'yes',
      LOG_LEVEL: 'warn',
      NEXT_TELEMETRY_DISABLED: '1',
      LANG: 'fr_FR.UTF-8',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
    await exited
    clearTimeout(late)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    // It says where browsers reach it, which behind a proxy is elsewhere.
    await ready(env.PUBLIC_URL ?? url, () => said, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, database, password: DEMO_PASSWORD, output: () => said, process: child, stop }
}

/** The program says that it is open once its first data is in. */
async function ready(url: string, said: () => string, child: ChildProcess): Promise<void> {
  const end = Date.now() + STARTS_WITHIN_MS
  while (!said().includes(url)) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${said()}`)
    if (Date.now() > end) throw new Error(`the program did not open:\n${said()}`)
    await new Promise((r) => setTimeout(r, 100))
  }
}
