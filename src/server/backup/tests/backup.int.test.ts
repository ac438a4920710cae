import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectorOf } from '@/collections/ts/service/ledgerOf'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { HOUR, systemClock } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { insertOnce } from '@/hooks'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { createApp } from '@/hooks/runtime/createApp'
import { auditSeats } from '@/plugins/capped-membership/service'
import { modules } from '@/src/modules'
import { freshDatabase, testDatabase } from '@/tests/support/app'
import { FORMAT, HEAD, MANIFEST } from '../archive/layout'
import type { Manifest } from '../archive/manifest'
import { ArchiveWriter } from '../archive/write'
import { backup } from '../backup'
import { compare } from '../compare'
import { openDatabase } from '../openDatabase'
import { restore } from '../restore'
import { holderAtWork, restoreUnderWay } from '../target/marker'
import { openTarget } from '../target/open'
import { everything, filesIn, rowsIn } from './look'
import { log, openWorld, type World } from './world'
import { Writers } from './writers'

let world: World
/** Made while others wrote. */
let busy: { file: string; manifest: Manifest }
/** Made when nobody did. */
let quiet: { file: string; manifest: Manifest }
const folder = mkdtempSync(join(tmpdir(), 'compagnon-backup-'))
const databases: { drop(): void }[] = []
let n = 0
const fresh = (name: string) => join(folder, `${n++}-${name}`)
const freshUri = () => {
  const database = freshDatabase()
  databases.push(database)
  return database.uri
}
const otherUri = () => (testDatabase === 'mongodb' ? `file:${fresh('other.sqlite')}` : freshUri())

beforeAll(async () => {
  world = await openWorld()
  const writers = new Writers(world)
  await writers.more(5)
  const at = async (point: string) => {
    // Sections that lie between the two of a pair: much is written while they are read.
    if (['snapshot', 'seats', 'ts-notes', 'media'].includes(point)) await writers.more(8)
    if (point === 'snapshot') while (writers.paid < 2) await writers.more(1)
  }
  const common = { database: world.uri, mediaDir: world.media }
  busy = unwrap(await backup({ ...common, to: fresh('busy.tar'), at }))
  await writers.stop()
  await world.app.drain()
  await projectorOf(world.app).flush()
  quiet = unwrap(await backup({ ...common, to: fresh('quiet.tar') }))
})
afterAll(async () => {
  await world?.close()
  for (const database of databases) database.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup made while others write', () => {
  it('is of one instant', async () => {
    const links = (await rowsIn(busy.file, 'one-time-links')).filter((row) => row.purpose === 'pair')
    const notes = (await rowsIn(busy.file, 'ts-notes')).filter((row) => String(row.key).startsWith('pair:'))
    expect(links.length).toBeGreaterThan(4)
    expect([0, 1]).toContain(links.length - notes.length)
    expect(links.length).toBeLessThan((await rowsIn(quiet.file, 'one-time-links')).length - 20)
  })

  it('has the file of every row', async () => {
    expect(busy.manifest.missing).toEqual([])
    expect(busy.manifest.media.files).toBeGreaterThan(6)
  })

  it('is whole once restored: sums to zero, each payment with its seat or on its way', async () => {
    const uri = freshUri()
    const media = fresh('media')
    const done = unwrap(await restore({ file: busy.file, database: uri, mediaDir: media }))
    expect(done.comparison).toEqual({ rows: sum(busy.manifest), differences: [] })
    expect(done.audit?.findings).toEqual([])
    expect(done.dangling).toBe(0)

    // What was on its way arrives once the program runs again.
    const { payload, close } = await openDatabase(uri)
    const app = createApp({ payload, clock: systemClock, log, modules, settings: world.app.settings })
    await app.drain()
    for (const job of ['payments.settle', 'ts.repair-projection', 'ts.seal']) await app.runJob(job)
    await app.drain()
    const head = busy.manifest.seal
    expect(head).not.toBeNull()
    const ledger = await verifyLedger(app, head ? { head } : {})
    expect(ledger.findings.filter((f) => !f.pending)).toEqual([])
    expect(await auditSeats(app)).toEqual([])
    expect((await payload.db.count({ collection: 'sign-ins', where: {} })).totalDocs).toBe(0)
    await close()
  })
})

