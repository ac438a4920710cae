import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Bytes of a Unix socket's path: 108 on Linux, 104 elsewhere, one of which ends it. */
const LONGEST = 100

/**
 * Where the program that holds a SQLite file listens to commands: beside the file. A path too long for the system is
 * replaced by a folder of the file's owner in the temporary directory; Windows has named pipes instead.
 */
export function socketPath(file: string, { platform = process.platform, temp = tmpdir() } = {}): string {
  const id = createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 16)
  if (platform === 'win32') return `\\\\.\\pipe\\compagnon-${id}`
  const beside = `${file.replace(/\.sqlite$/, '')}.sock`
  return Buffer.byteLength(beside) <= LONGEST ? beside : path.join(temp, `compagnon-${id}`, 'sock')
}

/** Makes the folder of a socket that could not stand beside its file; throws when somebody else's is there. */
export function makeSocketFolder(socket: string, file: string): void {
  if (path.dirname(socket) === path.dirname(file) || process.platform === 'win32') return
  mkdirSync(path.dirname(socket), { recursive: true, mode: 0o700 })
  const owner = folderOwner(socket)
  if (owner !== process.getuid?.())
    throw new Error(`${path.dirname(socket)} belongs to somebody else (${owner})`)
}

/**
 * The temporary directory is everybody's: a socket there is only listened to if its folder belongs to who owns the
 * data file, or anybody could answer in the program's place.
 */
export function isTrusted(socket: string, file: string): boolean {
  if (path.dirname(socket) === path.dirname(file) || process.platform === 'win32') return true
  try {
    return folderOwner(socket) === lstatSync(file).uid
  } catch {
    // No folder, so nobody listens there.
    return false
  }
}

function folderOwner(socket: string): number {
  const folder = lstatSync(path.dirname(socket))
  if (!folder.isDirectory()) throw new Error(`${path.dirname(socket)} is no folder`)
  return folder.uid
}
