import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { ok, type Result, refuse } from '@/core/result'

/** Where backups go unless told otherwise. */
export const DEFAULT_FOLDER = './data/backups'

/** Names that we give: `compagnon-2026-11-22T07-02-22Z.tar`. Only files of such names are ever rotated away. */
const OURS = /^compagnon-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.tar$/
const nameAt = (at: Date): string => `compagnon-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`

/** Names of the folders in which a backup is being made: whose, on which machine. */
const WORK = '.compagnon-backup-'
const workName = `${WORK}${hostname().replaceAll(/[^A-Za-z0-9.-]/g, '_')}-${process.pid}-`
const A_DAY = 86_400_000

export type Destination = {
  /** Where the file will stand once it is whole. */
  readonly file: string
  /** Its folder. */
  readonly folder: string
  /** Ours to rotate: a folder was named, not a file. */
  readonly named: boolean
}
export type DestinationReason = 'to.exists' | 'keep.needs-folder'

/** @param to a folder, or the file itself when it ends in `.tar` */
export function destination(
  to: string,
  at: Date,
  keep: number | undefined,
): Result<Destination, DestinationReason> {
  const named = !to.endsWith('.tar')
  if (!named && keep !== undefined) return refuse('keep.needs-folder')
  const file = path.resolve(named ? path.join(to, nameAt(at)) : to)
  if (existsSync(file)) return refuse('to.exists', { file })
  return ok({ file, folder: path.dirname(file), named })
}

/** A folder beside the file to come, for what is not whole yet; what a process that is gone left there is removed. */
export async function workFolder(folder: string): Promise<string> {
  if (!existsSync(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    if (name.startsWith(WORK) && (await abandoned(path.join(folder, name), name)))
      await rm(path.join(folder, name), { recursive: true, force: true })
  }
  const made = await mkdtemp(path.join(folder, workName))
  await chmod(made, 0o700)
  return made
}

async function abandoned(folder: string, name: string): Promise<boolean> {
  const pid = Number(/-(\d+)-[^-]+$/.exec(name)?.[1])
  if (name.startsWith(workName.slice(0, -`${process.pid}-`.length)) && Number.isInteger(pid))
    return pid !== process.pid && !isAlive(pid)
  // Of another machine: nobody makes a backup for a day.
  return Date.now() - (await stat(folder)).mtimeMs > A_DAY
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Gives a whole file its name, so that it stays there when the power goes. */
export async function publish(from: string, { file, folder }: Destination): Promise<void> {
  await rename(from, file)
  // Windows has no such thing for folders.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Removes the oldest backups of ours in a folder, all but `keep`. Returns their names. */
export async function rotate(folder: string, keep: number): Promise<string[]> {
  const ours = (await readdir(folder)).filter((name) => OURS.test(name)).sort()
  const old = ours.slice(0, Math.max(0, ours.length - keep))
  for (const name of old) await rm(path.join(folder, name), { force: true })
  return old
}
