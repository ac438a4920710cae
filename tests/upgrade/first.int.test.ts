import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { latestMigration } from '@/src/migrations/latest'
import { migrations } from '@/src/migrations/sqlite/index'
import { bootApp, freshDatabase, testDatabase } from '../support/app'
import { type Bundle, bundleProgram } from '../support/bundle'
import { runProgram } from '../support/commands'
import { makeRows } from './makeRows'
import { type RawRows, readMongo, readSqlite, writeMongo, writeSqlite } from './rawRows'

const FIXTURE = path.resolve('tests/upgrade/fixtures', `first.${testDatabase}.json`)
const [read, write] = testDatabase === 'sqlite' ? [readSqlite, writeSqlite] : [readMongo, writeMongo]
const LONG = 240_000

if (process.env.UPDATE_UPGRADE_FIXTURES) {
  it('writes the rows anew', async () => {
    const { app } = await bootApp()
    await makeRows(app)
    const rows = await read(process.env.DATABASE_URI ?? '')
    writeFileSync(FIXTURE, `${JSON.stringify(rows, null, 1)}\n`)
  })
} else {
  describe('a database of the first version', () => {
    let cli: Bundle
    const database = freshDatabase()
    const rows = JSON.parse(readFileSync(FIXTURE, 'utf8')) as RawRows
    const command = (...args: string[]) => runProgram(cli.file, args, { DATABASE_URI: database.uri })

    beforeAll(async () => {
      cli = await bundleProgram('src/server/cli.ts')
      await write(database.uri, rows)
    })
    afterAll(() => {
      cli.remove()
      database.drop()
    })

    it(
      'is opened by the program of today, and its ledger verifies',
      async () => {
        const verified = await command('ledger:verify')
        expect(verified, verified.err + verified.out).toMatchObject({ exit: 0 })
        expect(verified.out).toContain(`${(rows['ts-transfers'] ?? rows.ts_transfers ?? []).length} rows`)
        // Where there was something to migrate, it was copied first.
        if (testDatabase === 'sqlite' && migrations.length > 1) expect(verified.err).toContain('copy')
      },
      LONG,
    )

    it(
      'keeps every row of it, as it was',
      async () => {
        const after = await read(database.uri)
        for (const [table, list] of Object.entries(rows)) {
          const now = new Map((after[table] ?? []).map((row) => [row.id ?? row._id, row]))
          for (const row of list) expect(now.get(row.id ?? row._id), table).toMatchObject(row)
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
          expect((await readMongo(database.uri))['schema-version']).toMatchObject([
            { latest: latestMigration },
          ])
        }
        const doctor = await command('doctor', '--json')
        const { findings } = JSON.parse(doctor.out) as { findings: { state: string }[] }
        expect(findings.filter((f) => f.state === 'fail')).toEqual([])
      },
      LONG,
    )

    it(
      'its people are there, and what was not told to anybody will be',
      async () => {
        const ada = JSON.parse((await command('member:export', 'ada@example.org')).out)
        expect(ada).toMatchObject({
          members: { profile: { name: 'Ada' }, standings: [{ standing: 'active' }] },
          ts: { balance: expect.any(Number), statement: { received: expect.any(Number) } },
        })
        const pending = Object.values(rows)
          .flat()
          .filter((row) => row.factsPending === 1 || row.facts_pending === 1)
        expect(pending.length).toBeGreaterThan(0)
      },
      LONG,
    )
  })
}
