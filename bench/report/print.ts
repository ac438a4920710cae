import type { Results } from '../results'
import { circumstances, type Table, tables } from './lines'

/** The tables on the terminal, columns aligned. */
export function printTable(results: Results): void {
  console.log()
  for (const line of circumstances(results)) console.log(line)
  for (const table of tables(results)) console.log(`\n${table.title}\n${aligned(table).join('\n')}`)
}

function aligned({ head, lines }: Table): string[] {
  const rows = [
    [...head, 'target', ''],
    ...lines.map(({ cells, target, verdict }) => [...fill(cells, head.length), target, verdict]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        const text = column === 0 || column >= head.length ? cell.padEnd(width) : cell.padStart(width)
        return text
      })
      .join('  ')
      .trimEnd(),
  )
}

export const fill = (cells: readonly string[], length: number): string[] => [
  ...cells,
  ...Array.from({ length: length - cells.length }, () => ''),
]
