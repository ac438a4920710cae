import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

/*
 * Whether what was built is what the sources say. A hash of their contents, not their dates: a clone, a
 * checkout to and fro or a touched file must not cost a build, and an old file put back must.
 */

/** Everything a build reads. */
const SOURCES = [
  'src',
  'hooks',
  'collections',
  'plugins',
  'bin/build.mjs',
  'bin/lib',
  'payload.config.ts',
  'next.config.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const isTest = (name) => /\.test\.(ts|tsx|mjs)$/.test(name) || name === 'tests' || name === 'README.md'

/** The files under the given paths, tests left out, sorted. */
export function listSources(folder = root, paths = SOURCES) {
  const walk = (relative) => {
    const absolute = path.join(folder, relative)
    if (!existsSync(absolute) || isTest(path.basename(relative))) return []
    return readEntries(absolute)?.flatMap((name) => walk(`${relative}/${name}`)) ?? [relative]
  }
  return paths.flatMap(walk).sort()
}

/** The names in a folder; undefined for a file. */
function readEntries(absolute) {
  try {
    return readdirSync(absolute)
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** One hash of the names and contents of files. */
export function hashFiles(folder, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex')
    hash.update(`${file}\0${content}\n`)
  }
  return hash.digest('hex')
}

/**
 * Where the hash of the sources is noted: for server, commands and client assets in dist; for Payload's
 * admin beside what Next made, so that removing either asks for it again.
 */
export const MARKS = { app: 'dist/.build-hash', admin: '.next/.compagnon-hash' }

/** What has to be built: nothing, the program, the admin, or both. */
export function staleParts(folder = root, hash = hashFiles(folder, listSources(folder))) {
  const parts = Object.entries(MARKS).filter(([, mark]) => {
    const file = path.join(folder, mark)
    return !existsSync(file) || readFileSync(file, 'utf8').split('\n')[0] !== hash
  })
  return parts.map(([part]) => part)
}
