import {
  type Block,
  CODE,
  document,
  heading,
  type Inline,
  KNOWN_FORMATS,
  type LinkNode,
  type List,
  type ListItem,
  lineBreak,
  link,
  list,
  listItem,
  paragraph,
  quote,
  type RichDoc,
  rule,
  type TextNode,
  text,
} from '@/collections/richtext/domain/document'
import { MAX_MARKDOWN } from '@/collections/richtext/domain/limits'
import { safeHref } from '@/collections/richtext/domain/links'
import { parseInline } from '@/collections/richtext/domain/parseInline'
import { parseMarkdown } from '@/collections/richtext/domain/parseMarkdown'
import { writeMarkdown } from '@/collections/richtext/domain/writeMarkdown'

/*
 * Our documents are Lexical's serialised form but for links, whose address Payload keeps elsewhere. So Markdown is read
 * and written by the very functions the server uses, and the two cannot disagree.
 */

export type Serialized = { type: string; version?: number; [key: string]: unknown }
export type SerializedState = { root: Serialized }

/** Markdown as the server reads it → a state for the editor. */
export const readMarkdown = (markdown: string): RichDoc => parseMarkdown(markdown)

type Raw = Record<string, unknown>

/** A document of ours → what Lexical takes. */
export function toLexical(doc: RichDoc): SerializedState {
  const last = doc.root.children.at(-1)
  // There is always somewhere to write on.
  const open = !last || last.type === 'horizontalrule' ? [paragraph([])] : []
  return { root: convert({ ...doc.root, children: [...doc.root.children, ...open] } as unknown as Raw) }
}

function convert(node: Raw): Serialized {
  if (!Array.isArray(node.children)) return node as Serialized
  const children = node.children.map((child) => (child.type === 'link' ? linkFor(child) : convert(child)))
  // A bare address is read again from the words around it, which may make another link of it: then it is a link made
  // by hand.
  const again = children.some((child) => child.type === 'autolink') ? inlines(children) : node.children
  if (JSON.stringify(again) === JSON.stringify(node.children)) return { ...(node as Serialized), children }
  return {
    ...(node as Serialized),
    children: children.map((child) => ({ ...child, type: child.type === 'autolink' ? 'link' : child.type })),
  }
}

function linkFor({ fields, ...rest }: LinkNode): Serialized {
  const [only, ...more] = rest.children
  const words = only?.type === 'text' && more.length === 0 ? only.text : ''
  const found = findAddress(words)
  const bare = found !== null && found.length === words.length && found.url === fields.url
  return { ...rest, url: fields.url, version: 1, ...(bare ? { type: 'autolink', isUnlinked: false } : {}) }
}

