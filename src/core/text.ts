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

/** A readable path segment: « Réparer une étagère » → "reparer-une-etagere". */
export const slugify = (text: string, max = 80): string =>
  searchKey(text).replace(/ /g, '-').slice(0, max).replace(/-+$/, '')
