import type { Rule } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import type { App } from '@/hooks'

/** What letters to many offer others: their rows, their facts, and how to be among those who can be written to. */

export const LETTERS = 'letters'
export const CHOICES = 'letter-choices'

/** news: whoever wishes none gets none. statutory: what everybody concerned must be told (a summons, a fee that is due). */
export const LETTER_KINDS = ['news', 'statutory'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** draft → sent: decided once, and never edited after; how far it has come is told by its long act. */
export type LetterState = 'draft' | 'sent'

/** People who may be written to together, by a plain criterion. Offered by the filter `letters.audiences`. */
export type Audience = {
  /** Kept in letters: never changed once in use, and no colon in it. One in the whole house. */
  id: string
  label: Bilingual
  /** Which of several: seasons, loges. Absent: there is but one. */
  choices?: (app: App) => Promise<{ value: string; label: Bilingual }[]>
  /** Of whoever writes to them; asked again at each step. */
  access: Rule
  /** At most `limit` of them after `after` ('' at first), each person once, in an order that stands still. */
  people: (
    app: App,
    ask: { of: string; after: string; limit: number },
  ) => Promise<{ people: string[]; next: string | null }>
}

export const REASONS = [
  'letter.unknown',
  'letter.not-allowed',
  'letter.audience-missing',
  'letter.kind-missing',
  'letter.subject-missing',
  'letter.subject-long',
  'letter.text-missing',
  'letter.text-long',
  /** A subject without a text in English, or a text without a subject. */
  'letter.english-half',
  /** Somebody else has written in it meanwhile: what was looked at is not what would leave. */
  'letter.changed',
  /** It has left. */
  'letter.sent',
  'letter.nobody',
] as const
export type LetterReason = (typeof REASONS)[number]

declare module '@/hooks' {
  interface Tasks {
    /** A letter is written to each of those it is for. */
    'letters.send': { input: { letter: string; subject: string } }
  }
  interface Actions {
    /** Staff has decided that a letter leaves, in whose name it does. */
    'letter.decided': { letter: string; by: string; people: number }
  }
  interface Filters {
    /** The people who may be written to together: whoever knows some adds them. */
    'letters.audiences': { value: Audience[]; context: object }
  }
}
