import { ok, type Result, refuse } from '@/core/result'

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'

/**
 * The text of a file: UTF-8, UTF-16 with its mark (what spreadsheets call Unicode text), else Windows-1252, as Excel saves
 * in France. What is no text at all is refused: `import.spreadsheet` for the file of a spreadsheet itself,
 * `import.not-text` for others.
 */
export function decodeText(
  bytes: Uint8Array,
): Result<{ text: string; encoding: Encoding }, 'import.spreadsheet' | 'import.not-text'> {
  const [a, b] = bytes
  // Zip (xlsx, ods), the old format of Excel.
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)) return refuse('import.spreadsheet')
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    const text = new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    return isText(text) ? ok({ text, encoding: 'utf-16' }) : refuse('import.not-text')
  }
  const [text, encoding] = inUtf8(bytes) ?? [
    new TextDecoder('windows-1252').decode(bytes),
    'windows-1252' as const,
  ]
  return isText(text) ? ok({ text, encoding }) : refuse('import.not-text')
}

function inUtf8(bytes: Uint8Array): [string, Encoding] | null {
  try {
    return [new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8']
  } catch {
    return null
  }
}

/** No text has these; what Windows-1252 leaves undefined is let through, as it may stand in one cell of thousands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const isText = (text: string): boolean => !/[\u0000-\u0008\u000e-\u001f]/.test(text)

const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** What parts the cells: whatever stands most often in the first line, outside of quotes; French files first. */
export function delimiterOf(text: string): Delimiter {
  let quoted = false
  const counts: Record<Delimiter, number> = { ';': 0, ',': 0, '\t': 0 }
  for (const c of text) {
    if (c === '"') quoted = !quoted
    else if (!quoted && (c === '\n' || c === '\r')) {
      if (DELIMITERS.some((d) => counts[d] > 0)) break
    } else if (!quoted && c in counts) counts[c as Delimiter] += 1
  }
  return DELIMITERS.reduce((best, d) => (counts[d] > counts[best] ? d : best))
}
