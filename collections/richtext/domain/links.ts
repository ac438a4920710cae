/** Schemes a link may have; anything else (javascript:, data:, file:, …) is no link. */
const SCHEMES = new Set(['https:', 'http:', 'mailto:'])

/** Longest address kept, in characters. */
export const MAX_URL = 2_000

/**
 * The address as it may be written in an href, or null when it is not one of ours: https, http and mailto,
 * or a path, query or anchor of this site.
 *
 * Browsers drop tabs and newlines inside an address and read a backslash as a slash, so `java\nscript:` and
 * `/\evil.example` must not pass for a word and a path. A name before the host (`https://bank.fr@evil.fr`)
 * only ever serves to deceive. Parentheses are encoded, so that an address always fits in Markdown.
 */
export function safeHref(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.length > MAX_URL) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  if (/[\u0000-\u0020\u007f\\<>"]/.test(trimmed)) return null
  const encoded = encodeParens(trimmed)
  if (/^[/?#]/.test(encoded)) return encoded.startsWith('//') || !encoded.isWellFormed() ? null : encoded
  if (!URL.canParse(encoded)) return null
  const url = new URL(encoded)
  if (!SCHEMES.has(url.protocol)) return null
  if (url.protocol === 'mailto:')
    return /^mailto:[^\s@]+@[^\s@]+$/.test(url.href) ? encodeParens(url.href) : null
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null
  const href = encodeParens(url.href)
  return href.length > MAX_URL ? null : href
}

const encodeParens = (address: string): string => address.replaceAll('(', '%28').replaceAll(')', '%29')
