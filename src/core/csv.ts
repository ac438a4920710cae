/** Excel reads UTF-8 only where it finds this mark. */
const BOM = '\uFEFF'

export type CsvCell = string | number | null
export type CsvRow = readonly CsvCell[]

/**
 * A table as French spreadsheets read it: semicolons, CRLF, UTF-8 with its mark (RFC 4180 otherwise). Text that
 * a spreadsheet would run as a formula (OWASP, CSV injection) is led by an apostrophe; numbers are left alone.
 */
export const csv = (rows: readonly CsvRow[]): string => BOM + rows.map(csvLine).join('')

/** The same in pieces, for tables too long to be held whole: the head, then each page of rows. */
export async function* csvPieces(
  head: CsvRow,
  pages: AsyncIterable<readonly CsvRow[]>,
): AsyncGenerator<string> {
  yield BOM + csvLine(head)
  for await (const rows of pages) if (rows.length > 0) yield rows.map(csvLine).join('')
}

const csvLine = (row: CsvRow): string => `${row.map(cell).join(';')}\r\n`

/** What may stand at the head of a formula. */
const FORMULA = /^\s*[=+\-@\t\r]/
/** A figure with its sign runs nothing. */
const FIGURE = /^-?\d+(?:[.,]\d+)?$/

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) && !FIGURE.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as it was before it was led by an apostrophe; other text as it is. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
