const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'table',
  'blockquote',
  'section',
  'hr',
])
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd'])

/**
 * The plain text of a mail, from the markup React makes (well-formed, so tokens are enough). Links show
 * their address, paragraphs a blank line, list items a dash.
 */
export function plainText(html: string): string {
  let out = ''
  /** Newlines owed before the next word. */
  let owed = 0
  /** Open links: where their text begins in `out`, and their address. */
  const links: { from: number; href: string }[] = []

  const write = (words: string) => {
    if (owed > 0 && out !== '') out += '\n'.repeat(owed)
    owed = 0
    out += words
  }
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      const words = decode(token).replace(/[ \t\r\n]+/g, ' ')
      const atStart = owed > 0 || out === '' || /\s$/.test(out)
      const kept = atStart ? words.replace(/^ /, '') : words
      if (kept !== '') write(kept)
      continue
    }
    const [, closing, name = ''] = /^<(\/?)([a-z0-9]+)/i.exec(token) ?? []
    const tag = name.toLowerCase()
    if (tag === 'a') {
      if (!closing) links.push({ from: out.length, href: decode(/href="([^"]*)"/.exec(token)?.[1] ?? '') })
      else {
        const link = links.pop()
        if (link?.href && out.slice(link.from).trim() !== link.href) write(` (${link.href})`)
      }
    } else if (BLOCKS.has(tag)) owed = 2
    else if (LINES.has(tag)) {
      owed = tag === 'br' ? owed + 1 : Math.max(owed, 1)
      if (tag === 'li' && !closing) write('- ')
    }
  }
  return out
    .split('\n')
    .map((line) => line.replace(/ +$/, ''))
    .join('\n')
    .trim()
}

/** `l&#x27;heure` → l'heure */
export const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
