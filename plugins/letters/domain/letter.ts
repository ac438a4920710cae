import type { Standing } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'

export const SUBJECT_MAX = 150
export const TEXT_MAX = 10_000

/** What staff writes; the English stays empty where there is none. */
export type Words = { subject: string; text: string; subjectEn: string; textEn: string }
export type WordsReason =
  | 'letter.subject-missing'
  | 'letter.subject-long'
  | 'letter.text-missing'
  | 'letter.text-long'
  | 'letter.english-half'

/** Is it a letter? In French always, in English all of it or nothing. */
export function checkWords(given: Words): Result<Words, WordsReason> {
  const subject = given.subject.replace(/\s+/g, ' ').trim()
  const subjectEn = given.subjectEn.replace(/\s+/g, ' ').trim()
  const [text, textEn] = [given.text.trim(), given.textEn.trim()]
  if (subject === '') return refuse('letter.subject-missing')
  if (subject.length > SUBJECT_MAX || subjectEn.length > SUBJECT_MAX) return refuse('letter.subject-long')
  if (text === '') return refuse('letter.text-missing')
  if (text.length > TEXT_MAX || textEn.length > TEXT_MAX) return refuse('letter.text-long')
  if ((subjectEn === '') !== (textEn === '')) return refuse('letter.english-half')
  return ok({ subject, text, subjectEn, textEn })
}

/** Those who are written to no more, whatever they once belonged to. */
const OUT: readonly Standing[] = ['suspended', 'left', 'erased']

/** `written`: it goes to them. `declined`: news, and they wish none. `away`: gone, suspended, or nobody. */
export type Fate = 'written' | 'declined' | 'away'

/** Whether a letter goes to somebody, as they stand now; null: there is no such account. */
export function fateOf(kind: string, standing: Standing | null, wishesNews: boolean): Fate {
  if (standing === null || OUT.includes(standing)) return 'away'
  return kind === 'news' && !wishesNews ? 'declined' : 'written'
}
