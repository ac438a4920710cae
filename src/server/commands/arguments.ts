import type { Lang } from '@/core/lang'
import { BadArguments } from '@/hooks'

/** Words and options (`--existing`) of a command line; BadArguments on an option that is none of `known`. */
export function readArguments(args: readonly string[], known: readonly string[], lang: Lang) {
  const options = new Set<string>()
  const words: string[] = []
  for (const arg of args) {
    if (!arg.startsWith('--')) words.push(arg)
    else if (known.includes(arg)) options.add(arg)
    else throw new BadArguments(lang === 'en' ? `Unknown option ${arg}.` : `Option inconnue : ${arg}.`)
  }
  return { words, has: (option: string) => options.has(option) }
}

export function noArguments(args: readonly string[], lang: Lang): void {
  if (args.length > 0)
    throw new BadArguments(
      lang === 'en' ? 'It takes no argument.' : 'Cette commande ne prend pas d’argument.',
    )
}

/** The address a command is about. */
export function readEmail(text: string | undefined, lang: Lang): string {
  if (text && /^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text.toLowerCase()
  throw new BadArguments(
    lang === 'en' ? 'An e-mail address is expected.' : 'Une adresse électronique est attendue.',
  )
}
