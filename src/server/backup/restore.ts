import path from 'node:path'
import type { Payload } from 'payload'
import { ok, type Result, refuse } from '@/core/result'
import { releaseDeliveries } from '@/hooks/runtime/deliveryRows'
import { latestMigration } from '@/src/migrations/latest'
import { sqlitePath } from '../database'
import { copyFile } from '../migrate'
import { isNewer } from '../schemaVersion'
import { type Checked, checkFile, type FileReason } from './archive/check'
import { MEDIA, sectionOf } from './archive/layout'
import type { Manifest } from './archive/manifest'
import { entriesOf, rowsOf } from './archive/read'
import { type Audit, audit } from './audit'
import { type Comparison, compare } from './compare'
import { storeFile } from './media'
import type { Failpoint, Told } from './progress'
import { sectionsOf } from './sections'
import { danglingReferences, emptyDatabase, firstFull, prepareToPour } from './target/empty'
import { mark, restoreUnderWay, unmark } from './target/marker'
import { openTarget, type Target, type TargetReason } from './target/open'
import { insertRows } from './target/writer'

export type RestoreOptions = {
  readonly file: string
  readonly database: string
  readonly mediaDir: string
  /** Empties a database that is not empty; a SQLite file is copied before. */
  readonly replace?: boolean
  readonly told?: Told
  readonly at?: Failpoint
}
export type RestoreReport = {
  readonly manifest: Manifest
  /** Where the SQLite file that was replaced is kept. */
  readonly copy: string | undefined
  readonly comparison: Comparison
  /** Undefined where the rows are not those of the file: there is nothing to audit. */
  readonly audit: Audit | undefined
  /** References that lead nowhere. */
  readonly dangling: number
}
export type RestoreReason =
  | FileReason
  | TargetReason
  | 'database.incomplete'
  | 'schema.newer'
  | 'schema.older'
  | 'sections.unknown'

/**
 * Puts a backup into a database and a folder, then reads all of it back. From before the first change until the rows
 * are known to be those of the file a mark stands in the database, and no program starts on it.
 */
export async function restore(options: RestoreOptions): Promise<Result<RestoreReport, RestoreReason>> {
  const { file, database, told = () => undefined } = options
  told({ step: 'checking' })
  const checked = await checkFile(file)
  if (!checked.ok) return checked
  const fits = schemaFits(checked.value.manifest)
  if (!fits.ok) return fits
  const target = await openTarget(database, options.replace ?? false)
  if (!target.ok) return target
  try {
    return await fill(target.value, checked.value, options)
  } finally {
    await target.value.close()
  }
}

async function fill(
  { payload, copy: copied }: Target,
  { manifest }: Checked,
  { file, database, mediaDir, replace = false, told = () => undefined, at = () => undefined }: RestoreOptions,
): Promise<Result<RestoreReport, RestoreReason>> {
  await at('taken')
  const known = new Set(sectionsOf(payload).map((s) => s.name))
  const unknown = Object.keys(manifest.rows).filter((name) => !known.has(name))
  if (unknown.length > 0) return refuse('sections.unknown', { names: unknown.join(', ') })
  const cut = await restoreUnderWay(payload)
  const full = await firstFull(payload)
  if (!replace && cut !== undefined) return refuse('database.incomplete', { file: cut })
  if (!replace && full !== undefined) return refuse('database.full', { section: full })

  // What a restore that was cut left behind is worth no copy: the one made before it stands.
  const worthCopying = full !== undefined && cut === undefined && database.startsWith('file:')
  const copy = copied ?? (worthCopying ? await copyFile(sqlitePath(database), new Date()) : undefined)
  await mark(payload, path.basename(file), new Date())
  await at('marked')
  told({ step: 'emptying' })
  await prepareToPour(payload)
  await emptyDatabase(payload)
  await at('emptied')
  await pour(payload, file, mediaDir, told, at)
  const dangling = await danglingReferences(payload)
  await at('verify')

  told({ step: 'comparing' })
  const comparison = await compare(payload, file, manifest)
  if (comparison.differences.length > 0) return ok({ manifest, copy, comparison, audit: undefined, dangling })
  told({ step: 'auditing' })
  const found = await audit(payload, manifest)
  await at('verified')
  // Whoever was delivering at the instant of the backup does it no more.
  await releaseDeliveries(payload, new Date())
  await unmark(payload)
  return ok({ manifest, copy, comparison, audit: found, dangling })
}

/** Rows and files, in the order of the file. */
async function pour(
  payload: Payload,
  file: string,
  mediaDir: string,
  told: Told,
  at: Failpoint,
): Promise<void> {
  const sections = new Map(sectionsOf(payload).map((s) => [s.name, s]))
  const written = new Map<string, number>()
  const media = { files: 0, bytes: 0 }
  for await (const entry of entriesOf(file)) {
    if (entry.name.startsWith(MEDIA)) {
      await storeFile(mediaDir, entry.name.slice(MEDIA.length), entry)
      media.files += 1
      media.bytes += entry.size
      told({ step: 'media', ...media })
      await at('media')
    }
    const section = sections.get(sectionOf(entry.name) ?? '')
    if (!section) continue
    const rows = await rowsOf(entry)
    await insertRows(payload, section, rows)
    const count = (written.get(section.name) ?? 0) + rows.length
    written.set(section.name, count)
    told({ step: 'rows', section: section.name, rows: count })
    await at(section.name)
  }
}

/** Rows go back into the schema they come from: what an update does to older rows would not be done to these. */
function schemaFits({ program, schema }: Manifest): Result<true, 'schema.newer' | 'schema.older'> {
  if (schema === latestMigration) return ok(true)
  return refuse(isNewer(schema) ? 'schema.newer' : 'schema.older', { program })
}
