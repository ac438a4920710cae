import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import type { Logger } from 'pino'
import { systemClock } from '@/core/clock'
import { keepSecret, learnSecrets, setApp } from '@/hooks'
import { createApp, type RunningApp } from '@/hooks/runtime/index'
import { modules } from '@/src/modules'
import { restoreUnderWay } from './backup/target/marker'
import { texts as restoreTexts } from './backup/texts'
import { missingUniqueIndexes } from './checkIndexes'
import type { Config } from './config'
import { createLog } from './log'
import { copyFile, migrate, schemaOfFile } from './migrate'
import { isNewer, newerDatabase, noteSchema, schemaOfMongo } from './schemaVersion'
import { guardSqlite } from './sqliteGuard'
import type { Step } from './startingPage'
import { FileTaken, StartRefused } from './startRefused'
import { unusable, usableFile, writableFolder } from './unusable'

export type Program = {
  app: RunningApp
  payload: Payload
  payloadConfig: SanitizedConfig
  log: Logger
  /** Lets go of the database. */
  close: () => Promise<void>
}

export type OpenOptions = {
  /** Told each step as it begins. */
  say?: (line: string) => void
  /** Told what is under way, where that may take a while. */
  during?: (step: Step) => void
  /** Only reads: beside a running program, and without migrating. */
  readOnly?: boolean
  /** How to let go of a SQLite file that the caller has guarded already. */
  guarded?: () => void
  /** Where the log goes, when not to the standard output. */
  log?: Logger
}

/**
 * The program without its doors and loops: the database guarded, copied where it is about to be migrated, and
 * migrated. Throws StartRefused with a sentence when it cannot run here.
 */
export async function openProgram(config: Config, options: OpenOptions = {}): Promise<Program> {
  const { say = () => undefined, during = () => undefined, readOnly = false, guarded } = options
  const log = options.log ?? createLog(config.logLevel)
  if (!readOnly) writableFolder(config.mediaDir)
  const release = readOnly ? () => undefined : (guarded ?? (await takeDatabase(config, say, during)))
  // A schema is pushed by tests alone: what was pushed cannot be migrated any more.
  process.env.COMPAGNON_PUSH = ''
  process.env.DATABASE_URI = config.database.uri
  process.env.PAYLOAD_SECRET = config.secret
  process.env.MEDIA_DIR = config.mediaDir
  // Loading and SQLite keep the process to themselves; in between, who asks at the door is answered.
  await breath()
  const { default: configPromise } = await import('@payload-config')
  await breath()
  const payloadConfig = await configPromise
  const payload = await getPayload({ config: payloadConfig }).catch((error) => {
    throw new StartRefused(noDatabase(error))
  })
  await breath()
  if (!readOnly && config.database.kind === 'mongodb') await takeMongo(payload)
  if (!readOnly)
    await migrate(payload, (line) => log.debug({ line }, 'migration')).catch((error) => {
      throw new StartRefused(notMigrated(error))
    })
  const cut = await restoreUnderWay(payload)
  if (cut !== undefined)
    throw new StartRefused([restoreTexts('fr').cut(cut), restoreTexts('en').cut(cut)].join('\n'))
  keepSecret(payload.secret)
  await learnSecrets(payload)
  const missing = readOnly ? [] : await missingUniqueIndexes(payload)
  if (missing.length > 0) throw new StartRefused(withoutIndexes(missing))
  const app = createApp({
    payload,
    clock: systemClock,
    log,
    modules,
    settings: {
      publicUrl: config.publicUrl,
      timeZone: config.timeZone,
      mailConfigured: config.smtpUrl !== undefined,
      stripe: config.stripe,
      mailFrom: config.mailFrom,
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

const notMigrated = (error: unknown) =>
  `La base n’a pas pu être mise au schéma de ce programme. / The database could not be brought to this program's schema.
  ${String(error instanceof Error ? error.message : error)}`

const withoutIndexes = (missing: readonly string[]) =>
  `Des index uniques manquent ; sans eux des doublons passeraient. Restaurez une sauvegarde de la base.
Unique indexes are missing; without them duplicates would pass. Restore a backup of the database.
${missing.map((name) => `  · ${name}`).join('\n')}`

/** Connecting failed: the server is not there, or MongoDB cannot make a unique index since duplicates stand. */
const noDatabase = (error: unknown) =>
  `La base de données ne s’ouvre pas. / The database does not open.
  ${String(error instanceof Error ? error.message : error).replace(/(Error: )?cannot connect to MongoDB[:.] (Details: )?/g, '')}`

async function takeMongo(payload: Payload): Promise<void> {
  const found = await schemaOfMongo(payload)
  if (found !== undefined && isNewer(found)) {
    await payload.destroy()
    throw new StartRefused(newerDatabase([found]))
  }
  await noteSchema(payload, new Date())
}

async function look(file: string): ReturnType<typeof schemaOfFile> {
  usableFile(file)
  return schemaOfFile(file)
}

/** Long enough for a few turns of the event loop: a connection is taken, read and answered. */
const breath = () => sleep(5)

async function takeDatabase(
  config: Config,
  say: (line: string) => void,
  during: (step: Step) => void,
): Promise<() => void> {
  if (config.database.kind === 'mongodb') return () => undefined
  const { file } = config.database
  const release = await guardSqlite(file).catch((error) => {
    throw new StartRefused(unusable(file, error))
  })
  if (!release)
    throw new FileTaken(`${file} : un autre Compagnon s’en sert déjà / another Compagnon is using it.`)
  const { state, unknown } = await look(file).catch((error) => {
    release()
    throw new StartRefused(unusable(file, error))
  })
  if (state === 'newer') {
    release()
    throw new StartRefused(`${file}\n${newerDatabase(unknown)}`)
  }
  if (state === 'pushed') {
    release()
    throw new StartRefused(
      `${file} : ce fichier a été fait par des tests (COMPAGNON_PUSH) et ne se met pas à jour ; prenez-en un autre.\n${file}: this file was made by tests (COMPAGNON_PUSH) and cannot be migrated; use another one.`,
    )
  }
  if (state === 'empty') during('installing')
  if (state === 'behind') {
    during('migrating')
    say(`Copie avant migration / copy before migrating: ${await copyFile(file, new Date())}`)
  }
  return release
}
