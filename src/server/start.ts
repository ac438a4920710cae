import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPayload, type Payload } from 'payload'
import { pino } from 'pino'
import { systemClock } from '@/core/clock'
import { type App, setApp } from '@/hooks'
import { createApp, watchRevisions } from '@/hooks/runtime/index'
import { modules } from '@/src/modules'
import type { Config } from './config'
import { createServer } from './createServer'
import { drained, trackConnections } from './drain'
import { copyBeforeMigrating, migrate } from './migrate'
import { guardSqlite } from './sqliteGuard'

export type Running = { app: App; payload: Payload; url: string; stop: () => Promise<void> }

/** What a person who starts the program should read instead of a stack. */
export class StartRefused extends Error {}

/**
 * Starts the whole program: guard, copy, migrate, loops, doors. `say` tells each step as it begins.
 * @throws StartRefused with a sentence when it cannot run here.
 */
export async function start(config: Config, root: string, say: (line: string) => void): Promise<Running> {
  const log = pino({ level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
  const release = await openDatabase(config, say)
  process.env.DATABASE_URI = config.database.uri
  process.env.PAYLOAD_SECRET = config.secret
  process.env.MEDIA_DIR = config.mediaDir
  const { default: configPromise } = await import('@payload-config')
  const payloadConfig = await configPromise
  const payload = await getPayload({ config: payloadConfig })
  await migrate(payload, (line) => log.debug({ line }, 'migration'))
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
  })
  setApp(app)
  let draining = false
  const server = createServer({ app, config, payloadConfig, log, root, draining: () => draining })
  watchRevisions(app, (topic) => server.cache.drop(topic))
  app.start()

  const http = createHttpServer(server.express)
  const connections = trackConnections(http)
  await new Promise<void>((resolve, reject) => {
    http.once('error', (err: NodeJS.ErrnoException) =>
      reject(err.code === 'EADDRINUSE' ? new StartRefused(portTaken(config.port)) : err),
    )
    http.listen(config.port, config.host, resolve)
  })
  const { port } = http.address() as AddressInfo

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      draining = true
      await drained(http, connections)
      await server.closeAdmin()
      await app.stop()
      await payload.destroy()
      release()
    })()
    return stopping
  }
  return { app, payload, url: config.publicUrl.replace(/:0$/, `:${port}`), stop }
}

async function openDatabase(config: Config, say: (line: string) => void): Promise<() => void> {
  if (config.database.kind === 'mongodb') return () => undefined
  const { file } = config.database
  const release = await guardSqlite(file)
  if (!release)
    throw new StartRefused(`${file} : un autre Compagnon s’en sert déjà / another Compagnon is using it.`)
  const copy = await copyBeforeMigrating(file, new Date())
  if (copy) say(`Copie avant migration / copy before migrating: ${copy}`)
  return release
}

const portTaken = (port: number) =>
  `PORT=${port} : ce port est déjà pris / this port is taken. PORT=… npm start`
