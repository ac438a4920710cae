import { mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { newId } from '@/core/ids'
import type { Entry } from './archive/read'
import type { Row, Section } from './sections'

export type MediaFile = {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly changedAt: number
}

/** The files below a folder, by names with `/`, but hidden ones; what vanishes meanwhile is left out. */
export async function* filesIn(folder: string, below = ''): AsyncGenerator<MediaFile> {
  for (const entry of await list(path.join(folder, below))) {
    if (entry.name.startsWith('.')) continue
    const name = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) yield* filesIn(folder, name)
    if (!entry.isFile()) continue
    const file = path.join(folder, name)
    const found = await orNothing(stat(file))
    if (found) yield { name, path: file, size: found.size, changedAt: found.mtimeMs }
  }
}

async function list(folder: string) {
  return ((await orNothing(readdir(folder, { withFileTypes: true }))) ?? []).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
}

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The files that a row of an upload collection needs, by their names below the folder of uploads.
 * @throws when a collection keeps its files elsewhere: they would not be saved
 */
export function filesOf(section: Section, row: Row, folder: string): string[] {
  if (section.kind !== 'rows' || !section.config.upload) return []
  const below = path.relative(folder, path.resolve(section.config.upload.staticDir ?? section.config.slug))
  if (below.startsWith('..') || path.isAbsolute(below))
    throw new Error(`uploads of ${section.name} are not in MEDIA_DIR`)
  const sizes = Object.values((row.sizes ?? {}) as Record<string, Row | null>)
  return [row, ...sizes]
    .map((part) => part?.filename)
    .filter((name): name is string => typeof name === 'string')
    .map((name) => (below ? `${below.replaceAll(path.sep, '/')}/${name}` : name))
}

/** A name that stays in the folder, on every system. */
const isSafe = (name: string): boolean =>
  name.split('/').every((part) => /^[^\\/:*?"<>|]+$/.test(part) && !part.startsWith('.'))

/** Writes one file into the folder of uploads: whole under its name, or not at all. */
export async function storeFile(folder: string, name: string, { body }: Entry): Promise<void> {
  if (!isSafe(name)) throw new Error(`a file of an unsafe name: ${JSON.stringify(name)}`)
  const target = path.join(folder, name)
  await mkdir(path.dirname(target), { recursive: true })
  const partial = path.join(path.dirname(target), `.${newId()}.partial`)
  const file = await open(partial, 'wx', 0o644)
  try {
    for await (const chunk of body) await file.appendFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, target)
}

/** Whether uploads of every collection lie in this folder is asked before anything is read. */
export function checkFolders(payload: Payload, folder: string): void {
  for (const config of payload.config.collections)
    filesOf({ name: config.slug, kind: 'rows', config }, {}, folder)
}
