/*
 * What the commands say on the terminal: French, or English when the locale is. Progress goes line by line,
 * each with the seconds since the start, so that a log read later tells the same as the screen did.
 */
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
export const english = /^en/i.test(locale)

/** The sentence in the reader's language. */
export const say = (fr, en) => (english ? en : fr)

// A process that was re-executed goes on counting from where the first one began.
const began = Number(process.env.COMPAGNON_BEGAN) || Date.now()
process.env.COMPAGNON_BEGAN = String(began)

/** « 3,2 s », « 2 min 05 s ». */
export function duration(ms) {
  if (ms >= 99_950) {
    const seconds = Math.round(ms / 1000)
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
  }
  const tenths = (ms / 1000).toFixed(1)
  return `${english ? tenths : tenths.replace('.', ',')} s`
}

/** One line of progress: `  12,4 s  …`. Beside a command whose answer may be read by a program, on standard error. */
export function progress(fr, en) {
  const tell = process.env.COMPAGNON_ANSWERS ? console.error : console.log
  tell(`${duration(Date.now() - began).padStart(10)}  ${say(fr, en)}`)
}

/** Says a task is done, with its own duration. */
export function done(since, fr, en) {
  const took = duration(Date.now() - since)
  progress(`✓ ${fr} (${took})`, `✓ ${en} (${took})`)
}

/** An outcome the person at the terminal can act on: told in a sentence, without a stack trace. */
export class Plain extends Error {
  /** @param {string} [output] what a failed program said */
  constructor(fr, en, output = '') {
    super(say(fr, en))
    this.output = output
  }
}

/** Runs a command's main function; a `Plain` error ends it with its sentence, any other is a bug and shows. */
export async function main(run) {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Plain)) throw error
    if (error.output.trim()) console.error(`\n${error.output.trimEnd()}\n`)
    console.error(`\n✗ ${error.message}`)
    process.exitCode = 1
  }
}
