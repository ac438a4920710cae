import { type App, compareAndSet, insertOnce } from '@/hooks'

/** One row says that the demo was begun, and whether it was finished. */
const MARK = 'demo'

/** Notes that demo data are being loaded; false when they were begun before. */
export async function beginDemo(app: App): Promise<boolean> {
  const row = { tokenHash: MARK, purpose: MARK, expiresAt: app.clock.now().toISOString() }
  return (await insertOnce(app, 'one-time-links', row)) !== null
}

export const endDemo = (app: App): Promise<boolean> =>
  compareAndSet(
    app,
    'one-time-links',
    { tokenHash: { equals: MARK } },
    { usedAt: app.clock.now().toISOString() },
  )

/** Was the loading of demo data cut? What stands in the database is then half a story. */
export async function demoWasCut(app: App): Promise<boolean> {
  const row = await app.payload.db.findOne<{ id: string; usedAt?: string | null }>({
    collection: 'one-time-links',
    where: { tokenHash: { equals: MARK } },
  })
  return row !== null && !row?.usedAt
}
