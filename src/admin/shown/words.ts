import type { Payload } from 'payload'
import { formatDateTime } from '@/core/dates'
import type { Bilingual, Lang } from '@/core/lang'
import { appOf } from '@/hooks'
import { type Named, nameOf } from './names'
import { isReference, referenceIn } from './references'

/** Codes and what they are called: what a field says of itself in `custom.words`; some are known by the program alone. */
export type Words = Readonly<Record<string, Bilingual>>
export type SaysWords = Words | (() => Promise<Words>)
/** What a field may say in `custom` of how staff reads it. */
export type ShownAs = {
  words?: SaysWords
  /** How a value is said: an amount, a number. */
  say?: (value: never, lang: Lang) => string
  /** An ISO text in UTC, read as a day and an hour of the association. */
  instant?: boolean
}

/** Who stands where a person could and is none. */
const NOBODY: Words = {
  system: { fr: 'le programme', en: 'the program' },
  'pool:main': { fr: 'l’association', en: 'the association' },
}

export type Shown = Pick<Named, 'words'> & Partial<Named>

/** What staff reads in place of a value; undefined where it reads the value itself. */
export async function shown(
  payload: Payload,
  field: { name: string; custom?: Record<string, unknown> | undefined },
  value: unknown,
  lang: Lang,
): Promise<Shown | undefined> {
  if (value === null || value === undefined || value === '') return undefined
  const { words, say, instant } = (field.custom ?? {}) as ShownAs
  if (say) return { words: say(value as never, lang) }
  if (words) {
    const said = (typeof words === 'function' ? await words() : words)[String(value)]
    if (said) return { words: said[lang] }
  }
  if (instant && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return { words: formatDateTime(value, lang, appOf().settings.timeZone) }
  const reference = referenceIn(field.name, value)
  if (reference) return nameOf(payload, reference)
  const nobody = isReference(field.name) ? NOBODY[String(value)] : undefined
  return nobody && { words: nobody[lang] }
}
