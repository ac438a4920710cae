import { createMailer, setMailer } from '@/collections/mail/service/mailer'
import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime/index'
import type { Config } from './config'
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
  door.open(server.express)

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      draining = true
      await door.close()
      await server.closeAdmin()
      await app.stop()
      setMailer(undefined)
      mailer?.close()
      await program.close()
    })()
    return stopping
  }
  return { ...program, url: config.publicUrl.replace(/:0$/, `:${door.port}`), stop }
}
