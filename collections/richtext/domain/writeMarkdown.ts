import {
  type Block,
  BOLD,
  CODE,
  type HeadingTag,
  type Inline,
  ITALIC,
  type List,
  type RichDoc,
  STRIKE,
  text,
} from './document'
import { parseInline } from './parseInline'
import { beginsBlock, isRule } from './parseMarkdown'

/**
 * A document → light Markdown for a text area, such that reading it again gives the document back. The words
 * always survive; emphasis that Markdown cannot say (in the middle of a word, beside another) is let go, and
 * pictures and blocks are left out.
 */
export function writeMarkdown(doc: RichDoc, headings: readonly HeadingTag[] = ['h3', 'h4']): string {
  return doc.root.children
    .map((block) => writeBlock(block, headings))
    .filter((lines) => lines !== '')
    .join('\n\n')
}

function writeBlock(block: Block, headings: readonly HeadingTag[]): string {
  switch (block.type) {
    case 'horizontalrule':
      return '---'
    case 'heading': {
      const level = Number(headings[0]?.[1] ?? 3) + Math.max(0, headings.indexOf(block.tag))
      const words = oneLine(writeInline(block.children)).trim()
      return words === '' ? '' : `${'#'.repeat(level)} ${words.replace(/#{1,9}$/, '\\$&')}`
    }
    case 'quote': {
      const words = writeInline(block.children).trim()
      if (words === '') return ''
      return words
        .split('\n')
        .map((line) => `> ${line.trim()}`.trimEnd())
        .join('\n')
    }
    case 'list':
      return writeList(block, 0)
    case 'upload':
    case 'block':
      return ''
    default:
      return writeParagraph(block.children)
  }
}

const oneLine = (words: string): string => words.replaceAll('\n', ' ')

/** A paragraph must not begin, on any of its lines, like something else. */
const writeParagraph = (nodes: Inline[]): string =>
  writeInline(nodes)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (beginsBlock(line) ? escapeStart(line) : line))
    .join('\n')

const escapeStart = (line: string): string =>
  /^\d/.test(line) ? line.replace(/^(\d{1,9})([.)])/, '$1\\$2') : `\\${line}`

function writeList(node: List, level: number): string {
  const indent = '    '.repeat(level)
  let number = node.start
  const lines: string[] = []
  for (const item of node.children) {
    const words = item.children.filter((child) => child.type !== 'list')
    if (words.length > 0 || item.children.length === 0) {
      const mark = node.listType === 'number' ? `${Math.min(number++, 999_999_999)}.` : '-'
      const [first = '', ...rest] = writeInline(words).split('\n')
      const line = `${mark} ${first}`.trimEnd()
      lines.push(indent + (isRule(line) ? `${mark} ${escapeStart(first.trim())}` : line))
      for (const more of rest.map((words) => words.trim()).filter(Boolean))
        lines.push(`${indent}    ${beginsBlock(more) ? escapeStart(more) : more}`)
    }
    for (const child of item.children) if (child.type === 'list') lines.push(writeList(child, level + 1))
  }
  return lines.join('\n')
}

type Style = { escape: boolean; italic: string; format: boolean }

/** From the most natural way of writing to the safest; the first that reads back is taken. */
const STYLES: readonly Style[] = [
  { escape: false, italic: '*', format: true },
  { escape: true, italic: '*', format: true },
  { escape: true, italic: '_', format: true },
  { escape: true, italic: '*', format: false },
]

function writeInline(nodes: Inline[]): string {
  const wanted = canonical(nodes)
  let written = ''
  for (const style of STYLES) {
    written = new Writer(style).write(wanted)
    if (JSON.stringify(canonical(parseInline(written))) === JSON.stringify(wanted)) return written
  }
  return written
}

/**
 * Blanks at the edge of an emphasised run keep only the emphasis they share with what stands beyond them:
 * Markdown could not say more, and nobody could see it.
 */
function canonical(nodes: Inline[]): Inline[] {
  const out: Inline[] = []
  const add = (words: string, format: number) => {
    const last = out.at(-1)
    if (words === '') return
    if (last?.type === 'text' && last.format === format) last.text += words
    else out.push(text(words, format))
  }
  nodes.map(printable).forEach((node, i) => {
    if (node.type === 'link') {
      out.push({ ...node, children: canonical(node.children) as typeof node.children })
    } else if (node.type === 'linebreak') {
      out.push(node)
    } else if (node.format === 0 || node.format & CODE) {
      add(node.text, node.format)
    } else {
      const middle = node.text.trim()
      const from = middle === '' ? node.text.length : node.text.indexOf(middle)
      add(node.text.slice(0, from), node.format & emphasisOf(nodes[i - 1]))
      add(middle, node.format)
      add(node.text.slice(from + middle.length), node.format & emphasisOf(nodes[i + 1]))
    }
  })
  return out
}

