import { createElement, Fragment, type ReactNode } from 'react'
import { BOLD, CODE, ITALIC, STRIKE } from '../domain/document'
import { MAX_SHOWN_DEPTH } from '../domain/limits'
import { safeHref } from '../domain/links'

export type RichTextOptions = {
  /** Members' text: search engines are told not to follow its links. */
  by: 'staff' | 'member'
  /** What stands for each block, by its place in the document (`showText`); none shows where it is missing. */
  blocks?: ReadonlyMap<number, ReactNode>
}

/**
 * A stored document as React elements. It knows the nodes of the whitelist and no others, checks links again,
 * and stops at a depth, so that what was written around our checks (an import, an old row) still cannot hurt
 * the reader. Put `Prose` around it.
 */
export function renderRichText(doc: unknown, options: RichTextOptions): ReactNode {
  const root = field(doc, 'root')
  return children(root, options, 0)
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const field = (value: unknown, name: string): unknown => (isNode(value) ? value[name] : undefined)

function children(node: unknown, options: RichTextOptions, depth: number): ReactNode[] {
  const list = field(node, 'children')
  if (!Array.isArray(list) || depth > MAX_SHOWN_DEPTH) return []
  return list.map((child, i) => (isNode(child) ? show(child, options, depth + 1, i) : null))
}

const HEADINGS = new Set(['h2', 'h3', 'h4'])

function show(node: Node, options: RichTextOptions, depth: number, key: number): ReactNode {
  const inside = () => children(node, options, depth)
  switch (node.type) {
    case 'text':
      return words(node, key)
    case 'linebreak':
      return <br key={key} />
    case 'paragraph':
      return <p key={key}>{inside()}</p>
    case 'heading':
      return createElement(HEADINGS.has(String(node.tag)) ? String(node.tag) : 'h4', { key }, inside())
    case 'quote':
      return (
        <blockquote key={key}>
          <p>{inside()}</p>
        </blockquote>
      )
    case 'list':
      return list(node, options, depth, key)
    case 'link':
    case 'autolink':
      return anchor(node, options, depth, key)
    case 'horizontalrule':
      return <hr key={key} />
    case 'upload':
      return options.by === 'staff' ? picture(node.value, key) : null
    case 'block':
      return depth === 1 ? <Fragment key={key}>{options.blocks?.get(key)}</Fragment> : null
    default:
      return null
  }
}

function words(node: Node, key: number): ReactNode {
  if (typeof node.text !== 'string') return null
  const format = typeof node.format === 'number' ? node.format : 0
  let shown: ReactNode = node.text
  if (format & CODE) shown = <code>{shown}</code>
  if (format & STRIKE) shown = <s>{shown}</s>
  if (format & ITALIC) shown = <em>{shown}</em>
  if (format & BOLD) shown = <strong>{shown}</strong>
  return format === 0 ? shown : <span key={key}>{shown}</span>
}

function anchor(node: Node, options: RichTextOptions, depth: number, key: number): ReactNode {
  const label = children(node, options, depth)
  const href = safeHref(field(node.fields, 'url'))
  if (href === null) return <span key={key}>{label}</span>
  const rel = options.by === 'member' ? 'nofollow ugc' : undefined
  return (
    <a key={key} href={href} rel={rel}>
      {label}
    </a>
  )
}

/** Lexical keeps a deeper list in an item of its own; HTML wants it inside the item before. */
function list(node: Node, options: RichTextOptions, depth: number, key: number): ReactNode {
  const items = Array.isArray(node.children) ? node.children.filter(isNode) : []
  const groups: Node[][] = []
  if (depth > MAX_SHOWN_DEPTH) return null
  for (const item of items) {
    const nested = Array.isArray(item.children) && field(item.children[0], 'type') === 'list'
    const last = groups.at(-1)
    if (nested && last) last.push(item)
    else if (item.type === 'listitem') groups.push([item])
  }
  const shown = groups.map((group, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity, and are rendered once
    <li key={i}>{group.flatMap((item) => children(item, options, depth + 1))}</li>
  ))
  const start = typeof node.start === 'number' && node.start !== 1 ? node.start : undefined
  return node.listType === 'number' ? (
    <ol key={key} start={start}>
      {shown}
    </ol>
  ) : (
    <ul key={key}>{shown}</ul>
  )
}

/** A picture of our media, when it was read along with the document; a bare id shows nothing. */
function picture(media: unknown, key: number): ReactNode {
  const card = field(field(media, 'sizes'), 'card')
  const src = field(card, 'url') ?? field(media, 'url')
  if (typeof src !== 'string' || safeHref(src) === null) return null
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined)
  const alt = field(media, 'alt')
  const sized = isNode(card) && card.url ? card : media
  return (
    <figure key={key}>
      {/* biome-ignore lint/performance/noImgElement: pages are Express's; next/image is not for them. */}
      <img
        src={src}
        width={number(field(sized, 'width'))}
        height={number(field(sized, 'height'))}
        alt={typeof alt === 'string' ? alt : ''}
        loading="lazy"
        decoding="async"
      />
    </figure>
  )
}
