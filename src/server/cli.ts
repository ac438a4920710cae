import { type Answer, answerFile } from './commands/answerFile'
import { EXIT } from './commands/exits'
import { helpPage } from './commands/help'
import { localCommands } from './commands/local'
import { type Output, sayingWhy } from './commands/run'
import { takeOut } from './commands/takeOut'
import { langOfEnv, readConfig } from './config'
import { keepQuiet } from './keepQuiet'
import { runWhereItBelongs } from './runWhereItBelongs'
import { StartRefused } from './startRefused'

/*
 * npm run cli -- COMMAND …: commands for whoever runs the house. Beside a running server on SQLite a command is run by
 * that server, asked over its socket; else the program is opened for it.
 */
const lang = langOfEnv(process.env)
const asked = takeOut(process.argv.slice(2))
/** Where `--out` asks for one. */
let answer: Answer | undefined
const say: Output = {
  out: (line) => (answer ? answer.keep(line) : console.log(line)),
  err: (line) => console.error(line),
}

async function run(): Promise<number> {
  const [name = 'help', ...args] = asked.rest
  if (['help', '--help', '-h'].includes(name)) {
    say.out(await helpPage(lang))
    return EXIT.done
  }
  const local = localCommands.find((c) => c.name === name)
  const read = readConfig(process.env, lang)
  // Standard output is the answer, which is for whoever asked, as it is.
  keepQuiet(read.ok ? read.config : undefined, { streams: [process.stderr] })
  if (!read.ok && !local?.whateverConfig) {
    for (const problem of read.problems) say.err(`  · ${problem}`)
    return EXIT.config
  }
  if (local) return sayingWhy(local, say, () => local.run({ read, args, lang, say }))
  if (!read.ok) return EXIT.config
  return runWhereItBelongs(read.config, { command: name, args, lang }, say)
}

/** Standard output may be a pipe that is slow to take what was said. */
const leave = (code: number) => process.stdout.write('', () => process.exit(code))

try {
  const made = asked.file === undefined ? undefined : answerFile(asked.file, lang)
  if (made && !made.ok) {
    say.err(made.message)
    leave(EXIT.usage)
  } else {
    answer = made
    const code = await run()
    answer?.end(code === EXIT.done)
    leave(code)
  }
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  say.err(error.message)
  leave(EXIT.config)
}
