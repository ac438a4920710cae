import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { type Bundle, bundleProgram } from '../support/bundle'
import { productionEnv, runProgram } from '../support/commands'
import { freePort } from '../support/freePort'
import { findMongod, startMongo } from '../support/mongod'

/*
 * For each released version: built as it was, it makes a database with its demo data, on SQLite and on MongoDB; today's
 * program opens that. UPGRADE_FROM=<commit> tries any commit instead of the tags.
 */

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 30 }).trim()
const versions = (
  process.env.UPGRADE_FROM?.split(',') ?? git('tag', '--list', 'v*', '--sort=v:refname').split('\n')
).filter(Boolean)

const folder = mkdtempSync(path.join(tmpdir(), 'compagnon-upgrade-'))
let cli: Bundle
let mongoUri = ''
let stopMongo: () => Promise<unknown> = async () => undefined

beforeAll(async () => {
  if (versions.length === 0) return
  cli = await bundleProgram('src/server/cli.ts')
  const mongod = await findMongod(console.log)
  if (!mongod.ok) throw new Error(mongod.reasons.join('\n'))
  const mongo = await startMongo(mongod.binary)
  mongoUri = mongo.getUri()
  stopMongo = () => mongo.stop()
})
afterAll(async () => {
  cli?.remove()
  await stopMongo()
  rmSync(folder, { recursive: true, force: true })
})

/** The program of a version, built without its admin. */
function build(version: string): string {
  const home = path.join(folder, newId())
  execFileSync('sh', ['-c', `mkdir -p "${home}" && git archive ${version} | tar x -C "${home}"`])
  const same = (file: string) => readFileSync(file, 'utf8') === readFileSync(path.join(home, file), 'utf8')
  // Links instead of copies, where the packages are the same.
  if (same('package-lock.json') && process.platform === 'linux')
    execFileSync('cp', ['-al', 'node_modules', home])
  else if (same('package-lock.json'))
    cpSync('node_modules', path.join(home, 'node_modules'), { recursive: true })
  else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, stdio: 'ignore' })
  execFileSync(process.execPath, ['bin/build.mjs', '--app'], { cwd: home, stdio: 'ignore' })
  return path.join(home, 'dist/server.mjs')
}

/** Runs a server until it is open, then stops it as a service is stopped. */
async function openOnce(program: string, env: Record<string, string>): Promise<void> {
  const port = await freePort()
  const child = spawn(process.execPath, [program], {
    cwd: path.dirname(path.dirname(program)),
    env: productionEnv({ ...env, PORT: String(port), MEDIA_DIR: path.join(folder, 'media') }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  const gone = new Promise((done) => child.once('close', done))
  for (let i = 0; !(await ready(port)); i++) {
    if (child.exitCode !== null || i > 1_800) throw new Error(said)
    await sleep(200)
  }
  child.kill('SIGTERM')
  await gone
}

const ready = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

if (versions.length === 0) {
  it('no version has been released yet: there is nothing to upgrade from', () => {
    expect(versions).toEqual([])
  })
}

describe.each(versions)('a database of %s', (version) => {
  let old: string
  beforeAll(() => {
    old = build(version)
  })

  it.each(['sqlite', 'mongodb'] as const)('on %s is opened by the program of today', async (kind) => {
    const name = newId().replaceAll('-', '').slice(0, 24)
    const uri =
      kind === 'sqlite'
        ? `file:${folder}/${name}.sqlite`
        : Object.assign(new URL(mongoUri), { pathname: `/t${name}` }).toString()
    await openOnce(old, { DATABASE_URI: uri, DEMO: 'yes' })
    const env = { DATABASE_URI: uri }
    // Payments of the last moment have their seats once a server has run.
    const main = await bundleProgram('src/server/main.ts')
    try {
      await openOnce(main.file, env)
    } finally {
      main.remove()
    }
    const verified = await runProgram(cli.file, ['ledger:verify'], env)
    expect(verified, verified.out + verified.err).toMatchObject({ exit: 0 })
    const doctor = await runProgram(cli.file, ['doctor', '--json'], env)
    const { findings } = JSON.parse(doctor.out) as { findings: { state: string }[] }
    expect(findings.filter((f) => f.state === 'fail')).toEqual([])
    if (kind === 'sqlite') expect(existsSync(`${folder}/${name}.sqlite`)).toBe(true)
  })
})
