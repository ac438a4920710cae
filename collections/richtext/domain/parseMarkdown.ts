import {
  type Block,
  CODE,
  document,
  type HeadingTag,
  heading,
  type Inline,
  type List,
  type ListItem,
  lineBreak,
  list,
  listItem,
  paragraph,
  quote,
  type RichDoc,
  rule,
  text,
} from './document'
import { MAX_MARKDOWN } from './limits'
import { parseInline } from './parseInline'

/** Lists stand in lists this deep at most; what is typed deeper stays on the last level. */
export const MAX_LIST_LEVELS = 4

const HEADING = /^(#{1,6})[ \t]+(.*)$/
const RULE = /^(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/
const FENCE = /^(`{3,}|~{3,})[^`]*$/
const QUOTE = /^> ?/
const ITEM = /^( {0,40})([-*+]|\d{1,9}[.)])(?: +(.*)|)$/

export const isRule = (line: string): boolean => RULE.test(line.trim())

/** Does this line begin something other than a paragraph? */
export function beginsBlock(line: string): boolean {
  const start = line.trimStart()
  return HEADING.test(start) || RULE.test(start) || FENCE.test(start) || QUOTE.test(start) || ITEM.test(line)
}

/**
 * Light Markdown → a document: paragraphs, headings, quotes, lists, rules, fenced text (as lines of code),
 * and `parseInline` within them. Everything typed ends up in it; text beyond `MAX_MARKDOWN` is cut, so
 * refuse longer texts before. `#` gives the highest heading of `headings`.
 */
export function parseMarkdown(source: string, headings: readonly HeadingTag[] = ['h3', 'h4']): RichDoc {
  const lines = source
    .slice(0, MAX_MARKDOWN)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no business in a text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('\t', '    ')
    .split('\n')
    .map((line) => line.trimEnd())
  return document(new Lines(lines, headings).blocks())
}

type Item = { level: number; ordered: boolean; start: number; lines: string[] }

class Lines {
  private at = 0

  constructor(
    private readonly lines: string[],
    private readonly headings: readonly HeadingTag[],
  ) {}

  blocks(): Block[] {
    const out: Block[] = []
    while (this.at < this.lines.length) {
      if (this.line() === '') this.at++
      else out.push(...this.block())
    }
    return out
  }

  private line(offset = 0): string {
    return this.lines[this.at + offset] ?? ''
  }

  private block(): Block[] {
    const line = this.line().trimStart()
    const title = HEADING.exec(line)
    if (title) {
      this.at++
      const words = parseInline((title[2] as string).replace(/ {1,9}#{1,9}$/, '').trim())
      const level = Math.max(0, (title[1] as string).length - Number(this.headings[0]?.[1] ?? 3))
      const tag = this.headings[Math.min(level, this.headings.length - 1)]
      return words.length === 0 ? [] : [tag ? heading(tag, words) : paragraph(words)]
    }
    if (RULE.test(line)) {
      this.at++
      return [rule()]
    }
    if (FENCE.test(line)) return this.fence(line)
    if (QUOTE.test(line)) return this.quote()
    if (ITEM.test(this.line())) return this.list()
    return this.paragraph()
  }

  private paragraph(): Block[] {
    const lines = [this.line().trimStart()]
    this.at++
    while (this.line() !== '' && !beginsBlock(this.line())) {
      lines.push(this.line().trimStart())
      this.at++
    }
    return filled(parseInline(lines.join('\n')), paragraph)
  }

  private quote(): Block[] {
    const lines: string[] = []
    while (QUOTE.test(this.line().trimStart())) {
      lines.push(this.line().trimStart().replace(QUOTE, '').trim())
      this.at++
    }
    return filled(parseInline(lines.join('\n')), quote)
  }

  /** Lines between fences, each as code; there is no block of code in our documents. */
  private fence(opening: string): Block[] {
    const mark = opening.slice(0, 3)
    const lines: string[] = []
    this.at++
    while (this.at < this.lines.length && !this.line().trimStart().startsWith(mark)) {
      lines.push(this.line())
      this.at++
    }
    this.at++
    while (lines.at(-1) === '') lines.pop()
    const nodes = lines.flatMap((line, i): Inline[] => {
      const code = text(line === '' ? ' ' : line, CODE)
      return i === 0 ? [code] : [lineBreak(), code]
    })
    return filled(nodes, paragraph)
  }

  /** A list goes on over blank lines while items follow; an indented line belongs to the item above. */
  private list(): Block[] {
    const items: Item[] = []
    const indents: number[] = []
    while (this.at < this.lines.length) {
      const found = isRule(this.line()) ? null : ITEM.exec(this.line())
      if (found) {
        const indent = (found[1] as string).length
        while (indents.length > 0 && indent < (indents.at(-1) as number)) indents.pop()
        if (
          indents.length === 0 ||
          (indent >= (indents.at(-1) as number) + 2 && indents.length < MAX_LIST_LEVELS)
        )
          indents.push(indent)
        const ordered = /\d/.test(found[2] as string)
        const start = ordered ? Number.parseInt(found[2] as string, 10) : 1
        const level = indents.length
        const first = items[0]
        if (level === 1 && first && first.ordered !== ordered) break
        items.push({ level, ordered, start, lines: [found[3] ?? ''] })
        this.at++
      } else if (this.line() === '' && this.followedByItem()) {
        this.at++
      } else if (/^ {2,}\S/.test(this.line())) {
        items.at(-1)?.lines.push(this.line().trim())
        this.at++
      } else break
    }
    return [nest(items)]
  }

  private followedByItem(): boolean {
    let ahead = 1
    while (ahead < 20 && this.at + ahead < this.lines.length && this.line(ahead) === '') ahead++
    const next = this.line(ahead)
    return ITEM.test(next) && !isRule(next)
  }
}

const filled = (nodes: Inline[], make: (nodes: Inline[]) => Block): Block[] => {
  const trimmed = trimBreaks(nodes)
  return trimmed.length === 0 ? [] : [make(trimmed)]
}

/** No line break at either end. */
function trimBreaks(nodes: Inline[]): Inline[] {
  let from = 0
  let to = nodes.length
  while (from < to && nodes[from]?.type === 'linebreak') from++
  while (to > from && nodes[to - 1]?.type === 'linebreak') to--
  return nodes.slice(from, to)
}

/** Items with their levels → lists in lists, as Lexical nests them: an item holding one deeper list. */
function nest(items: Item[]): List {
  let at = 0
  const build = (level: number): List => {
    const first = items[at] as Item
    const children: ListItem[] = []
    while (at < items.length && (items[at] as Item).level >= level) {
      const item = items[at] as Item
      if (item.level > level) {
        children.push(listItem(children.length + 1, [build(level + 1)], level - 1))
        continue
      }
      if (level > 1 && item.ordered !== first.ordered && children.length > 0) break
      at++
      children.push(listItem(children.length + 1, trimBreaks(parseInline(item.lines.join('\n'))), level - 1))
    }
    return list(first.ordered ? 'number' : 'bullet', children, first.ordered ? first.start : 1)
  }
  return build(1)
}
