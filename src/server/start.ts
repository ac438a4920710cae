import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMailer, setMailer } from '@/collections/mail/service/mailer'
import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime/index'
import type { Config } from './config'
import { createServer } from './createServer'
import { drained, trackConnections } from './drain'
import { openProgram, type Program, StartRefused } from './openProgram'

export type Running = Program & { url: string; stop: () => Promise<void> }

/** Starts the whole program: database, loops, doors. Throws StartRefused when it cannot run here. */
export async function start(
  config: Config,
  root: string,
  say: (line: string) => void,
  /** Run once the database is open, before any loop or door. */
  prepare: (app: App) => Promise<void> = async () => undefined,
): Promise<Running> {
  const program = await openProgram(config, { say })
  const { app, log, payloadConfig } = program
  await prepare(app)
  let draining = false
  const server = createServer({ app, config, payloadConfig, log, root, draining: () => draining })
  watchRevisions(app, (topic) => server.cache.drop(topic))
  const mailer = config.smtpUrl ? createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom }) : undefined
  setMailer(mailer)
  await app.start()

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
      setMailer(undefined)
      mailer?.close()
      await program.close()
    })()
    return stopping
  }
  return { ...program, url: config.publicUrl.replace(/:0$/, `:${port}`), stop }
}

const portTaken = (port: number) =>
  `PORT=${port} : ce port est déjà pris / this port is taken. PORT=… npm start`
