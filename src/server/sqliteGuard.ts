import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createClient } from '@libsql/client'

/**
 * One process a SQLite file: an exclusive lock on a file beside it, held by the operating system for as long as we
 * live, so that neither a crash nor kill -9 leaves it behind. Returns how to let go, or null when another holds it.
 */
export async function guardSqlite(path: string): Promise<(() => void) | null> {
  mkdirSync(dirname(path), { recursive: true })
  const client = createClient({ url: `file:${path}.lock` })
  try {
    await client.execute('PRAGMA locking_mode = EXCLUSIVE')
    await client.execute('CREATE TABLE IF NOT EXISTS holder (pid INTEGER)')
    await client.execute('DELETE FROM holder')
    await client.execute({ sql: 'INSERT INTO holder VALUES (?)', args: [process.pid] })
    return () => {
      // Closing lets go of the lock only once the connection is collected; a read in normal mode does at once.
      void client
        .executeMultiple('PRAGMA locking_mode = NORMAL; SELECT pid FROM holder')
        .catch(() => undefined)
        .finally(() => client.close())
    }
  } catch (error) {
    client.close()
    if (
      error instanceof Error &&
      /SQLITE_BUSY|locked/i.test(`${(error as { code?: string }).code} ${error.message}`)
    )
      return null
    throw error
  }
}
