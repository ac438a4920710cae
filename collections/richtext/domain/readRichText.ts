import { ok, type Result, refuse } from '@/core/result'
import { type Allowance, MEMBER } from './allowance'
import { readValues } from './blocks'
import {
  type Block,
  document,
  heading,
  type Inline,
  KNOWN_FORMATS,
  type LineBreak,
  type List,
  type ListItem,
  lineBreak,
  link,
  list,
  listItem,
  paragraph,
  placedBlock,
  quote,
  type RichDoc,
  rule,
  type TextNode,
  text,
  upload,
} from './document'
import { MAX_BLOCKS } from './limits'
import { safeHref } from './links'

export type RichTextReason =
  | 'richtext.malformed'
  | 'richtext.unknown-node'
  | 'richtext.unknown-link'
  | 'richtext.no-pictures'
  | 'richtext.block-value'
  | 'richtext.block-incomplete'
  | 'richtext.too-many-blocks'
  | 'richtext.too-deep'
  | 'richtext.too-long'

/**
 * Reads an unknown value as a document of the whitelist. What comes out is built anew from what we know, so
 * nothing else can be in it; formats and attributes we do not know are dropped, nodes we do not know refuse
 * the whole, so that nobody's words vanish unseen.
 */
export function readRichText(value: unknown, allowance: Allowance = MEMBER): Result<RichDoc, RichTextReason> {
  try {
    const root = isRecord(value) && isRecord(value.root) ? value.root : null
    if (root === null || root.type !== 'root') return refuse('richtext.malformed')
    return ok(document(new Reader(allowance).blocks(root)))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason)
    throw error
  }
}

/** Leaves the recursion at once; never seen outside this file. */
class Refused extends Error {
  constructor(readonly reason: RichTextReason) {
    super(reason)
  }
}

type Raw = Record<string, unknown>
const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

class Reader {
  private nodes = 0
  private readonly ids = new Set<string>()
  private length = 0

  constructor(private readonly allowance: Allowance) {}

  blocks(root: Raw): Block[] {
    return this.children(root, 1).map((node) => this.block(node, 1))
  }

  private block(node: Raw, depth: number): Block {
    switch (node.type) {
      case 'paragraph':
        return paragraph(this.inlines(node, depth))
      case 'heading':
        return heading(this.headingTag(node.tag), this.inlines(node, depth))
      case 'quote':
        return quote(this.inlines(node, depth))
      case 'list':
        return this.list(node, depth)
      case 'horizontalrule':
        return rule()
      case 'upload':
        return this.upload(node)
      case 'block':
        return this.placed(node)
      default:
        throw new Refused('richtext.unknown-node')
    }
  }

  /** A heading too high for the writer becomes the highest allowed; too low, the lowest. */
  private headingTag(tag: unknown) {
    const { headings } = this.allowance
    const found = headings.find((h) => h === tag)
    if (found) return found
    const wanted = typeof tag === 'string' && /^h[1-6]$/.test(tag) ? Number(tag[1]) : null
    if (wanted === null) throw new Refused('richtext.malformed')
    const edge = wanted <= Number(headings[0]?.[1]) ? headings[0] : headings.at(-1)
    if (!edge) throw new Refused('richtext.unknown-node')
    return edge
  }

  private list(node: Raw, depth: number): List {
    const start = Number.isSafeInteger(node.start) && Number(node.start) >= 0 ? Number(node.start) : 1
    const items = this.children(node, depth + 1).map((item, i) => this.item(item, i + 1, depth + 1))
    return list(node.listType === 'number' ? 'number' : 'bullet', items, start)
  }

  private item(node: Raw, value: number, depth: number): ListItem {
    if (node.type !== 'listitem') throw new Refused('richtext.unknown-node')
    const children = this.children(node, depth + 1).flatMap((child): (Inline | List)[] =>
      child.type === 'list' ? [this.list(child, depth + 1)] : this.inline(child, depth + 1),
    )
    return listItem(value, children, Math.floor((depth - 2) / 2))
  }

  private inlines(node: Raw, depth: number): Inline[] {
    return this.children(node, depth + 1).flatMap((child) => this.inline(child, depth + 1))
  }

  /** A link without a word to press is its blanks alone. */
  private inline(node: Raw, depth: number): Inline[] {
    if (node.type !== 'link' && node.type !== 'autolink') return [this.words(node)]
    const fields = isRecord(node.fields) ? node.fields : {}
    const href = fields.linkType === 'internal' ? null : safeHref(fields.url)
    if (href === null) throw new Refused('richtext.unknown-link')
    const label = this.children(node, depth + 1).map((child) => this.words(child))
    return label.some((child) => child.type === 'text' && child.text.trim() !== '')
      ? [link(href, label)]
      : label
  }

  private words(node: Raw): TextNode | LineBreak {
    switch (node.type) {
      case 'linebreak':
        return lineBreak()
      case 'tab':
        return text(' ')
      case 'text': {
        if (typeof node.text !== 'string') throw new Refused('richtext.malformed')
        this.length += node.text.length
        if (this.length > this.allowance.maxLength) throw new Refused('richtext.too-long')
        const format = Number.isSafeInteger(node.format) ? Number(node.format) & KNOWN_FORMATS : 0
        return text(node.text.toWellFormed(), format)
      }
      default:
        throw new Refused('richtext.unknown-node')
    }
  }

  private upload(node: Raw) {
    if (!this.allowance.uploads) throw new Refused('richtext.no-pictures')
    if (node.relationTo !== 'media') throw new Refused('richtext.unknown-node')
    const value = isRecord(node.value) ? node.value.id : node.value
    if (typeof value !== 'string' || value.length > 100) throw new Refused('richtext.malformed')
    return upload(typeof node.id === 'string' ? node.id.slice(0, 100) : value, value)
  }

  private placed(node: Raw) {
    const fields = isRecord(node.fields) ? node.fields : {}
    const shape = this.allowance.blocks?.find((block) => block.slug === fields.blockType)
    if (!shape) throw new Refused('richtext.unknown-node')
    if (this.ids.size >= MAX_BLOCKS) throw new Refused('richtext.too-many-blocks')
    const values = readValues(shape, fields)
    if (!values.ok) throw new Refused(values.reason)
    return placedBlock(shape.slug, this.ownId(fields.id), values.value)
  }

  /** A block pasted from another has its id still; Payload tells blocks apart by theirs. */
  private ownId(given: unknown): string {
    const wished = typeof given === 'string' && /^[\w-]{1,60}$/.test(given) ? given : 'block'
    let id = wished
    for (let n = 2; this.ids.has(id); n++) id = `${wished}-${n}`
    this.ids.add(id)
    return id
  }

  /** The children of a node standing at `depth`, counted against the limits before anyone goes deeper. */
  private children(node: Raw, depth: number): Raw[] {
    if (depth > this.allowance.maxDepth) throw new Refused('richtext.too-deep')
    const children = node.children ?? []
    if (!Array.isArray(children)) throw new Refused('richtext.malformed')
    this.nodes += children.length
    if (this.nodes > this.allowance.maxNodes) throw new Refused('richtext.too-long')
    return children.map((child) => {
      if (!isRecord(child)) throw new Refused('richtext.malformed')
      return child
    })
  }
}
