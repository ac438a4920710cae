import type { Value } from './blocks'

/**
 * The documents we keep: Lexical's serialised form, reduced to the nodes of the whitelist. Everything that
 * writes, reads or shows rich text speaks of these types and of no others.
 */

/** Bits of Lexical's `format` that we know; the others are dropped on reading. */
export const BOLD = 1
export const ITALIC = 2
export const STRIKE = 4
export const CODE = 16
export const KNOWN_FORMATS = BOLD | ITALIC | STRIKE | CODE

export type TextNode = {
  type: 'text'
  text: string
  format: number
  detail: 0
  mode: 'normal'
  style: ''
  version: 1
}
export type LineBreak = { type: 'linebreak'; version: 1 }
export type LinkNode = Element<'link', TextNode | LineBreak> & {
  fields: { linkType: 'custom'; newTab: false; url: string }
}
export type Inline = TextNode | LineBreak | LinkNode

type Element<T extends string, C> = {
  type: T
  children: C[]
  direction: null
  format: ''
  indent: number
  version: number
}
export type Paragraph = Element<'paragraph', Inline> & { textFormat: 0; textStyle: '' }
export type Heading = Element<'heading', Inline> & { tag: HeadingTag }
export type Quote = Element<'quote', Inline>
export interface List extends Element<'list', ListItem> {
  listType: 'bullet' | 'number'
  start: number
  tag: 'ul' | 'ol'
}
/** As Lexical writes it: an item holds text, or one deeper list and nothing else. */
export interface ListItem extends Element<'listitem', Inline | List> {
  value: number
}
export type Rule = { type: 'horizontalrule'; version: 1 }
/** A picture of our own media, by its id; when read with depth, the media document stands in its place. */
export type Upload = {
  type: 'upload'
  relationTo: 'media'
  value: unknown
  fields: null
  id: string
  format: ''
  version: 3
}
/** A block of a plugin, by its slug; what it holds has been checked against its fields. */
export type PlacedBlock = {
  type: 'block'
  fields: { id: string; blockName: ''; blockType: string } & Record<string, Value>
  format: ''
  version: 2
}
export type HeadingTag = 'h2' | 'h3' | 'h4'
export type Block = Paragraph | Heading | Quote | List | Rule | Upload | PlacedBlock
export type RichDoc = { root: Element<'root', Block> }

const element = { direction: null, format: '', indent: 0, version: 1 } as const

export const text = (value: string, format = 0): TextNode => ({
  type: 'text',
  text: value,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
export const lineBreak = (): LineBreak => ({ type: 'linebreak', version: 1 })
export const link = (url: string, children: (TextNode | LineBreak)[]): LinkNode => ({
  ...element,
  type: 'link',
  version: 3,
  fields: { linkType: 'custom', newTab: false, url },
  children,
})
export const paragraph = (children: Inline[]): Paragraph => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
})
export const heading = (tag: HeadingTag, children: Inline[]): Heading => ({
  ...element,
  type: 'heading',
  tag,
  children,
})
export const quote = (children: Inline[]): Quote => ({ ...element, type: 'quote', children })
export const list = (listType: List['listType'], children: ListItem[], start = 1): List => ({
  ...element,
  type: 'list',
  listType,
  start,
  tag: listType === 'number' ? 'ol' : 'ul',
  children,
})
export const listItem = (value: number, children: (Inline | List)[], indent = 0): ListItem => ({
  ...element,
  type: 'listitem',
  value,
  indent,
  children,
})
export const rule = (): Rule => ({ type: 'horizontalrule', version: 1 })
export const upload = (id: string, value: unknown): Upload => ({
  type: 'upload',
  relationTo: 'media',
  value,
  fields: null,
  id,
  format: '',
  version: 3,
})
export const placedBlock = (blockType: string, id: string, values: Record<string, Value>): PlacedBlock => ({
  type: 'block',
  // What Payload keeps of a block stands last: no field of a plugin may pass for it.
  fields: { ...values, id, blockName: '', blockType },
  format: '',
  version: 2,
})
export const document = (children: Block[]): RichDoc => ({ root: { ...element, type: 'root', children } })
