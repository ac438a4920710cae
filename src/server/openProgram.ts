import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { type Logger, pino } from 'pino'
import { systemClock } from '@/core/clock'
import { setApp } from '@/hooks'
import { createApp, type RunningApp } from '@/hooks/runtime/index'
import { modules } from '@/src/modules'
import { missingUniqueIndexes } from './checkIndexes'
import type { Config } from './config'
import { copyBeforeMigrating, migrate } from './migrate'
import { guardSqlite } from './sqliteGuard'

export type Program = {
  app: RunningApp
  payload: Payload
  payloadConfig: SanitizedConfig
  log: Logger
  /** Lets go of the database. */
  close: () => Promise<void>
}

/** What a person who starts the program should read instead of a stack. */
export class StartRefused extends Error {}

export type OpenOptions = {
  /** Told each step as it begins. */
  say?: (line: string) => void
  /** Only reads: beside a running program, and without migrating. */
  readOnly?: boolean
  /** How to let go of a SQLite file that the caller has guarded already. */
  guarded?: () => void
}

/**
 * The program without its doors and loops: the database guarded, copied where it is about to be migrated, and
 * migrated. Throws StartRefused with a sentence when it cannot run here.
 */
export async function openProgram(
  config: Config,
  { say = () => undefined, readOnly = false, guarded }: OpenOptions = {},
): Promise<Program> {
  const log = pino({ level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
  const release = readOnly ? () => undefined : (guarded ?? (await takeDatabase(config, say)))
  process.env.DATABASE_URI = config.database.uri
  process.env.PAYLOAD_SECRET = config.secret
  process.env.MEDIA_DIR = config.mediaDir
  const { default: configPromise } = await import('@payload-config')
  const payloadConfig = await configPromise
  const payload = await getPayload({ config: payloadConfig })
  if (!readOnly) await migrate(payload, (line) => log.debug({ line }, 'migration'))
  const missing = await missingUniqueIndexes(payload)
  if (missing.length > 0) {
    throw new StartRefused(
      `Index uniques absents / unique indexes missing:\n${missing.map((m) => `  · ${m}`).join('\n')}`,
    )
  }
  const app = createApp({
    payload,
    clock: systemClock,
    log,
    modules,
    settings: {
      publicUrl: config.publicUrl,
      timeZone: config.timeZone,
      mailConfigured: config.smtpUrl !== undefined,
    },
    // A SQLITE_BUSY that surfaces means that later writes may be lost (stack.md): only a restart is safe.
    onFatal: (err) => {
      log.fatal({ err }, 'the database cannot be trusted any longer: stopping')
      process.exit(70)
    },
  })
  setApp(app)
  const close = async () => {
    await payload.destroy()
    release()
  }
  return { app, payload, payloadConfig, log, close }
}

async function takeDatabase(config: Config, say: (line: string) => void): Promise<() => void> {
  if (config.database.kind === 'mongodb') return () => undefined
  const { file } = config.database
  const release = await guardSqlite(file)
  if (!release)
    throw new StartRefused(`${file} : un autre Compagnon s’en sert déjà / another Compagnon is using it.`)
  const copy = await copyBeforeMigrating(file, new Date())
  if (copy) say(`Copie avant migration / copy before migrating: ${copy}`)
  return release
}
