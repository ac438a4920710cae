import { decode } from './plainText'

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => ESCAPED[c] ?? c)

/** Words within these are as somebody typed them. */
const VERBATIM = new Set(['code', 'pre'])

/** Passes the words of some markup that React made through `set`; tags and code stay as they are. */
export function setWords(markup: string, set: (words: string) => string): string {
  let verbatim = 0
  return markup.replace(/<(\/?)([a-z0-9]+)[^>]*>|[^<]+/gi, (token, closing?: string, tag?: string) => {
    if (tag === undefined) return verbatim > 0 ? token : escaped(set(decode(token)))
    if (VERBATIM.has(tag.toLowerCase())) verbatim += closing ? -1 : 1
    return token
  })
}
