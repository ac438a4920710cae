import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../tests/support/freePort'
import { startChild } from './asks'
import { type Databases, openDatabases } from './database'
import type { Filled } from './fill/fill'
import { measurePages } from './http/measurePages'
import { measureTransfer } from './http/measureTransfer'
import { answers, SECRET, type Served, serve } from './http/serve'
import { type Shot, shoot } from './http/shoot'
import { measureLedger } from './ledger/measureLedger'
import { describeMachine, watchLoad } from './machine'
import { measurePlugins } from './plugins/measurePlugins'
import { pageOf } from './report/markdown'
import { printTable } from './report/print'
import type { Results } from './results'
import { RUNS, type Settings, SMALL } from './settings'

export type Programs = Readonly<
  Record<'fill' | 'worker' | 'plugins' | 'transferServer' | 'probe' | 'hello', string>
>
type Bench = {
  readonly root: string
  readonly programs: Programs
  readonly settings: Settings
  /** How `npm start` has Node run the server. */
  readonly nodeArgs: readonly string[]
  readonly progress: (line: string) => void
}

const TRANSFER = 'transfer over HTTP'
const START = 'start'
const PLUGINS = 'plugins'

/** The run that was asked for, or with `--write-docs` those the page in the docs is made of. */
export async function bench(asked: Bench): Promise<void> {
  const { settings, root } = asked
  const runs = settings.writeDocs ? RUNS.map((run) => ({ ...settings, ...run })) : [settings]
  const found: Results[] = []
  for (const run of runs) {
    found.push(await measure({ ...asked, settings: run }))
    // What was measured stands, even if a later run should fail.
    if (settings.writeDocs) writePage(root, found)
  }
}

/** One run from empty databases to the table. */
async function measure({ root, programs, settings, nodeArgs, progress }: Bench): Promise<Results> {
  const began = performance.now()
  const { quick, only } = settings
  const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
  const loadNow = watchLoad()
  const averages = [os.loadavg()[0] ?? 0]
  const databases = await openDatabases(settings.database, progress)
  try {
    const rooms = await fillAll({ root, programs, settings, nodeArgs, progress }, databases)
    const fillMs = performance.now() - began
    const [main] = rooms
    if (!main) throw new Error('no database')
    const served = (program: string, more: readonly string[] = []) =>
      serve({
        program,
        nodeArgs: [...nodeArgs, ...more],
        root,
        probe: programs.probe,
        uri: main.uri,
        mediaDir: join(databases.folder, 'media'),
      })

    const hello: Shot[] = []
    const yardstick = async () => {
      hello.push(await measureHello(programs.hello, root, quick ? 1 : 2))
      progress(`bare node:http: ${Math.round(hello.at(-1)?.perSecond ?? 0)}/s`)
    }
    await yardstick()
    const firstPageMs: number[] = []
    for (let n = 1; n < (quick || !wanted(START) ? 1 : 3); n++) {
      const server = await served(join(root, 'dist/server.mjs'))
      firstPageMs.push(server.firstPageMs)
      await server.stop()
    }
    const profile = settings.profile ? ['--cpu-prof', `--cpu-prof-dir=${settings.profile}`] : []
    const server = await served(join(root, 'dist/server.mjs'), profile)
    firstPageMs.push(server.firstPageMs)
    progress(`first page after ${firstPageMs.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')}`)
    await sleep(2_000)
    const idleMb = (await server.usage()).rssMb
    const pages = await measurePages({
      server,
      filled: main.filled,
      seconds: quick ? 1 : 3,
      wanted,
      progress,
      between: yardstick,
    })
    const loadedMb = Math.max(idleMb, ...pages.map((page) => ('figures' in page ? page.figures.rssMb : 0)))
    await sleep(1_000)
    const afterMb = (await server.usage()).rssMb
    await server.stop()
    await yardstick()

    const transfer = wanted(TRANSFER)
      ? await transferOverHttp(await served(programs.transferServer, profile), main.filled, quick)
      : null
    if (transfer) progress(`${TRANSFER}: ${Math.round(transfer.perSecond)}/s`)
    averages.push(os.loadavg()[0] ?? 0)

    // After the pages, which are measured on as many rows as was asked: this adds tens of thousands.
    const ledger = await measureLedger({
      program: programs.worker,
      root,
      rooms: rooms.map(({ name, uri, filled }) => ({ name, uri, people: filled.people })),
      wanted,
      rounds: quick ? 1 : 3,
      ms: quick ? 250 : 400,
      progress,
    })
    const plugins = wanted(PLUGINS)
      ? await measurePlugins({ program: programs.plugins, root, uri: main.uri, ms: quick ? 250 : 1_500 })
      : []
    for (const { what, plugins: n, figures } of plugins)
      progress(`${what}, ${n} plugins: ${Math.round(figures.perSecond)}/s`)
    averages.push(os.loadavg()[0] ?? 0)
    const results: Results = {
      at: new Date().toISOString(),
      commit: commitOf(root),
      settings,
      machine: describeMachine(),
      load: { averages, busy: loadNow().busy },
      hello,
      start: { firstPageMs, cpuMs: server.startCpuMs },
      memory: { idleMb, loadedMb, afterMb },
      pages,
      transfer,
      databases: rooms.map(({ name, transfers }) => ({ name, transfers })),
      ledger,
      plugins,
      took: { fillMs, allMs: performance.now() - began },
    }
    report(root, results)
    return results
  } finally {
    await databases.stop()
  }
}

