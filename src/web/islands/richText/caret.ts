import { parseMarkdown } from '@/collections/richtext/domain/parseMarkdown'

/** A place in a document: which child of which child, and how far into its words. */
export type Caret = { path: number[]; offset: number }

/** A letter nobody types. */
const MARK = '\u{E000}'

/** The place in the document of a place in its Markdown; null where the two do not correspond (within marks, in a void). */
export function caretIn(markdown: string, at: number): Caret | null {
  if (markdown.includes(MARK)) return null
  const marked = parseMarkdown(`${markdown.slice(0, at)}${MARK}${markdown.slice(at)}`)
  const same = JSON.stringify(marked).replace(MARK, '') === JSON.stringify(parseMarkdown(markdown))
  return same ? find(marked.root) : null
}

function find(node: object): Caret | null {
  if ('text' in node && typeof node.text === 'string') {
    const offset = node.text.indexOf(MARK)
    return offset === -1 ? null : { path: [], offset }
  }
  const children: object[] = 'children' in node && Array.isArray(node.children) ? node.children : []
  for (const [i, child] of children.entries()) {
    const found = find(child)
    if (found) return { path: [i, ...found.path], offset: found.offset }
  }
  return null
}
