import type { Results } from '../results'
import { circumstances, tables } from './lines'
import { fill } from './print'

/** The page of docs/generated. */
export function tableOf(results: Results): string {
  const parts = [
    '# Measured',
    '',
    'Made by `npm run bench -- --write-docs`. Rates are those of one process; “req/s a core” is 1,000 divided by the CPU',
    'milliseconds a request takes, and “ok by CPU” means that the rate was not reached on a machine in use by others',
    'while that figure reaches it.',
    '',
    ...circumstances(results).map((line) => `- ${line}`),
  ]
  for (const { title, head, lines } of tables(results)) {
    parts.push(
      '',
      `## ${title}`,
      '',
      row([...head, 'target', '']),
      row([...head, '', ''].map((_, i) => (i === 0 ? '---' : '---:'))),
    )
    for (const { cells, target, verdict } of lines)
      parts.push(row([...fill(cells, head.length), target, verdict]))
  }
  return `${parts.join('\n')}\n`
}

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
