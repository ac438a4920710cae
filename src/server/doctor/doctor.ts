import { withoutSecrets } from '@/hooks'
import { readArguments } from '../commands/arguments'
import { EXIT } from '../commands/exits'
import type { LocalCommand } from '../commands/localCommand'
import type { Output } from '../commands/run'
import type { Config } from '../config'
import { ask } from '../control/ask'
import { createLog } from '../log'
import { schemaOfFile } from '../migrate'
import { StartRefused } from '../startRefused'
import { exitOf, type Finding, linesOf, type Say, sayIn } from './finding'
import { checkMachine } from './machine'

/** The part of it that asks the database, run by the server where one holds the file. */
const ASK_DATABASE = 'doctor:database'
const OPTIONS = ['--deep', '--json', '--strict']

export const doctor: LocalCommand = {
  name: 'doctor',
  usage: '[--deep] [--strict] [--json]',
  summary: {
    fr: 'examine l’installation et dit comment réparer ; code 1 si quelque chose est à réparer (--strict : avertissements compris ; --deep : courrier et fichier de la base aussi)',
    en: 'looks at the installation and says how to mend it; exit code 1 where something is to be mended (--strict: warnings too; --deep: the mail server and all of the database file as well)',
  },
  whateverConfig: true,
  async run({ read, args, lang, say: output }) {
    const { has } = readArguments(args, OPTIONS, lang)
    const say = sayIn(lang)
    const deep = has('--deep')
    const findings = await checkMachine(read, say, { deep })
    if (read.ok) findings.push(...(await lookInside(read.config, say, { deep, lang }, output)))
    if (has('--json'))
      output.out(JSON.stringify({ ok: exitOf(findings, has('--strict')) === 0, findings }, null, 2))
    else for (const line of findings.flatMap(linesOf)) output.out(line)
    return exitOf(findings, has('--strict')) === 0 ? EXIT.done : EXIT.failed
  },
}

type How = { deep: boolean; lang: 'fr' | 'en' }

async function lookInside(config: Config, say: Say, how: How, output: Output): Promise<Finding[]> {
  const answering = await server(config, say)
  const { database } = config
  if (database.kind === 'sqlite') {
    const lines: string[] = []
    const asked = { command: ASK_DATABASE, args: how.deep ? ['--deep'] : [], lang: how.lang }
    const answer = await ask(database.file, asked, { out: (line) => lines.push(line), err: output.err })
    if (answer.kind === 'done' && answer.exit === EXIT.done)
      return [answering, ...(JSON.parse(lines.join('\n')) as Finding[])]
    if (answer.kind !== 'nobody') return [answering, unreachable(answer.kind, say)]
    const { state, pending, unknown } = await schemaOfFile(database.file)
    if (state === 'empty') return [answering, notYet(say)]
    const found = migrations(state, pending, unknown, say)
    if (found.state === 'fail') return [answering, found]
    if (state === 'behind') return [answering, found]
    return [answering, found, ...(await byOurselves(config, say, how, true))]
  }
  return [answering, ...(await byOurselves(config, say, how, answering.state !== 'ok'))]
}

/** Opened to be read alone: nothing is guarded, migrated or begun. */
async function byOurselves(config: Config, say: Say, how: How, alone: boolean): Promise<Finding[]> {
  process.env.LOG_LEVEL = 'silent'
  const { openProgram } = await import('../openProgram')
  const { checkDatabase } = await import('./inDatabase')
  try {
    const { app, close } = await openProgram(config, { readOnly: true, log: createLog('silent') })
    await app.plugins.load()
    const findings = await checkDatabase(app, how.lang, { deep: how.deep, alone })
    await close()
    return findings
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    const mend = say(
      'vérifiez DATABASE_URI, et que la base tourne',
      'check DATABASE_URI, and that the database runs',
    )
    return [{ check: 'database', state: 'fail', says: withoutSecrets(error.message), mend }]
  }
}

/** Does a server answer where this configuration puts it? */
async function server({ host, port }: Config, say: Say): Promise<Finding> {
  const check = 'server'
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const at = `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  try {
    const answer = await fetch(`${at}/readyz`, { signal: AbortSignal.timeout(5_000) })
    if (answer.ok) return { check, state: 'ok', says: say(`répond à ${at}`, `answers at ${at}`) }
    const says = say(`${at} n’est pas prêt (${answer.status})`, `${at} is not ready (${answer.status})`)
    return { check, state: 'fail', says, mend: say('regardez le journal', 'look at the log') }
  } catch {
    // Nobody listens there.
    return {
      check,
      state: 'warn',
      says: say(`ne tourne pas à ${at}`, `does not run at ${at}`),
      mend: 'npm start',
    }
  }
}

const unreachable = (kind: string, say: Say): Finding => ({
  check: 'database',
  state: 'fail',
  says:
    kind === 'forbidden'
      ? say('le serveur tourne sous un autre utilisateur', 'the server runs as another user')
      : say('le serveur n’a pas pu examiner la base', 'the server could not look at the database'),
  mend: kind === 'forbidden' ? 'sudo -u … npm run doctor' : say('regardez le journal', 'look at the log'),
})

const notYet = (say: Say): Finding => ({
  check: 'database',
  state: 'ok',
  says: say('pas encore là : npm start la crée', 'not there yet: npm start makes it'),
})

function migrations(state: string, pending: string[], unknown: string[], say: Say): Finding {
  const check = 'migrations'
  if (state === 'newer')
    return {
      check,
      state: 'fail',
      says: say(
        `un programme plus récent s’est servi de cette base : ${unknown.join(', ')}`,
        `a newer program has used this database: ${unknown.join(', ')}`,
      ),
      mend: say('mettez le programme à jour', 'update the program'),
    }
  if (state === 'pushed')
    return {
      check,
      state: 'fail',
      says: say('ce fichier a été fait par des tests', 'this file was made by tests'),
      mend: 'DATABASE_URI',
    }
  if (state === 'behind')
    return {
      check,
      state: 'warn',
      says: say(
        `à faire au prochain démarrage : ${pending.join(', ')}`,
        `to be done at the next start: ${pending.join(', ')}`,
      ),
      mend: 'npm start',
    }
  return { check, state: 'ok', says: say('toutes faites', 'all done') }
}