/** A newline inside words is a blank; Markdown takes no control characters. */
const printable = (node: Inline): Inline =>
  node.type === 'text' && /\p{Cc}/u.test(node.text)
    ? text(node.text.replace(/\s/g, ' ').replace(/\p{Cc}/gu, ''), node.format)
    : node

const emphasisOf = (node: Inline | undefined): number =>
  node?.type === 'text' ? node.format & ~CODE : node?.type === 'link' ? commonFormat(node) : 0

const MARKS: readonly (readonly [number, string])[] = [
  [STRIKE, '~~'],
  [BOLD, '**'],
  [ITALIC, '*'],
]

class Writer {
  private out = ''
  private open: number[] = []

  constructor(private readonly style: Style) {}

  write(nodes: Inline[]): string {
    nodes.forEach((node, i) => {
      if (node.type === 'linebreak') {
        this.out += '\n'
        return
      }
      this.switchTo(node.type === 'link' ? commonFormat(node) : node.format, nodes, i)
      this.out += node.type === 'link' ? this.link(node) : this.words(node.text, node.format)
    })
    this.switchTo(0, nodes, nodes.length)
    return this.out
  }

  /** Closes what ends here and opens what begins, what lasts longest first. */
  private switchTo(format: number, nodes: Inline[], at: number): void {
    if (!this.style.format) return
    const keep = this.open.findIndex((bit) => (format & bit) === 0)
    const close = keep === -1 ? [] : this.open.splice(keep).reverse()
    const blank = /\s*$/.exec(this.out)?.[0] ?? ''
    if (close.length > 0) {
      this.out =
        this.out.slice(0, this.out.length - blank.length) + close.map((b) => this.mark(b)).join('') + blank
    }
    const opening = MARKS.map(([bit]) => bit).filter((bit) => format & bit && !this.open.includes(bit))
    if (opening.length > 1) opening.sort((a, b) => lasts(b, nodes, at) - lasts(a, nodes, at))
    for (const bit of opening) {
      this.out += this.mark(bit)
      this.open.push(bit)
    }
  }

  private mark(bit: number): string {
    if (bit === ITALIC) return this.style.italic
    return MARKS.find(([b]) => b === bit)?.[1] ?? ''
  }

  private words(words: string, format: number): string {
    if (format & CODE && this.style.format) return code(words)
    return this.style.escape ? words.replace(/[\\`*_~[\]<]|(?<=https?):(?=\/\/)/g, '\\$&') : words
  }

  private link(node: Extract<Inline, { type: 'link' }>): string {
    const label = new Writer(this.style).write(undress(node.children, commonFormat(node)))
    const { url } = node.fields
    // What stands between < and > is read back without its mailto:.
    const bare = url === (url.startsWith('mailto:') ? `mailto:${label}` : label)
    return bare && !url.startsWith('/') ? `<${url}>` : `[${label}](${url})`
  }
}

/** How many nodes from here carry a format without a break. */
function lasts(bit: number, nodes: Inline[], at: number): number {
  let end = at
  for (; end < nodes.length && end < at + 100; end++) {
    const node = nodes[end] as Inline
    if (node.type !== 'linebreak' && ((node.type === 'link' ? commonFormat(node) : node.format) & bit) === 0)
      break
  }
  return end - at
}

/** The formats all words of a link share: written around it. */
const commonFormat = (node: Extract<Inline, { type: 'link' }>): number =>
  node.children.reduce((bits, c) => (c.type === 'text' ? bits & c.format : bits), BOLD | ITALIC | STRIKE)

const undress = (nodes: Inline[], format: number): Inline[] =>
  nodes.map((n) => (n.type === 'text' ? { ...n, format: n.format & ~format } : n))

function code(words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map((m) => m[0].length))
  const ticks = '`'.repeat(longest + 1)
  const pad = /^[`]|[`\\]$|^ .* $/s.test(words) && words.trim() !== '' ? ' ' : ''
  return `${ticks}${pad}${words}${pad}${ticks}`
}
