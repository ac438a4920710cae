import type { Results } from '../results'
import { circumstances, tables } from './lines'
import { fill } from './print'

const HEAD = `# Measured

Made by \`npm run bench -- --write-docs\`, which runs all of this one after the other. Rates are those of one process;
“req/s a core” is 1,000 divided by the CPU milliseconds a request takes, and “ok by CPU” means that the rate was not
reached on a machine in use by others while that figure reaches it. \`npm run bench -- --database … --members …
--transfers …\` measures one of them, or other sizes.`

/** The page of docs/generated: each run with its circumstances and tables. */
export const pageOf = (runs: readonly Results[]): string => `${[HEAD, ...runs.map(section)].join('\n\n')}\n`

const NAMES = { sqlite: 'SQLite', mongodb: 'MongoDB, one node' }

function section(results: Results): string {
  const { database, members, transfers } = results.settings
  const parts = [
    `## ${NAMES[database]}: ${members.toLocaleString('en')} members, ${transfers.toLocaleString('en')} rows in the ledger`,
    '',
    ...circumstances(results).map((line) => `- ${line}`),
  ]
  for (const { title, head, lines } of tables(results)) {
    parts.push(
      '',
      `### ${title}`,
      '',
      row([...head, 'target', '']),
      row([...head, '', ''].map((_, i) => (i === 0 ? '---' : '---:'))),
    )
    for (const { cells, target, verdict } of lines)
      parts.push(row([...fill(cells, head.length), target, verdict]))
  }
  return parts.join('\n')
}

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
