import type { BlockShape } from './blocks'
import type { HeadingTag } from './document'

/** What a writer may use and how much of it. Depth counts from the root; length is in characters. */
export type Allowance = {
  readonly headings: readonly HeadingTag[]
  readonly uploads: boolean
  /** Blocks of plugins that may stand between paragraphs; none when absent. */
  readonly blocks?: readonly BlockShape[]
  readonly maxLength: number
  readonly maxNodes: number
  readonly maxDepth: number
}

/** Lists may stand in lists this deep: root, list, item, list, item… then link and text. */
const DEPTH = 14

/** Staff: pages and news, with pictures of our own media. */
export const STAFF: Allowance = {
  headings: ['h2', 'h3', 'h4'],
  uploads: true,
  maxLength: 100_000,
  maxNodes: 20_000,
  maxDepth: DEPTH,
}

/** Members: messages under a heading of the page, so no h2, and no pictures. */
export const MEMBER: Allowance = {
  headings: ['h3', 'h4'],
  uploads: false,
  maxLength: 20_000,
  maxNodes: 8_000,
  maxDepth: DEPTH,
}
