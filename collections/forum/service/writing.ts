import { isDeepStrictEqual } from 'node:util'
import { isBlank, markdownToRichText, type RichDoc, type RichTextReason } from '@/collections/richtext'
import { isId, newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'

/** What somebody typed → what is stored. Refusals: `forum.empty`, `richtext.*`. */
export function readWords(text: string): Result<RichDoc, RichTextReason | 'forum.empty'> {
  const content = markdownToRichText(text)
  if (!content.ok) return content
  return isBlank(content.value) ? refuse('forum.empty') : ok(content.value)
}

/**
 * The key under which a form writes once: whose, what, and the form's own key. A form without one, or with a
 * key that is none, writes each time it is sent.
 */
export const writingKey = (who: string, verb: 'topic' | 'reply', form: string): string =>
  `${who}:${verb}:${isId(form) ? form : newId()}`

/** Is what is stored what was sent now? */
export const sameWords = (stored: unknown, sent: RichDoc): boolean => isDeepStrictEqual(stored, sent)
