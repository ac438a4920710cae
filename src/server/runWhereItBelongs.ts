import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND } from '@/core/clock'
import { EXIT } from './commands/exits'
import { commandsOf, createRunner, type Output, unknown } from './commands/run'
import type { Config } from './config'
import { ask } from './control/ask'
import type { Asked } from './control/protocol'
import { createLog } from './log'
import { FileTaken } from './startRefused'

/** A server that is starting or stopping holds its file without listening: so long it is waited for. */
const PATIENCE_MS = 15 * SECOND

/**
 * Runs a command in the program that holds the SQLite file, where there is one; else in a program opened for it, which
 * is always so on MongoDB, where any number of processes may work. Answers the exit code.
 */
export async function runWhereItBelongs(config: Config, asked: Asked, say: Output): Promise<number> {
  const { database } = config
  if (database.kind === 'mongodb') return runHere(config, asked, say)
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask(database.file, asked, say)
    if (answer.kind === 'done') return answer.exit
    if (answer.kind === 'forbidden') {
      say.err(
        asked.lang === 'en'
          ? 'The program runs as another user of this machine: run the command as that one (sudo -u …).'
          : 'Le programme tourne sous un autre utilisateur de cette machine : lancez la commande sous son nom (sudo -u …).',
      )
      return EXIT.forbidden
    }
    if (answer.kind === 'cut') {
      say.err(
        asked.lang === 'en'
          ? 'The program ended before the command did. Ask again.'
          : 'Le programme s’est arrêté avant la fin de la commande. Redemandez.',
      )
      return EXIT.unavailable
    }
    try {
      return await runHere(config, asked, say)
    } catch (error) {
      if (!(error instanceof FileTaken)) throw error
      if (performance.now() > until) {
        say.err(error.message)
        return EXIT.unavailable
      }
      await sleep(SECOND / 2)
    }
  }
}

/** The program without its doors and loops, for one command; what it decided is told when a server next runs. */
async function runHere(config: Config, asked: Asked, say: Output): Promise<number> {
  const { modules } = await import('@/src/modules')
  if (!commandsOf({ modules }).some((c) => c.name === asked.command)) {
    say.err(unknown(asked.command, asked.lang))
    return EXIT.usage
  }
  // What is printed may be read by a program: the log keeps away from it.
  process.env.LOG_LEVEL = 'error'
  const { openProgram } = await import('./openProgram')
  const log = createLog('warn', { write: (line) => void process.stderr.write(line) })
  const { app, close } = await openProgram(config, { say: say.err, log })
  const { projectorOf } = await import('@/collections/ts/service/ledgerOf')
  await app.plugins.load()
  try {
    return await createRunner(app)(asked, say)
  } finally {
    await projectorOf(app).flush()
    await close()
  }
}
