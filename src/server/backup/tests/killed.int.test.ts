import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SEALS, TRANSFERS } from '@/collections/ts/contract'
import { projectorOf } from '@/collections/ts/service/ledgerOf'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { unwrap } from '@/core/result'
import { auditSeats } from '@/plugins/capped-membership/service'
import { freshDatabase, testDatabase } from '@/tests/support/app'
import { readMongo, readSqlite } from '@/tests/upgrade/rawRows'
import { checkFile } from '../archive/check'
import type { Manifest } from '../archive/manifest'
import { backup } from '../backup'
import { plainFields } from '../flat'
import { openDatabase } from '../openDatabase'
import { BACKUP_POINTS, RESTORE_POINTS } from '../progress'
import { restore } from '../restore'
import { type Section, sectionsOf } from '../sections'
import { MARK, restoreUnderWay } from '../target/marker'
import { childProcesses } from './killed'
import { everything, filesIn } from './look'
import { stoppedAt } from './stopped'
import { openWorld, type World } from './world'
import { Writers } from './writers'

/*
 * Killed (-9) at each named failpoint, in a process of its own each time, while others write. Of the sections, which are
 * points too, one of each way in which rows are written (`wayOf`): many at a time, and row by row by Payload's adapter,
 * which knows rows, versions and settings. At all the other sections it is stopped within this process, where it stands.
 */
const SECTIONS = ['ts-transfers', 'posts', 'posts.versions', 'global.capped-membership-settings']

let world: World
let children: Awaited<ReturnType<typeof childProcesses>>
/** Of a world in which nobody writes any more. */
let quiet: { file: string; manifest: Manifest }
const folder = mkdtempSync(join(tmpdir(), 'compagnon-killed-'))
const databases: { drop(): void }[] = []
const place = (name: string) => join(folder, name)
const sameKind = () => {
  const database = freshDatabase()
  databases.push(database)
  return database.uri
}
const killed = { signal: 'SIGKILL' }