describe('what is restored', () => {
  it('is delivered at once where somebody was delivering it', async () => {
    const soon = new Date(Date.now() + HOUR).toISOString()
    const { db } = world.app.payload
    const row = { key: 'cut', event: 'cut', name: 'cut', listener: 'cut', state: 'running', attempts: 1 }
    const cut = { collection: DELIVERIES as never, where: { key: { equals: 'cut' } } }
    await insertOnce(world.app, DELIVERIES, { ...row, nextAt: soon, lockedUntil: soon })
    const made = unwrap(await backup({ database: world.uri, mediaDir: world.media, to: fresh('cut.tar') }))
    await db.deleteOne(cut)

    const uri = freshUri()
    const done = unwrap(await restore({ file: made.file, database: uri, mediaDir: fresh('media') }))
    expect(done.comparison.differences).toEqual([])
    const { payload, close } = await openDatabase(uri)
    const { docs } = await payload.db.find<{ nextAt: string }>(cut)
    expect(docs).toMatchObject([{ ...row, state: 'pending', lockedUntil: null }])
    expect(Date.parse(docs[0]?.nextAt ?? '')).toBeLessThanOrEqual(Date.now())
    await close()
  })

  it('is the same on the same kind of database: rows, versions, globals, files', async () => {
    const uri = freshUri()
    const mediaDir = fresh('media')
    const done = unwrap(await restore({ file: quiet.file, database: uri, mediaDir }))
    expect(done.audit).toMatchObject({ findings: [], waiting: 0 })
    const { payload, close } = await openDatabase(uri)
    expect(await everything(payload)).toEqual(await everything(world.app.payload))
    await close()
    expect(filesIn(mediaDir)).toEqual(filesIn(world.media))
  })

  // There and back again: once, from MongoDB.
  const thereAndBack = testDatabase === 'mongodb' ? it : () => undefined
  thereAndBack('is the same on the other one, and on the way back', async () => {
    const sqlite = otherUri()
    const mediaDir = fresh('media')
    expect(unwrap(await restore({ file: quiet.file, database: sqlite, mediaDir })).audit?.findings).toEqual(
      [],
    )
    const there = await openDatabase(sqlite)
    const original = await everything(world.app.payload)
    expect(await everything(there.payload)).toEqual(original)
    await there.close()
    const upload = world.app.payload.collections.media.config.upload
    upload.staticDir = mediaDir
    const again = unwrap(await backup({ database: sqlite, mediaDir, to: fresh('sqlite.tar') }))
    upload.staticDir = world.media
    expect(again.manifest).toMatchObject({
      database: 'sqlite',
      rows: quiet.manifest.rows,
      seal: quiet.manifest.seal,
    })
    const mongo = freshUri()
    unwrap(await restore({ file: again.file, database: mongo, mediaDir: fresh('media') }))
    const back = await openDatabase(mongo)
    expect(await everything(back.payload)).toEqual(original)
    await back.close()
  })

  it('is held against the file: one field, one row too many, one too few are told', async () => {
    const uri = freshUri()
    unwrap(await restore({ file: quiet.file, database: uri, mediaDir: fresh('media') }))
    const { payload, close } = unwrap(await openTarget(uri, false))
    const look = async () =>
      (await compare(payload, quiet.file, quiet.manifest)).differences.map((d) => d.what)
    expect(await look()).toEqual([])
    await payload.db.updateOne({ collection: 'seats', where: { number: { equals: 12 } }, data: { rev: 77 } })
    expect(await look()).toEqual(['other'])
    await payload.db.deleteOne({ collection: 'profiles', where: { person: { equals: world.people[0] } } })
    expect(await look()).toEqual(['missing', 'other', 'count'])
    await payload.db.create({
      collection: 'loges',
      data: {
        id: newId(),
        slug: 'x',
        name: 'X',
        territory: 'X',
        presentation: 'X',
        wantedSkills: 'X',
        state: 'forming',
      } as never,
    })
    expect(await look()).toEqual(['missing', 'other', 'count', 'surplus', 'count'])
    await close()
  })
})

describe('ended half-way', () => {
  class Ended extends Error {}
  const end = (where: string) => (point: string) => {
    if (point === where) throw new Ended(point)
  }

  it.each(['snapshot', 'seats', 'ts-transfers', 'global.capped-membership-settings', 'rename'])(
    'a backup at %s leaves no file',
    async (where) => {
      const to = fresh('cut')
      mkdirSync(to)
      const cut = backup({ database: world.uri, mediaDir: world.media, to, at: end(where) })
      await expect(cut).rejects.toThrow(Ended)
      expect(readdirSync(to)).toEqual([])
    },
  )

  it('a restore leaves a database that says so, until one comes to its end', async () => {
    const uri = freshUri()
    const common = { file: quiet.file, database: uri, mediaDir: fresh('media') }
    const marked = async () => {
      const { payload, close } = await openDatabase(uri)
      const file = await restoreUnderWay(payload)
      await close()
      return file
    }
    await expect(restore({ ...common, at: end('marked') })).rejects.toThrow(Ended)
    expect(await marked()).toContain('quiet.tar')
    expect(await restore(common)).toMatchObject({ reason: 'database.incomplete' })
    for (const point of ['media', 'members', 'ts-transfers', 'pages.versions', 'verify']) {
      await expect(restore({ ...common, replace: true, at: end(point) })).rejects.toThrow(Ended)
      expect(await marked()).toContain('quiet.tar')
    }
    const done = unwrap(await restore({ ...common, replace: true }))
    expect(done).toMatchObject({ copy: undefined, comparison: { differences: [] }, audit: { findings: [] } })
    expect(await marked()).toBeUndefined()
  })
})

