import { createMailer, setMailer } from '@/collections/mail/service/mailer'
import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime/index'
import { createRunner } from './commands/run'
import type { Config } from './config'
import { listenForCommands } from './control/listen'
import { createServer } from './createServer'
import type { Door } from './door'
import { openProgram, type Program } from './openProgram'

export type Running = Program & { url: string; stop: () => Promise<void> }

type Options = {
  config: Config
  /** The folder the program is built in. */
  root: string
  /** Ours already; opened once all stands behind it. */
  door: Door
  say?: (line: string) => void
  /** Run once the database is open, before any loop. */
  prepare?: (app: App) => Promise<void>
}

/** Starts the program behind its door: database, loops, pages. Throws StartRefused when it cannot run here. */
export async function start({ config, root, door, say, prepare }: Options): Promise<Running> {
  const program = await openProgram(config, { during: door.during, ...(say ? { say } : {}) })
  const { app, log, payloadConfig } = program
  await prepare?.(app)
  door.during('opening')
  let draining = false
  const server = createServer({ app, config, payloadConfig, log, root, draining: () => draining })
  watchRevisions(app, (topic) => server.cache.drop(topic))
  const mailer = config.smtpUrl ? createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom }) : undefined
  setMailer(mailer)
  await app.start()
  const commands = await listenTo(config, program)
  door.open(server.express)

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      draining = true
      server.closeStreams()
      await door.close()
      await commands?.close()
      await server.closeAdmin()
      await app.stop()
      server.closeMetrics()
      setMailer(undefined)
      mailer?.close()
      await program.close()
    })()
    return stopping
  }
  return { ...program, url: config.publicUrl.replace(/:0$/, `:${door.port}`), stop }
}

/** Commands come by a socket beside the SQLite file, which nobody else may open; on MongoDB they open it themselves. */
async function listenTo({ database }: Config, { app, log }: Program) {
  if (database.kind === 'mongodb') return undefined
  try {
    return await listenForCommands(database.file, createRunner(app), log)
  } catch (err) {
    log.warn({ err }, 'no socket for commands: they have to wait until the program is stopped')
    return undefined
  }
}
