import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { ok, type Result, refuse } from '@/core/result'
import { FORMAT, FORMAT_VERSION, HEAD, MANIFEST, SUM, SUM_BYTES } from './layout'
import { headSchema, type Manifest, manifestSchema } from './manifest'
import { contentOf, entriesOf } from './read'

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
  if ((await sumOf(path, size - SUM_BYTES)) !== said) return refuse('file.damaged', { file: path })
  const manifest = await manifestOf(path)
  return manifest ? ok({ manifest, sum: said, bytes: size }) : refuse('file.damaged', { file: path })
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

/** The sum that the last entry states; null when the file does not end with it. */
async function sumSaid(path: string, size: number): Promise<string | null> {
  if (size < SUM_BYTES || size % 512 !== 0) return null
  const end = await reading(path, async (file) => {
    const buffer = Buffer.alloc(SUM_BYTES)
    await file.read(buffer, 0, SUM_BYTES, size - SUM_BYTES)
    return buffer
  })
  if (!end.subarray(0, SUM.length + 1).equals(Buffer.from(`${SUM}\0`))) return null
  return /^([0-9a-f]{64})\n\0/.exec(end.subarray(512, 1_024).toString('latin1'))?.[1] ?? null
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
