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

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** A line break is one character, as where it is typed: forms send two. */
const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** Is it a letter? In French always, in English all of it or nothing. Refusals bear the field. */
export function checkWords(given: Words): Result<Words, WordsReason> {
  const [subject, subjectEn] = [oneLine(given.subject), oneLine(given.subjectEn)]
  const [text, textEn] = [lines(given.text), lines(given.textEn)]
  const wrong = (reason: WordsReason, field: keyof Words) => refuse(reason, { field })
  if (subject === '') return wrong('letter.subject-missing', 'subject')
  if (subject.length > SUBJECT_MAX) return wrong('letter.subject-long', 'subject')
  if (text === '') return wrong('letter.text-missing', 'text')
  if (text.length > TEXT_MAX) return wrong('letter.text-long', 'text')
  if (subjectEn.length > SUBJECT_MAX) return wrong('letter.subject-long', 'subjectEn')
  if (textEn.length > TEXT_MAX) return wrong('letter.text-long', 'textEn')
  if (subjectEn === '' && textEn !== '') return wrong('letter.english-half', 'subjectEn')
  if (textEn === '' && subjectEn !== '') return wrong('letter.english-half', 'textEn')
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
