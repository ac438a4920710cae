/** Excel reads UTF-8 only where it finds this mark. */
const BOM = '\uFEFF'

/**
 * A table as French spreadsheets read it: semicolons, CRLF, UTF-8 with its mark (RFC 4180 otherwise). Text that
 * a spreadsheet would run as a formula (OWASP, CSV injection) is led by an apostrophe; numbers are left alone.
 */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${BOM}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
