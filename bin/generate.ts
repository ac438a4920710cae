/**
 * Generated files: payload-types.ts, the admin's import map, the SQLite migration of what changed, and the reference of
 * hooks in docs/generated. `--check` fails when one is not fresh, and writes nothing; `--name=…` names the migration.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateImportMap, getPayload, writeMigrationIndex } from 'payload'
import { generateTypes } from 'payload/node'

const check = process.argv.includes('--check')
const name = process.argv.find((a) => a.startsWith('--name='))?.slice('--name='.length) ?? 'changes'
const scratch = mkdtempSync(join(tmpdir(), 'compagnon-generate-'))
process.env.DATABASE_URI = `file:${join(scratch, 'generate.sqlite')}`
process.env.PAYLOAD_SECRET = 'generating files needs no secret, only one that is long enough'
process.env.COMPAGNON_PUSH = ''

const MIGRATIONS = resolve('src/migrations/sqlite')
const LATEST = resolve('src/migrations/latest.ts')
const TYPES = resolve('payload-types.ts')
const REFERENCE = resolve('docs/generated/hooks-reference.md')
const IMPORT_MAP = resolve('src/app/(payload)/admin/importMap.js')
/** What Payload writes into a migration that has nothing to do; asked not to write it, it asks on the terminal instead. */
const NOTHING_TO_MIGRATE = '// Migration code'
const stale: string[] = []

const { default: configPromise } = await import('@payload-config')
const config = await configPromise
const quiet = console.log
console.log = () => undefined

/** Runs what writes a file, and puts the old text back when only checking. */
async function fresh(path: string, write: () => Promise<void>): Promise<void> {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  await write()
  const after = readFileSync(path, 'utf8')
  if (before === after) return
  stale.push(path)
  if (check) writeFileSync(path, before)
}

await fresh(TYPES, () => generateTypes(config, { log: false }))
await fresh(IMPORT_MAP, () => generateImportMap(config, { force: true, log: false }))
const [{ referencePage }, { modules }] = await Promise.all([
  import('./reference/page'),
  import('@/src/modules'),
])
await fresh(REFERENCE, async () => writeFileSync(REFERENCE, referencePage(resolve('.'), modules)))

const payload = await getPayload({ config, disableOnInit: true })
const target = check ? join(scratch, 'migrations') : MIGRATIONS
if (check) cpSync(MIGRATIONS, target, { recursive: true })
const before = new Set(readdirSync(target))
;(payload.db as { migrationDir: string }).migrationDir = target
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
for (const file of readdirSync(target).filter((f) => !before.has(f) && f.endsWith('.ts'))) {
  const path = join(target, file)
  const text = readFileSync(path, 'utf8')
  if (text.includes(NOTHING_TO_MIGRATE)) {
    rmSync(path)
    rmSync(path.replace(/\.ts$/, '.json'))
    continue
  }
  // Types are imported as types here (verbatimModuleSyntax).
  const types = '{ type MigrateDownArgs, type MigrateUpArgs, sql }'
  writeFileSync(path, text.replace('{ MigrateUpArgs, MigrateDownArgs, sql }', types))
}
writeMigrationIndex({ migrationsDir: target })
for (const file of readdirSync(target)) if (!before.has(file)) stale.push(join('src/migrations/sqlite', file))
const last = readdirSync(target)
  .filter((f) => /^\d.*\.ts$/.test(f))
  .sort()
  .at(-1)
await fresh(LATEST, async () => {
  const text = readFileSync(LATEST, 'utf8')
  writeFileSync(LATEST, text.replace(/'.*'/, `'${last?.replace(/\.ts$/, '')}'`))
})
await payload.destroy()
rmSync(scratch, { recursive: true, force: true })

console.log = quiet
for (const path of stale) console.log(`${check ? 'not fresh' : 'written'}: ${path}`)
if (!stale.length) console.log('generated files are fresh')
process.exit(check && stale.length ? 1 : 0)
