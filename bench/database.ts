import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findMongod, startMongo } from '../tests/support/mongod'
import type { Settings } from './settings'

export type Databases = {
  /** The address of an empty database of that name. */
  uri(name: string): string
  /** A folder for what the server writes beside it. */
  readonly folder: string
  stop(): Promise<void>
}

/** Databases of our own, removed at the end: SQLite files in a temporary folder, or a mongod as the tests find it. */
export async function openDatabases(
  kind: Settings['database'],
  progress: (line: string) => void,
): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'compagnon-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (kind === 'sqlite')
    return { folder, uri: (name) => `file:${join(folder, `${name}.sqlite`)}`, stop: async () => remove() }
  const found = await findMongod(progress)
  if (!found.ok) {
    remove()
    throw new Error(`NO MONGOD:\n  ${found.reasons.join('\n  ')}`)
  }
  const mongo = await startMongo(found.binary)
  return {
    folder,
    uri: (name) => {
      const url = new URL(mongo.getUri())
      url.pathname = `/${name}`
      return url.toString()
    },
    stop: async () => {
      await mongo.stop()
      remove()
    },
  }
}