describe('a restore refuses', () => {
  it('a database that is not empty, unless told to replace it; a file is copied before', async () => {
    const uri = freshUri()
    const common = { file: quiet.file, database: uri, mediaDir: fresh('media') }
    const { payload, close } = unwrap(await openTarget(uri, false))
    await insertOnce({ payload, clock: systemClock } as never, 'one-time-links', {
      tokenHash: 'old',
      purpose: 'old',
      expiresAt: '2030-01-01T00:00:00.000Z',
    })
    await close()
    expect(await restore(common)).toMatchObject({
      reason: 'database.full',
      detail: { section: 'one-time-links' },
    })
    const done = unwrap(await restore({ ...common, replace: true }))
    expect(done.comparison.differences).toEqual([])
    expect(done.copy !== undefined).toBe(testDatabase === 'sqlite')
    if (!done.copy) return
    expect(existsSync(done.copy)).toBe(true)
    const old = await openDatabase(`file:${done.copy}`)
    expect((await old.payload.db.find({ collection: 'one-time-links', where: {} })).docs).toMatchObject([
      { tokenHash: 'old' },
    ])
    await old.close()
  })

  it('a database that a program uses', async () => {
    const uri = freshUri()
    const { payload, close } = unwrap(await openTarget(uri, false))
    if (testDatabase === 'mongodb') {
      const until = new Date(Date.now() + 60_000).toISOString()
      await insertOnce({ payload, clock: systemClock } as never, 'leases', {
        key: 'runner',
        holder: 'h:1',
        until,
        rev: 1,
      })
      expect(await holderAtWork(payload, new Date())).toBe('h:1')
    }
    const refused = await restore({
      file: quiet.file,
      database: uri,
      mediaDir: fresh('media'),
      replace: true,
    })
    expect(refused).toMatchObject({ reason: 'database.busy' })
    await close()
  })

  it('a damaged file before it touches anything', async () => {
    const file = fresh('not.tar')
    writeFileSync(file, 'x'.repeat(5_000))
    const sqlite = fresh('untouched.sqlite')
    const mediaDir = fresh('untouched')
    expect(await restore({ file, database: `file:${sqlite}`, mediaDir })).toMatchObject({ ok: false })
    expect([sqlite, mediaDir, `${sqlite}.lock`].map((path) => existsSync(path))).toEqual([
      false,
      false,
      false,
    ])
  })

  it.each([
    ['schema.older', { schema: '20200101_000000_initial' }],
    ['schema.newer', { schema: '29990101_000000_later' }],
    ['sections.unknown', { rows: { 'a-plugin-that-went': 3 } }],
  ])('what it cannot put back: %s', async (reason, other) => {
    const file = fresh('other.tar')
    const archive = await ArchiveWriter.create(file, new Date())
    await archive.add(HEAD, Buffer.from(JSON.stringify({ format: FORMAT, version: 1 })))
    await archive.add(MANIFEST, Buffer.from(JSON.stringify({ ...quiet.manifest, ...other })))
    await archive.finish()
    expect(await restore({ file, database: freshUri(), mediaDir: fresh('media') })).toMatchObject({ reason })
  })
})

it('a folder keeps its latest backups', async () => {
  const to = fresh('kept')
  mkdirSync(to)
  for (const day of ['01', '02']) writeFileSync(join(to, `compagnon-2026-01-${day}T00-00-00Z.tar`), '')
  const made = unwrap(await backup({ database: world.uri, mediaDir: world.media, to, keep: 2 }))
  expect(made.rotated).toEqual(['compagnon-2026-01-01T00-00-00Z.tar'])
  expect(readdirSync(to)).toHaveLength(2)
})

it('there is nothing to save where there is no database', async () => {
  if (testDatabase === 'mongodb') return
  const nowhere = { database: `file:${fresh('nowhere.sqlite')}`, mediaDir: world.media, to: fresh('a.tar') }
  expect(await backup(nowhere)).toMatchObject({ reason: 'database.absent' })
})

const sum = ({ rows }: Manifest) => Object.values(rows).reduce((all, count) => all + count, 0)
