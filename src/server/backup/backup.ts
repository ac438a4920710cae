import { rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { SEALS } from '@/collections/ts/contract'
import { ok, type Result, refuse } from '@/core/result'
import { latestMigration } from '@/src/migrations/latest'
import program from '../../../package.json' with { type: 'json' }
import { FORMAT, FORMAT_VERSION, HEAD, MANIFEST, partName } from './archive/layout'
import type { Manifest } from './archive/manifest'
import { ArchiveWriter } from './archive/write'
import {
  type Destination,
  type DestinationReason,
  destination,
  publish,
  rotate,
  workFolder,
} from './destination'
import { checkFolders, filesOf } from './media'
import { MediaSaver } from './mediaSaver'
import type { Failpoint, Told } from './progress'
import { LEFT_OUT, type Row, type Section, sectionsOf } from './sections'
import { isTooOld, type Snapshot, type SnapshotReason, takeSnapshot } from './snapshot'

const zip = promisify(gzip)

/** Rows are gathered to about this much before they are packed, in characters: the memory a backup takes. */
const PART = 4_000_000
export type BackupOptions = {
  readonly database: string
  readonly mediaDir: string
  /** A folder, or a file that ends in `.tar`. */
  readonly to: string
  /** How many backups of ours stay in the folder. */
  readonly keep?: number
  readonly told?: Told
  readonly at?: Failpoint
}
export type BackupReport = {
  readonly file: string
  readonly bytes: number
  readonly sum: string
  readonly manifest: Manifest
  readonly rotated: readonly string[]
}
export type BackupReason = DestinationReason | SnapshotReason | 'database.snapshot-too-old'

/**
 * Saves rows and uploads into one file, beside a running program. What stands under the file's name is whole: it is
 * written elsewhere and renamed at the end.
 */
export async function backup(options: BackupOptions): Promise<Result<BackupReport, BackupReason>> {
  const { at = () => undefined, keep, to } = options
  const chosen = destination(to, new Date(), keep)
  if (!chosen.ok) return chosen
  const work = await workFolder(chosen.value.folder)
  try {
    const made = await write(options, work, at)
    if (!made.ok) return made
    await at('rename')
    await publish(path.join(work, 'file.tar'), chosen.value)
    await at('published')
    return ok({ ...made.value, file: chosen.value.file, rotated: await rotated(chosen.value, keep) })
  } catch (error) {
    if (isTooOld(error)) return refuse('database.snapshot-too-old')
    throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const rotated = ({ folder, named }: Destination, keep: number | undefined) =>
  named && keep !== undefined ? rotate(folder, keep) : []

type Made = Omit<BackupReport, 'file' | 'rotated'>

/** Files that have settled, the instant, the other files, then the rows, which take longest. */
async function write(
  { database, mediaDir, told = () => undefined }: BackupOptions,
  work: string,
  at: Failpoint,
): Promise<Result<Made, BackupReason>> {
  const archive = await ArchiveWriter.create(path.join(work, 'file.tar'), new Date())
  const media = new MediaSaver(archive, mediaDir, told)
  let snapshot: Snapshot | undefined
  try {
    await archive.add(HEAD, json({ format: FORMAT, version: FORMAT_VERSION }))
    await media.saveSettled()
    await at('settled')
    told({ step: 'snapshot' })
    const taken = await takeSnapshot(database, work, () => media.hold())
    if (!taken.ok) {
      await archive.abandon()
      return taken
    }
    snapshot = taken.value
    checkFolders(snapshot.payload, mediaDir)
    await at('snapshot')
    await media.saveHeld()
    await at('held')

    const manifest: Manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      program: program.version,
      at: snapshot.at.toISOString(),
      database: snapshot.kind,
      schema: latestMigration,
      rows: {},
      leftOut: Object.keys(LEFT_OUT),
      media: { files: media.saved.size, bytes: media.bytes },
      missing: [],
      seal: null,
    }
    for (const section of sectionsOf(snapshot.payload)) {
      manifest.rows[section.name] = await saveRows(archive, snapshot, section, told, (row) => {
        manifest.missing.push(...filesOf(section, row, mediaDir).filter((name) => !media.saved.has(name)))
        if (section.name === SEALS) manifest.seal = later(manifest.seal, row)
      })
      await at(section.name)
    }
    await archive.add(MANIFEST, json(manifest))
    const sum = await archive.finish()
    await at('written')
    return ok({ bytes: archive.bytes, sum, manifest })
  } catch (error) {
    await archive.abandon()
    throw error
  } finally {
    await media.abandon()
    await snapshot?.close()
  }
}

const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

function later(known: Manifest['seal'], row: Row): Manifest['seal'] {
  const seal = { seq: Number(row.seq), hash: String(row.hash) }
  return known && known.seq > seal.seq ? known : seal
}

/** Writes the rows of a section, in parts; returns how many there are. */
async function saveRows(
  archive: ArchiveWriter,
  source: Snapshot,
  section: Section,
  told: Told,
  seen: (row: Row) => void,
): Promise<number> {
  let count = 0
  let part = 0
  let lines = ''
  const pack = async () => {
    part += 1
    await archive.add(partName(section.name, part), await zip(lines))
    lines = ''
  }
  for await (const rows of source.pages(section)) {
    for (const row of rows) {
      seen(row)
      lines += `${JSON.stringify(row)}\n`
      count += 1
    }
    if (lines.length >= PART) await pack()
    told({ step: 'rows', section: section.name, rows: count, bytes: archive.bytes })
  }
  if (lines !== '') await pack()
  return count
}
