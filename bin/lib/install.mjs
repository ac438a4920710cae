import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { capture } from './run.mjs'
import { done, Plain, progress } from './say.mjs'

/** Installs the locked packages when they are missing, or are not those of package-lock.json. */
export async function install(folder = root) {
  const lockFile = path.join(folder, 'package-lock.json')
  const mark = path.join(folder, 'node_modules', '.compagnon-lock')
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (read(mark) === hash) return

  // Whoever ran `npm install` by hand has the right packages without our mark.
  const hidden = read(path.join(folder, 'node_modules', '.package-lock.json'))
  if (!hidden || !holds(JSON.parse(hidden), JSON.parse(readFileSync(lockFile, 'utf8')))) await npmCi(folder)
  writeFileSync(mark, hash)
}

/** Whether what npm says it installed is what the lock file asks for (optional packages may be missing). */
export function holds(installed, lock) {
  return Object.entries(lock.packages).every(
    ([name, { version, optional }]) =>
      name === '' || optional || installed.packages?.[name]?.version === version,
  )
}

async function npmCi(folder) {
  const since = Date.now()
  progress(
    '… Installation des paquets (npm ci), une à trois minutes',
    '… Installing packages (npm ci), one to three minutes',
  )
  // Even where NODE_ENV is production the tools that build are needed.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const { code, output } =
    npm && existsSync(npm)
      ? await capture(node, [npm, ...args], { cwd: folder })
      : await capture('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  if (code !== 0) {
    throw new Plain(
      'Les paquets n’ont pas pu être installés (npm ci, ci-dessus). Vérifier le réseau, puis recommencer.',
      'The packages could not be installed (npm ci, above). Check the network, then try again.',
      output,
    )
  }
  done(since, 'Paquets installés', 'Packages installed')
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