/** The first bare address in a run of words, where the server would see one too. */
export function findAddress(words: string) {
  for (const { index, 0: found } of words.matchAll(/https?:\/\/[^\s<>"`\\^{|}]+/g)) {
    if (/[\p{L}\p{N}]$/u.test(words.slice(0, index))) continue
    const [first] = parseInline(found)
    const label = first?.type === 'link' ? first.children[0] : undefined
    if (first?.type === 'link' && label?.type === 'text')
      return { index, length: label.text.length, text: label.text, url: first.fields.url }
  }
  return null
}

/** What Lexical holds → a document a member may write; whatever else a paste has left is reduced to its words. */
export function fromLexical(state: { root: unknown }): RichDoc {
  return document(childrenOf(state.root as Serialized).flatMap(block))
}

const childrenOf = (node: Serialized): Serialized[] =>
  Array.isArray(node.children) ? (node.children as Serialized[]) : []

function block(node: Serialized): Block[] {
  if (node.type === 'horizontalrule') return [rule()]
  if (node.type === 'list') return [listOf(node, 1)]
  const words = inlines(childrenOf(node))
  if (words.length === 0) return []
  if (node.type === 'heading') return [heading(headingTag(node.tag), words)]
  return [node.type === 'quote' ? quote(words) : paragraph(words)]
}

/** Members have two headings, under those of the page. */
export const headingTag = (tag: unknown): 'h3' | 'h4' => (/^h[123]$/.test(String(tag)) ? 'h3' : 'h4')

function listOf(node: Serialized, level: number): List {
  const items: ListItem[] = []
  const add = (children: (Inline | List)[]) => items.push(listItem(items.length + 1, children, level - 1))
  for (const item of childrenOf(node)) {
    const children = childrenOf(item)
    const words = inlines(children.filter((child) => child.type !== 'list'))
    const lists = children.filter((child) => child.type === 'list')
    if (words.length > 0 || lists.length === 0) add(words)
    for (const deeper of lists) add([listOf(deeper, level + 1)])
  }
  const ordered = node.listType === 'number'
  return list(ordered ? 'number' : 'bullet', items, ordered ? Number(node.start ?? 1) : 1)
}

/**
 * Words, with their bare addresses as links: read from the words themselves, for Lexical shows a link a letter late, and
 * not beside every sign.
 */
function inlines(nodes: Serialized[]): Inline[] {
  const out: Inline[] = []
  for (const piece of join(nodes.flatMap(pieces))) {
    if (piece.type !== 'text' || piece.format & CODE || literal.has(piece)) out.push(piece)
    else out.push(...withLinks(piece))
  }
  return join(out, false)
}

/** An address somebody has unlinked stays words. */
const literal = new WeakSet<Inline>()

function pieces(node: Serialized, at: number): Inline[] {
  if (node.type === 'linebreak') return [lineBreak()]
  if (node.type === 'tab') return [text(' ')]
  if (typeof node.text === 'string') return [text(node.text, Number(node.format) & KNOWN_FORMATS)]
  const inside = childrenOf(node).flatMap(pieces)
  if (node.type === 'autolink') {
    if (node.isUnlinked === true) for (const piece of inside) literal.add(piece)
    return inside
  }
  if (node.type !== 'link') return at > 0 && inside.length > 0 ? [lineBreak(), ...inside] : inside
  const label = join(inside, false).filter((child) => child.type !== 'link')
  const href = safeHref(node.url)
  const pressable = label.some((child) => child.type === 'text' && child.text.trim() !== '')
  return href && pressable ? [link(href, label)] : label
}

/** Neighbours of one format become one, empty ones vanish. */
function join(nodes: Inline[], apart = true): Inline[] {
  const out: Inline[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    const kept = apart && (literal.has(node) || (last !== undefined && literal.has(last)))
    if (node.type === 'text' && node.text === '') continue
    if (node.type === 'text' && last?.type === 'text' && last.format === node.format && !kept)
      out[out.length - 1] = text(last.text + node.text, node.format)
    else out.push(node)
  }
  return out
}

function withLinks({ text: words, format }: TextNode): Inline[] {
  const out: Inline[] = []
  let rest = words
  for (let found = findAddress(rest); found; found = findAddress(rest)) {
    out.push(text(rest.slice(0, found.index), format), link(found.url, [text(found.text, format)]))
    rest = rest.slice(found.index + found.length)
  }
  return [...out, text(rest, format)]
}

/** The Markdown of what the editor holds. */
export const writeState = (state: { root: unknown }): string => writeMarkdown(fromLexical(state))

export const sameDocument = (a: RichDoc, b: RichDoc): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Can the editor show this text and give it back as it is? Not where Markdown read and written again would be another
 * document, nor beyond what the server reads: such a text stays in its text area.
 */
export function keeps(markdown: string, state: { root: unknown }): boolean {
  if (markdown.length > MAX_MARKDOWN) return false
  const wanted = parseMarkdown(markdown)
  const held = fromLexical(state)
  return sameDocument(held, wanted) && sameDocument(parseMarkdown(writeMarkdown(held)), wanted)
}
