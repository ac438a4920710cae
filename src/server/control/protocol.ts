/**
 * What a command and the running program say to each other over the socket: one JSON object a line. The command asks
 * once; the program answers with lines as they come, and last with the exit code.
 */
export type Asked = { command: string; args: string[]; lang: 'fr' | 'en' }
export type Answered = { out: string } | { err: string } | { exit: number }

/** The longest question: no command needs more. */
export const LONGEST_QUESTION = 64 * 1024

export const line = (what: Asked | Answered): string => `${JSON.stringify(what)}\n`

/** The question, or undefined where it is none of ours. */
export function readAsked(text: string): Asked | undefined {
  try {
    const { command, args, lang } = JSON.parse(text) as Record<string, unknown>
    if (typeof command !== 'string' || !Array.isArray(args) || !args.every((a) => typeof a === 'string'))
      return undefined
    return { command, args, lang: lang === 'en' ? 'en' : 'fr' }
  } catch {
    // Not JSON.
    return undefined
  }
}
