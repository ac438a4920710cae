import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SEALS, TRANSFERS } from '@/collections/ts/contract'
import { projectorOf } from '@/collections/ts/service/ledgerOf'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { unwrap } from '@/core/result'
import { auditSeats } from '@/plugins/capped-membership/service'
import { freshDatabase, testDatabase } from '@/tests/support/app'
import { checkFile } from '../archive/check'
import type { Manifest } from '../archive/manifest'
import { backup } from '../backup'
import { openDatabase } from '../openDatabase'
import { BACKUP_POINTS, RESTORE_POINTS } from '../progress'
import { restore } from '../restore'
import { restoreUnderWay } from '../target/marker'
import { childProcesses } from './killed'
import { everything, filesIn } from './look'
import { openWorld, type World } from './world'
import { Writers } from './writers'

/*
 * Killed (-9) at each named failpoint, in a process of its own each time, while others write. Of the sections, which are
 * points too, one that is written many rows at a time, and one that Payload's adapter writes row by row.
 */
const SECTIONS = ['ts-transfers', 'posts.versions']

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

it('all points there are, are named', async () => {
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

/** Into the other kind of database from MongoDB, where both are at hand: there too, but not at every point again. */
const targets = [
  { name: 'the same kind of database', uri: sameKind, points: [...RESTORE_POINTS, ...SECTIONS] },
  ...(testDatabase === 'mongodb'
    ? [
        {
          name: 'the other kind of database',
          uri: () => `file:${place('other.sqlite')}`,
          points: ['emptied', 'ts-transfers', 'verify'],
        },
      ]
    : []),
]

it.each(targets)(
  'a restore to $name, killed at each point: never taken for whole, and the next one is',
  {
    timeout: 400_000,
  },
  async (target) => {
    const database = target.uri()
    const mediaDir = place(`media-${target.points.length}`)
    const env = { DATABASE_URI: database, MEDIA_DIR: mediaDir }
    for (const point of target.points) {
      expect(await children.run(['restore', quiet.file, point], env), point).toMatchObject(killed)
      // Before the mark nothing is changed yet.
      if (point === 'taken') expect(await markOf(database)).toBeUndefined()
      else expect(await markOf(database), point).toContain('quiet.tar')
    }
    const { said } = await children.run(['start'], env)
    expect(said).toMatch(/^refused: Une restauration de « .*quiet.tar » a été interrompue/)
    expect(said).toContain('npm run restore -- FILE --replace')

    const done = unwrap(await restore({ file: quiet.file, database, mediaDir, replace: true }))
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
  },
)

async function markOf(database: string): Promise<string | undefined> {
  const { payload, close } = await openDatabase(database)
  const file = await restoreUnderWay(payload)
  await close()
  return file
}
