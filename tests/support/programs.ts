import { execFile } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

/* Finding and fetching the programs that tests need and npm does not bring. */

const run = promisify(execFile)

/** Says what is being done: these steps may take minutes. */
export type Log = (line: string) => void

/** Runs a program to its end; the reason, in a line, when it fails or takes too long. */
export async function attempt(
  command: string,
  args: string[],
  { seconds = 120, env = {} }: { seconds?: number; env?: Record<string, string> } = {},
): Promise<{ ok: true; output: string } | { ok: false; reason: string }> {
  try {
    const { stdout } = await run(command, args, {
      timeout: seconds * 1000,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    })
    return { ok: true, output: stdout }
  } catch (error) {
    const { stderr = '', message, killed } = error as Error & { stderr?: string; killed?: boolean }
    const lastWords = stderr.trim().split('\n').at(-1) || message.split('\n')[0] || 'unknown'
    return { ok: false, reason: `${command}: ${killed ? `nothing after ${seconds} s` : lastWords}` }
  }
}

/** The first of these programs that PATH holds. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable)
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // Node tells by exception that a file is missing or may not be run.
    return false
  }
}

/** May we install system packages here: root, on Debian (Ubuntu counts unless told), with apt-get? */
export function canInstallPackages({ alsoUbuntu = true } = {}): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return false
  const release = readFileSync('/etc/os-release', 'utf8')
  return /^ID=debian$/m.test(release) || (alsoUbuntu && /^ID=ubuntu$/m.test(release))
}

/** Installs system packages; true when all of them are there afterwards. */
export async function installPackages(log: Log, ...packages: string[]) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    attempt('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { seconds: 600, env })
  log(`apt-get install ${packages.join(' ')}`)
  const first = await install()
  if (first.ok) return first
  // The lists of packages are often missing, or too old, in a container.
  const update = await attempt('apt-get', ['update'], { seconds: 300, env })
  return update.ok ? install() : first
}