type Room = { name: string; uri: string; transfers: number; filled: Filled }

/** The database asked for and, where that is a large one, a small one to compare the ledger with. */
async function fillAll({ root, programs, settings, progress }: Bench, databases: Databases): Promise<Room[]> {
  const { members, transfers } = settings
  const sizes = [{ name: 'main', members, transfers }]
  if (transfers > SMALL.transfers) sizes.push({ name: 'small', ...SMALL })
  const rooms: Room[] = []
  for (const size of sizes) {
    progress(`filling ${size.name}: ${size.members} members, ${size.transfers} rows in the ledger`)
    const output = join(databases.folder, `${size.name}.json`)
    const uri = databases.uri(size.name)
    const verifying = size.transfers <= SMALL.transfers ? ['verify'] : []
    const child = startChild(programs.fill, {
      cwd: root,
      nodeArgs: ['--expose-gc'],
      args: [String(size.members), String(size.transfers), output, ...verifying],
      env: {
        DATABASE_URI: uri,
        PAYLOAD_SECRET: SECRET,
        MEDIA_DIR: join(databases.folder, 'media'),
        LOG_LEVEL: 'warn',
      },
    })
    await new Promise((resolve) => child.process.once('close', resolve))
    if (child.process.exitCode !== 0 || !existsSync(output))
      throw new Error(`filling failed:\n${child.output()}`)
    const filled = JSON.parse(readFileSync(output, 'utf8')) as Filled
    if (filled.findings)
      throw new Error(
        `ledger:verify finds ${filled.findings} faults in what was filled in:\n${child.output()}`,
      )
    rooms.push({ name: size.name, uri, transfers: size.transfers, filled })
  }
  return rooms
}

async function measureHello(program: string, root: string, seconds: number): Promise<Shot> {
  const port = await freePort()
  const child = startChild(program, { cwd: root, args: [String(port)] })
  const url = `http://127.0.0.1:${port}`
  try {
    await answers(child, url)
    const usage = () => child.ask<{ cpuMs: number; rssMb: number }>('usage')
    return await shoot({ url, seconds, usage, asking: () => ({ path: '/', headers: {} }) })
  } finally {
    await child.stop()
  }
}

async function transferOverHttp(server: Served, filled: Filled, quick: boolean): Promise<Shot> {
  try {
    return await measureTransfer(server, filled, quick ? 1 : 4)
  } finally {
    await server.stop()
  }
}

function report(root: string, results: Results): void {
  const { settings, at } = results
  const folder = join(root, 'bench-results')
  mkdirSync(folder, { recursive: true })
  const name = `${at.replace(/[:.]/g, '-')}-${settings.database}-${settings.transfers}.json`
  writeFileSync(join(folder, name), `${JSON.stringify(results, null, 2)}\n`)
  printTable(results)
  console.log(`\nbench-results/${name}`)
}

function writePage(root: string, found: readonly Results[]): void {
  mkdirSync(join(root, 'docs/generated'), { recursive: true })
  writeFileSync(join(root, 'docs/generated/bench.md'), pageOf(found))
  console.log('docs/generated/bench.md')
}

function commitOf(root: string): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
