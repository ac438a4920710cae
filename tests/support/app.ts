import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '@/core/clock'
import { newId } from '@/core/ids'
import { type App, setApp } from '@/hooks'

export type TestDatabase = 'sqlite' | 'mongodb'
export const testDatabase: TestDatabase = process.env.TEST_DATABASE === 'mongodb' ? 'mongodb' : 'sqlite'

/** The address of an empty database of its own, and how to leave nothing behind. */
export function freshDatabase(): { uri: string; drop: () => void } {
  if (testDatabase === 'mongodb') {
    const server = process.env.TEST_MONGODB_URI
    if (!server) throw new Error('TEST_MONGODB_URI is not set: run this through npm test')
    const url = new URL(server)
    url.pathname = `/t${newId().replaceAll('-', '').slice(0, 24)}`
    return { uri: url.toString(), drop: () => undefined }
  }
  const folder = mkdtempSync(join(tmpdir(), 'compagnon-test-'))
  return {
    uri: `file:${join(folder, 'test.sqlite')}`,
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type TestApp = { app: App; stop: () => Promise<void> }

let booted: Promise<TestApp> | undefined

/**
 * The whole program but its web server, on an empty database of TEST_DATABASE, booted once a worker
 * (a boot costs seconds): tests make people and seasons of their own and look only at those.
 * Background loops do not run: call `drain(app)` where deliveries matter.
 */
export function bootApp(): Promise<TestApp> {
  booted ??= boot(systemClock)
  return booted
}

async function boot(clock: Clock): Promise<TestApp> {
  const database = freshDatabase()
  process.env.DATABASE_URI = database.uri
  process.env.PAYLOAD_SECRET ??= 'a secret for tests only, long enough to pass'
  process.env.COMPAGNON_PUSH = '1'
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const [{ getPayload }, { default: config }, { createApp }, { modules }] = await Promise.all([
    import('payload'),
    import('@payload-config'),
    import('@/hooks/runtime/createApp'),
    import('@/src/modules'),
  ])
  const payload = await getPayload({ config, disableOnInit: false })
  const quiet = () => undefined
  const app = createApp({
    payload,
    clock,
    modules,
    log: { debug: quiet, info: quiet, warn: quiet, error: process.env.DEBUG ? console.error : quiet },
    settings: {
      publicUrl: 'http://127.0.0.1:3000',
      timeZone: 'Europe/Paris',
      mailConfigured: false,
      mailFrom: 'Compagnon <bureau@test.example>',
    },
  })
  setApp(app)
  return {
    app,
    stop: async () => {
      await payload.destroy()
      database.drop()
    },
  }
}
