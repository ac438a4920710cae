import type { Bilingual, Lang } from '@/core/lang'
import type { App } from './app'

/**
 * A command of `npm run cli`, for whoever runs the house. It runs inside the running program where there is one, so it
 * reads no files of its caller, and ends no process.
 */
export type Command = {
  /** `seats:audit`: what it is about, then the verb. */
  name: string
  summary: Bilingual
  /** What follows the name: `<email> [--existing]`. Absent: nothing. */
  usage?: string
  /**
   * Prints lines as they come, in the language of the terminal, and answers the exit code: 0 done, 1 not done, or
   * something was found. Throws BadArguments where it was not asked as `usage` says, NotDone where it has no answer.
   */
  run(app: App, args: readonly string[], print: (line: string) => void, lang: Lang): Promise<number>
}

/** The command was not asked as its usage says: its usage is shown, with this sentence, and the exit code is 2. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments'
}

/** There is no answer: this sentence goes to the error output instead of one, and the exit code is 1. */
export class NotDone extends Error {
  override readonly name = 'NotDone'
}
