/**
 * What the fonts built into every PDF reader can write (WinAnsiEncoding, ISO 32000 annex D): Latin-1 and a few more.
 * A letter beyond it loses its accent (« Łukasz Şahin » → « Lukasz Sahin »); what has no Latin letter is « ? ».
 */
const BEYOND_LATIN1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/** Letters that no decomposition leads to their plain one. */
const PLAIN: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  '\u202F': '\u00A0',
  '\u2009': '\u00A0',
  '\u2011': '-',
  '\u2212': '–',
}

export const winAnsi = (text: string): string =>
  Array.from(text.normalize('NFC'), (char) => {
    if (writable(char)) return char
    const plain = PLAIN[char] ?? Array.from(char.normalize('NFD'))[0] ?? ''
    return writable(plain) ? plain : '?'
  }).join('')

function writable(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return (
    char === '\n' ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xff) ||
    BEYOND_LATIN1.has(char)
  )
}
