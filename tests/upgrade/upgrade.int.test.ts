import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import program from '@/package.json' with { type: 'json' }
import { latestMigration } from '@/src/migrations/latest'
import { migrations } from '@/src/migrations/sqlite/index'
import { bootApp, freshDatabase, testDatabase } from '../support/app'
import { type Bundle, bundleProgram } from '../support/bundle'
import { runProgram } from '../support/commands'
import { readFixture, schemaNow, versionsIn, writeFixture } from './fixtures'
import { leftEmpty, makeRows } from './makeRows'
import { type RawRows, readMongo, readSqlite, writeMongo, writeSqlite } from './rawRows'
import { passwordOf } from './rows/people'
import { openServer } from './server'

const [read, write] = testDatabase === 'sqlite' ? [readSqlite, writeSqlite] : [readMongo, writeMongo]
const LONG = 240_000
const OFFICE = [
  '/bureau',
  '/bureau/personnes',
  '/bureau/candidatures',
  '/bureau/paiements',
  '/bureau/extensions',
]

if (process.env.UPDATE_UPGRADE_FIXTURES) {
  it('writes the rows of this version', async () => {
    const { app } = await bootApp()
    await makeRows(app)
    expect(await leftEmpty(app)).toEqual([])
    const rows = await read(process.env.DATABASE_URI ?? '')
    writeFixture({ version: process.env.UPGRADE_VERSION ?? program.version, schema: schemaNow(), rows })
  }, 120_000)
}

it('there are rows of each version released, on both databases', () => {
  expect(released).toEqual(expect.arrayContaining(['0.1.0', '0.2.0']))
  expect(versionsIn('sqlite')).toEqual(versionsIn('mongodb'))
  expect(versionsIn()).toEqual(expect.arrayContaining(released))
})

/** The versions released: those that the changelog does not call unreleased. */
const released = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\S+)(.*)$/gm)]
  .filter(([, , said]) => said !== ' (unreleased)')
  .map(([, version]) => version)

/** A program on a database of its own, so that it finds nobody else's rows. */
it('rows are made of every collection and setting there is', { timeout: LONG }, async () => {
  const database = freshDatabase()
  const maker = await bundleProgram('tests/upgrade/maker.ts')
  try {
    const made = await runProgram(maker.file, [], { DATABASE_URI: database.uri })
    expect(made, made.err).toMatchObject({ exit: 0 })
    expect(JSON.parse(made.out.trim().split('\n').at(-1) ?? '')).toEqual([])
  } finally {
    maker.remove()
    database.drop()
  }
})

let cli: Bundle
beforeAll(async () => {
  cli = await bundleProgram('src/server/cli.ts')
})
afterAll(() => cli.remove())

describe.each(versionsIn())('a database of %s', (version) => {
  const database = freshDatabase()
  const { rows, schema } = readFixture(version)
  const command = (...args: string[]) => runProgram(cli.file, args, { DATABASE_URI: database.uri })
  const has = (collection: string) => (rows[collection] ?? rows[collection.replaceAll('-', '_')] ?? []).length

  beforeAll(() => write(database.uri, schema, rows))
  afterAll(() => database.drop())

  it(
    'is opened by the program of today, and its ledger verifies',
    async () => {
      const verified = await command('ledger:verify')
      expect(verified, verified.err + verified.out).toMatchObject({ exit: 0 })
      expect(verified.out).toContain(`${has('ts-transfers')} rows`)
      // Where there was something to migrate, it was copied first.
      if (testDatabase === 'sqlite' && migrations.length > schema.length)
        expect(verified.err).toContain('copy')
    },
    LONG,
  )

  it(
    'keeps every row of it, as it was',
    async () => {
      const after = await read(database.uri)
      for (const [table, list] of Object.entries(rows)) {
        const now = new Map((after[table] ?? []).map((row) => [idOf(row), row]))
        for (const row of list) expect(now.get(idOf(row)), table).toMatchObject(row)
      }
    },
    LONG,
  )

  it(
    'has the schema of today, noted',
    async () => {
      if (testDatabase === 'sqlite') {
        const client = createClient({ url: database.uri })
        const { rows: done } = await client.execute('SELECT name FROM payload_migrations ORDER BY name')
        client.close()
        expect(done.map((row) => row.name)).toEqual(migrations.map((m) => m.name).sort())
      } else {
        expect((await readMongo(database.uri))['schema-version']).toMatchObject([{ latest: latestMigration }])
      }
      const doctor = await command('doctor', '--json')
      const { findings } = JSON.parse(doctor.out) as { findings: { state: string }[] }
      expect(findings.filter((f) => f.state === 'fail')).toEqual([])
    },
    LONG,
  )

  it(
    'its people are there, and what was not told to anybody is told once a server runs',
    async () => {
      const ada = JSON.parse((await command('member:export', 'ada@example.org')).out)
      expect(ada).toMatchObject({
        members: { profile: { name: 'Ada' }, standings: [{ standing: 'active' }] },
        ts: { balance: expect.any(Number), statement: { received: expect.any(Number) } },
      })
      expect(untold(rows)).toBeGreaterThan(0)
      const server = await openServer(database.uri)
      try {
        // Pages that are theirs whatever has become of their membership, however many years later this is run.
        const ask = async (email: string, password: string, pages: string[]) => {
          const browser = await server.signIn(email, password)
          for (const page of pages) expect([page, (await browser(page)).status]).toEqual([page, 200])
        }
        await ask('ada@example.org', passwordOf('Ada'), ['/moi/compte'])
        if (has('seasons') > 0) await ask('regis@example.org', passwordOf('Régis'), OFFICE)
        await expect.poll(async () => untold(await read(database.uri)), { timeout: 30_000 }).toBe(0)
      } finally {
        await server.stop()
      }
      for (const audit of ['ledger:verify', 'seats:audit', 'receipts:audit']) {
        const found = await command(audit)
        expect(found, `${audit}: ${found.err}${found.out}`).toMatchObject({ exit: 0 })
      }
    },
    LONG,
  )
})

/** Tables of settings and versions are numbered; those of values in another language by their parent. */
const idOf = (row: Record<string, unknown>): string => JSON.stringify(row.id ?? row._id)

const untold = (rows: RawRows): number =>
  Object.values(rows)
    .flat()
    .filter((row) => row.factsPending === 1 || row.facts_pending === 1).length
