import { type Result, refuse } from '@/core/result'
import { MEMBER, STAFF } from './domain/allowance'
import type { RichDoc } from './domain/document'
import { MAX_MARKDOWN } from './domain/limits'
import { parseMarkdown } from './domain/parseMarkdown'
import { type RichTextReason, readRichText } from './domain/readRichText'
import { writeMarkdown } from './domain/writeMarkdown'

type By = 'staff' | 'member'
const allowanceOf = (by: By) => (by === 'staff' ? STAFF : MEMBER)

/** What somebody typed in a text area → a document that may be stored. Refusals: `richtext.too-long`, …. */
export function markdownToRichText(source: string, by: By = 'member'): Result<RichDoc, RichTextReason> {
  if (source.length > MAX_MARKDOWN) return refuse('richtext.too-long')
  const allowance = allowanceOf(by)
  return readRichText(parseMarkdown(source, allowance.headings), allowance)
}

/** A stored document → Markdown for a text area; a document that is not ours gives its words alone. */
export function richTextToMarkdown(value: unknown, by: By = 'member'): string {
  const allowance = allowanceOf(by)
  const doc = readRichText(value, { ...allowance, uploads: true, maxLength: STAFF.maxLength })
  return doc.ok ? writeMarkdown(doc.value, allowance.headings) : ''
}
