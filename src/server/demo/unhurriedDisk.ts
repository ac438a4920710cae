import type { App } from '@/hooks'

type SqlClient = { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> }

/**
 * Does some work during which SQLite does not wait for the disk at each of its thousands of writes (NORMAL instead
 * of FULL). A power cut may then lose the last of them, never spoil the file; nobody was told that they stand, and
 * a demo that was cut is begun again. Other databases just do the work.
 */
export async function withUnhurriedDisk(app: App, work: () => Promise<void>): Promise<void> {
  const { client } = app.payload.db as unknown as { client?: SqlClient }
  if (app.payload.db.name === 'mongoose' || !client) return work()
  const { rows } = await client.execute('PRAGMA synchronous')
  const usual = Number(rows[0]?.synchronous ?? 2)
  await client.execute('PRAGMA synchronous = NORMAL')
  try {
    await work()
  } finally {
    await client.execute(`PRAGMA synchronous = ${usual}`)
  }
}
