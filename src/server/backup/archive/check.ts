import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { ok, type Result, refuse } from '@/core/result'
import { FORMAT, FORMAT_VERSION, HEAD, MANIFEST, SUM, SUM_BYTES } from './layout'
import { headSchema, type Manifest, manifestSchema } from './manifest'
import { contentOf, entriesOf } from './read'
import { sumEntry } from './sumEntry'

export type FileReason =
  | 'file.absent'
  /** Not a backup of ours. */
  | 'file.foreign'
  /** Of a layout that this program does not know. */
  | 'file.version'
  /** Its end is missing: it was cut short, or never finished. */
  | 'file.cut'
  /** Its bytes are not those that were written. */
  | 'file.damaged'

export type Checked = { readonly manifest: Manifest; readonly sum: string; readonly bytes: number }

/** Reads a backup through and says whether it is whole; nothing is written anywhere. */
export async function checkFile(path: string): Promise<Result<Checked, FileReason>> {
  const size = await sizeOf(path)
  if (size === null) return refuse('file.absent', { file: path })
  const version = await versionOf(path)
  if (version === null) return refuse('file.foreign', { file: path })
  if (version !== FORMAT_VERSION)
    return refuse('file.version', { file: path, version, known: FORMAT_VERSION })
  const said = await sumSaid(path, size)
  if (said === null) return refuse('file.cut', { file: path })
  const sum = await sumOf(path, size - SUM_BYTES)
  if (!(await sumEntry(sum)).equals(said)) return refuse('file.damaged', { file: path })
  const manifest = await manifestOf(path)
  return manifest ? ok({ manifest, sum, bytes: size }) : refuse('file.damaged', { file: path })
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return await reading(path, async (file) => {
      const stat = await file.stat()
      return stat.isFile() ? stat.size : null
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
    throw error
  }
}

/** What the first entry says of the layout; null when this is nothing of ours. */
async function versionOf(path: string): Promise<number | null> {
  try {
    for await (const entry of entriesOf(path)) {
      if (entry.name !== HEAD || entry.size > 4_096) return null
      const head = headSchema.safeParse(JSON.parse((await contentOf(entry)).toString('utf8')))
      return head.success ? head.data.version : null
    }
  } catch {
    // No tar, or cut in its first block, or no JSON in it: in each case none of ours.
  }
  return null
}

/** The last entry, which states the sum; null when the file does not end with one. */
async function sumSaid(path: string, size: number): Promise<Buffer | null> {
  if (size < SUM_BYTES || size % 512 !== 0) return null
  const end = Buffer.alloc(SUM_BYTES)
  await reading(path, (file) => file.read(end, 0, SUM_BYTES, size - SUM_BYTES))
  // A name that is almost this one was damaged; rows, files and zeros are not: there the end is missing.
  const name = Buffer.from(`${SUM}\0`)
  const alike = name.filter((byte, i) => byte === end[i]).length
  return alike >= name.length - 1 ? end : null
}

async function sumOf(path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256')
  if (bytes === 0) return hash.digest('hex')
  const source = createReadStream(path, { end: bytes - 1, highWaterMark: 1 << 20 })
  for await (const chunk of source) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function manifestOf(path: string): Promise<Manifest | null> {
  let found: Manifest | null = null
  for await (const entry of entriesOf(path)) {
    if (entry.name !== MANIFEST) continue
    const read = manifestSchema.safeParse(JSON.parse((await contentOf(entry)).toString('utf8')))
    found = read.success && read.data.format === FORMAT ? read.data : null
  }
  return found
}

async function reading<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}
