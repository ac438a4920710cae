/**
 * Text without accents or case, for searching: « Éléonore Œuvrard » → "eleonore oeuvrard".
 * SQLite's LIKE does not find É by e, so every searchable collection keeps this beside its text.
 */
export const searchKey = (...parts: (string | null | undefined)[]): string =>
  parts
    .filter(Boolean)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Key by which both databases sort as a French dictionary would, near enough: base letters first. */
export const sortKey = searchKey

/** The beginning of a text on one line, cut at a word and an ellipsis put there; `max` counts characters. */
export function excerpt(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  // One more: a word that ends just there is whole.
  const cut = line.slice(0, max + 1)
  const space = cut.lastIndexOf(' ')
  const kept = space > max / 2 ? cut.slice(0, space) : wholeCharacters(line.slice(0, max))
  return `${kept.replace(/[\s.,;:!?…–—-]+$/u, '')}…`
}

/** A cut through a character that takes two units leaves half of it: that half goes. */
const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '')

/** A readable path segment: « Réparer une étagère » → "reparer-une-etagere". */
export const slugify = (text: string, max = 80): string =>
  searchKey(text).replace(/ /g, '-').slice(0, max).replace(/-+$/, '')
