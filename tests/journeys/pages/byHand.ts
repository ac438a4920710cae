import type { Visit } from './crawl'

/** The address of a page that no link leads to, and who opens it. */
type ByHand = { as: string; path: (visits: readonly Visit[]) => string; why: string }

export const BY_HAND: Readonly<Record<string, ByHand>> = {}
