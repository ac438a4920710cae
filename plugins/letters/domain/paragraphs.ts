/** A piece of a line: plain, or an address that can be followed. */
export type Part = { text: string; href?: string }

const ADDRESS = /https?:\/\/[^\s<>"«»]+/gu
/** What stands at the end of an address belongs to the sentence around it. */
const TRAILING = /[.,;:!?…)\]'’]+$/u

/** A text as people type it: an empty line makes a paragraph, a line break stays one, addresses become links. */
export const paragraphsOf = (text: string): Part[][][] =>
  text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map(partsOf))

/** The pieces of a line; together they are the line. */
export function partsOf(line: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, '')
    if (!URL.canParse(address)) continue
    if (index > at) parts.push({ text: line.slice(at, index) })
    parts.push({ text: address, href: address })
    at = index + address.length
  }
  if (at < line.length) parts.push({ text: line.slice(at) })
  return parts
}