beforeAll(async () => {
  ;[world, children] = await Promise.all([openWorld(), childProcesses()])
})
afterAll(async () => {
  await world?.close()
  children?.remove()
  for (const database of databases) database.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('all points there are, are named, and each way of writing rows is among those killed', async () => {
  const seen = new Set<string>()
  const at = (point: string) => void seen.add(point)
  const { file, manifest } = unwrap(
    await backup({ database: world.uri, mediaDir: world.media, to: place('all.tar'), at }),
  )
  expect([...seen].sort()).toEqual([...BACKUP_POINTS, ...Object.keys(manifest.rows)].sort())
  seen.clear()
  unwrap(await restore({ file, database: sameKind(), mediaDir: place('all'), at }))
  const full = Object.keys(manifest.rows).filter((name) => (manifest.rows[name] ?? 0) > 0)
  expect([...seen].sort()).toEqual([...new Set([...RESTORE_POINTS, ...full])].sort())
  expect(full).toEqual(expect.arrayContaining(SECTIONS))
  const { payload } = world.app
  const ways = new Map(sectionsOf(payload).map((section) => [section.name, wayOf(payload, section)]))
  const waysOf = (names: string[]) => [...new Set(names.map((name) => ways.get(name)))].sort()
  expect(waysOf(SECTIONS)).toEqual(waysOf(full))
})

it('a backup under load, killed at each point: nothing half made has its name, nothing is lost', {
  timeout: 400_000,
}, async () => {
  const to = place('killed')
  mkdirSync(to)
  const writers = new Writers(world)
  const env = { DATABASE_URI: world.uri, MEDIA_DIR: world.media }
  const whole = () => readdirSync(to).filter((name) => !name.startsWith('.'))
  for (const point of [...BACKUP_POINTS, 'ts-transfers']) {
    const before = writers.pairs
    expect(await children.run(['backup', to, point], env), point).toMatchObject(killed)
    expect(writers.pairs, `written before ${point}`).toBeGreaterThan(before)
    expect(whole(), point).toHaveLength(point === 'published' ? 1 : 0)
    for (const name of whole()) {
      expect(await checkFile(join(to, name))).toMatchObject({ ok: true })
      rmSync(join(to, name))
    }
  }
  // The next one sweeps, and is whole while they still write.
  const made = unwrap(await backup({ database: world.uri, mediaDir: world.media, to }))
  expect(readdirSync(to)).toHaveLength(1)
  const restored = unwrap(await restore({ file: made.file, database: sameKind(), mediaDir: place('busy') }))
  expect(restored).toMatchObject({ comparison: { differences: [] }, audit: { findings: [] } })
  await writers.stop()

  await world.app.drain()
  for (const job of ['payments.settle', 'ts.repair-projection', 'ts.seal']) await world.app.runJob(job)
  await world.app.drain()
  await projectorOf(world.app).flush()
  expect((await verifyLedger(world.app)).findings).toEqual([])
  expect(await auditSeats(world.app)).toEqual([])
  quiet = unwrap(await backup({ database: world.uri, mediaDir: world.media, to: place('quiet.tar') }))
})

it('a backup stopped at the end of any section: nothing has its name', { timeout: 200_000 }, async () => {
  const to = place('stopped')
  mkdirSync(to)
  const options = { database: world.uri, mediaDir: world.media, to }
  for (const section of Object.keys(quiet.manifest.rows))
    await stoppedAt(
      section,
      (at) => backup({ ...options, at }),
      async () => {
        const left = readdirSync(to)
        expect([section, left.length, left.filter((name) => !name.startsWith('.'))]).toEqual([section, 1, []])
      },
    )
})

it('a restore stopped at the end of any section: never taken for whole, and the next one is', {
  timeout: 400_000,
}, async () => {
  const options = { file: quiet.file, database: sameKind(), mediaDir: place('media-stopped'), replace: true }
  const full = Object.entries(quiet.manifest.rows).filter(([, count]) => count > 0)
  for (const [section, count] of full)
    await stoppedAt(
      section,
      (at) => restore({ ...options, at }),
      async () => {
        const rows = await rawRows(options.database)
        const table = section.replaceAll('-', '_')
        // What was poured before stands, and the mark with it.
        if (rows[table]) expect([section, rows[table].length]).toEqual([section, count])
        const marks = (rows.leases ?? []).filter((row) => row.key === MARK)
        expect([section, marks.map((row) => row.holder)]).toEqual([section, ['quiet.tar']])
      },
    )
  const refused = await restore({ ...options, replace: false })
  expect(refused).toMatchObject({ reason: 'database.incomplete' })
  const done = unwrap(await restore(options))
  expect(done).toMatchObject({ comparison: { differences: [] }, audit: { findings: [], waiting: 0 } })
  expect(await markOf(options.database)).toBeUndefined()
})

/** A backup to restore, where to, and where that is killed. */
type Target = { file: string; database: string; mediaDir: string; points: readonly string[] }

it('a restore to the same kind of database, killed at each point: never taken for whole, and the next one is', {
  timeout: 400_000,
}, async () => {
  const points = [...RESTORE_POINTS, ...SECTIONS]
  await killedAndDone({ file: quiet.file, database: sameKind(), mediaDir: place('media-same'), points })
})

// Both kinds are at hand where MongoDB is; there too, but not at every point again.
if (testDatabase === 'mongodb')
  it('so is one to SQLite from MongoDB, and one back to MongoDB from what was restored', {
    timeout: 400_000,
  }, async () => {
    const [database, mediaDir] = [`file:${place('other.sqlite')}`, place('media-other')]
    const points = ['emptied', ...SECTIONS, 'verify']
    await killedAndDone({ file: quiet.file, database, mediaDir, points })
    const { file, manifest } = unwrap(
      await backup({ database, mediaDir: world.media, to: place('sqlite.tar') }),
    )
    expect(manifest.database).toBe('sqlite')
    const back = { file, database: sameKind(), mediaDir: place('media-back') }
    await killedAndDone({ ...back, points: ['ts-transfers', 'posts.versions'] })
  })

async function killedAndDone({ file, database, mediaDir, points }: Target): Promise<void> {
  const env = { DATABASE_URI: database, MEDIA_DIR: mediaDir }
  for (const point of points) {
    expect(await children.run(['restore', file, point], env), point).toMatchObject(killed)
    // Before the mark nothing is changed yet.
    if (point === 'taken') expect(await markOf(database)).toBeUndefined()
    else expect(await markOf(database), point).toContain(basename(file))
  }
  const { said } = await children.run(['start'], env)
  expect(said).toMatch(/^refused: Une restauration de « .* » a été interrompue/)
  expect(said).toContain(basename(file))
  expect(said).toContain('npm run restore -- FILE --replace')

  const done = unwrap(await restore({ file, database, mediaDir, replace: true }))
  expect(done).toMatchObject({ comparison: { differences: [] }, audit: { findings: [], waiting: 0 } })
  expect(await markOf(database)).toBeUndefined()
  const { payload, close } = await openDatabase(database)
  const all = await everything(payload)
  await close()
  const counts = Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows.length]))
  expect(counts).toEqual(quiet.manifest.rows)
  const original = await everything(world.app.payload)
  for (const section of [TRANSFERS, SEALS, 'seats']) {
    expect(all[section]?.length, section).toBeGreaterThan(1)
    expect(all[section], section).toEqual(original[section])
  }
  expect(all).toEqual(original)
  expect(filesIn(mediaDir)).toEqual(filesIn(world.media))
}

/** How rows of a section are written on restoring (target/writer.ts), which is also how they are read. */
function wayOf(payload: Payload, section: Section): string {
  const many = section.kind === 'rows' && plainFields(payload, section.config) !== null
  return many ? 'many at a time' : `one by one: ${section.kind}`
}

const rawRows = testDatabase === 'sqlite' ? readSqlite : readMongo

async function markOf(database: string): Promise<string | undefined> {
  const { payload, close } = await openDatabase(database)
  const file = await restoreUnderWay(payload)
  await close()
  return file
}
