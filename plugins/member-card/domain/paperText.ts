/**
 * What the standard fonts of PDF can write (Windows-1252) beyond Latin-1: all that French and English need.
 * ISO 32000-1, annex D.2.
 */
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

/** Letters whose base is no decomposition of theirs. */
const BASE: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
  ŋ: 'n',
  Ŋ: 'N',
  ẞ: 'SS',
}

const writable = (c: string): boolean => {
  const code = c.codePointAt(0) ?? 0
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.includes(c)
}

/**
 * A text as the standard fonts can write it: no-break spaces of any width become the one they have, a letter they lack
 * loses its accent (« Łukasz Šimůnek » → "Lukasz Šimunek"); what has no such letter is left out.
 */
export function paperText(text: string): string {
  const kept = [...text.normalize('NFC')].map((c) => {
    if (c === '\u202f' || c === '\u2007') return '\u00a0'
    if (c === '\u2011') return '-'
    if (writable(c)) return c
    if (/\s/.test(c)) return ' '
    const base = BASE[c] ?? c.normalize('NFD').replace(/\p{M}/gu, '')
    return [...base].every(writable) ? base : ''
  })
  return kept.join('').replace(/ +/g, ' ').trim()
}
