import { excerpt } from '@/core/text'
import { MAX_SHOWN_DEPTH } from './limits'

/** The words of a document without their dress: a line a block. For searching, feeds and summaries. */
export function plainText(value: unknown, maxLength = Number.POSITIVE_INFINITY): string {
  const out: string[] = []
  let length = 0
  const say = (words: string) => {
    if (length >= maxLength) return
    out.push(words)
    length += words.length
  }
  const walk = (node: unknown, depth: number): void => {
    if (depth > MAX_SHOWN_DEPTH || length >= maxLength || typeof node !== 'object' || node === null) return
    const { type, text, children } = node as { type?: unknown; text?: unknown; children?: unknown }
    if (type === 'text' && typeof text === 'string') say(text)
    if (type === 'linebreak') say('\n')
    if (Array.isArray(children)) for (const child of children) walk(child, depth + 1)
    if (type === 'paragraph' || type === 'heading' || type === 'quote' || type === 'listitem') say('\n')
  }
  walk((value as { root?: unknown } | null | undefined)?.root, 0)
  return out
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
    .slice(0, maxLength)
}

/** The beginning of a document on one line, cut at a word: for lists and descriptions. */
export const summary = (value: unknown, max = 200): string => excerpt(plainText(value, max * 2), max)

/** Nothing to read and nothing to see: no words, no picture, no block. */
export function isBlank(value: unknown): boolean {
  const root = (value as { root?: { children?: unknown } } | null | undefined)?.root
  if (Array.isArray(root?.children) && root.children.some((n) => n?.type === 'upload' || n?.type === 'block'))
    return false
  return plainText(value, 1_000).trim() === '' && plainText(value).trim() === ''
}
