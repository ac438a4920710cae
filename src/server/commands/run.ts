import { randomUUID } from 'node:crypto'
import type { Lang } from '@/core/lang'
import { type App, BadArguments, type Command, NotDone, traced } from '@/hooks'
import type { Asked } from '../control/protocol'
import { EXIT } from './exits'
import { houseCommands, innerCommands } from './house'

/** Where a command's words go, line by line. */
export type Output = { out: (line: string) => void; err: (line: string) => void }
export type RunCommand = (asked: Asked, say: Output) => Promise<number>

/** The commands that ask the program: those of the house, and what its modules bring. */
export const commandsOf = (app: Pick<App, 'modules'>): Command[] => [
  ...houseCommands,
  ...app.modules.flatMap((m) => m.commands ?? []),
]

/** Runs commands in a program. What they do bears a request id, `cli-…`, as a page's request has one. */
export const createRunner =
  (app: App): RunCommand =>
  async ({ command: name, args, lang }, say) => {
    const command = [...commandsOf(app), ...innerCommands].find((c) => c.name === name)
    if (!command) {
      say.err(unknown(name, lang))
      return EXIT.usage
    }
    return sayingWhy(command, say, () =>
      traced({ command: name, request: `cli-${randomUUID()}` }, () => command.run(app, args, say.out, lang)),
    )
  }

/** Runs a command; where it was not asked as it should be, or has no answer, that is said. */
export async function sayingWhy(
  { name, usage }: Pick<Command, 'name' | 'usage'>,
  say: Output,
  run: () => Promise<number>,
): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof NotDone) {
      say.err(error.message)
      return EXIT.failed
    }
    if (!(error instanceof BadArguments)) throw error
    say.err(error.message)
    say.err(`npm run cli -- ${[name, usage].filter(Boolean).join(' ')}`)
    return EXIT.usage
  }
}

export const unknown = (name: string, lang: Lang): string =>
  lang === 'en'
    ? `There is no command “${name}”. The list: npm run cli -- help`
    : `Il n’y a pas de commande « ${name} ». La liste : npm run cli -- help`
