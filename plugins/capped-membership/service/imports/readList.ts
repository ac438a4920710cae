import { CsvError, parse } from 'csv-parse/sync'
import { ok, type Result, refuse } from '@/core/result'
import { delimiterOf } from '../../domain/imports/decode'
import type { RawLine } from '../../domain/imports/entries'

/** More is another kind of work: a season has 5,000 seats at most. */
export const MOST_LINES = 10_000
const MOST_COLUMNS = 100
/** A cell longer than this is a quote that was never closed. */
const LONGEST_LINE = 20_000

export type List = { heads: string[]; lines: RawLine[] }
export type ListReason = 'import.empty' | 'import.broken' | 'import.too-many' | 'import.too-wide'

/** The heads and lines of a table (RFC 4180, with `;`, `,` or tabs). Empty lines are skipped, and counted. */
export function readList(text: string): Result<List, ListReason> {
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_LINE,
      to: MOST_LINES + 2,
    }) as string[][]
  } catch (error) {
    if (error instanceof CsvError) return refuse('import.broken', { line: Number(error.lines ?? 0) + 1 })
    throw error
  }
  const said = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '')
  const at = records.findIndex(said)
  const heads = (records[at] ?? []).map((head) => head.trim())
  if (heads.length > MOST_COLUMNS) return refuse('import.too-wide', { max: MOST_COLUMNS })
  const lines = records
    .map((cells, i) => ({ line: i + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => said(cells))
  if (at < 0 || lines.length === 0) return refuse('import.empty')
  if (records.length > MOST_LINES + 1) return refuse('import.too-many', { max: MOST_LINES })
  return ok({ heads, lines })
}
