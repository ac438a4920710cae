import { DAY, MINUTE } from '@/core/clock'

/** What somebody wrote so far; all of it may be missing. */
export type Answers = {
  name?: string
  phone?: string
  activity?: string
  skills?: string
  motives?: string
  charter?: boolean
  privacy?: boolean
}

/** How many drafts one address has at most: the form must not be a way to pester somebody, nor to shut them out. */
export const DRAFTS_AN_ADDRESS = 5
export const draftKey = (email: string, n: number): string => `${email}:${n}`
export const filedKey = (draft: string): string => `filed:${draft}`

/** A mail is sent again after this long, and so often in all. */
export const AGAIN_AFTER = 10 * MINUTE
export const MOST_SENDINGS = 5

export const maySendAgain = (draft: { sendings: number; sentAt: string }, now: Date): boolean =>
  draft.sendings < MOST_SENDINGS && now.getTime() - new Date(draft.sentAt).getTime() >= AGAIN_AFTER

export const forgetAt = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY)

/** What stands in an address column of a draft, and what a mail goes to. */
export const plainAddress = (email: string): string => email.trim().toLowerCase()

const FIELDS = ['name', 'phone', 'activity', 'skills', 'motives'] as const

/** The same words and the same ticks: sent twice, it is one draft. */
export const sameAnswers = (
  a: { [K in keyof Answers]?: Answers[K] | null },
  b: { [K in keyof Answers]?: Answers[K] | null },
): boolean =>
  FIELDS.every((f) => (a[f] ?? '').trim() === (b[f] ?? '').trim()) &&
  Boolean(a.charter) === Boolean(b.charter) &&
  Boolean(a.privacy) === Boolean(b.privacy)
