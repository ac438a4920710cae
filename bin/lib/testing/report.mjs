import { duration, say } from '../say.mjs'
import { lastLine, sum } from './counts.mjs'

/**
 * Prints what was slow, what was skipped and what failed, then the totals, alone on the last line.
 * @param {{name: string, ms: number, result: {counts: object}}[]} outcomes
 * @returns the totals
 */
export function report(outcomes, titles) {
  const total = sum(outcomes.map(({ result }) => result.counts))
  heading('Le plus long', 'Slowest parts')
  for (const { name, ms } of slowest(outcomes, 5)) row(ms, titles(name))
  heading('Fichiers de tests les plus longs', 'Slowest test files')
  for (const { file, ms } of slowest(total.files, 10)) row(ms, file)
  if (total.skippedNames.length > 0) {
    heading('Non faits', 'Skipped')
    for (const name of total.skippedNames) console.log(`  ${name}`)
  }
  const failed = outcomes.filter(({ result }) => result.counts.failed > 0)
  if (failed.length > 0) {
    heading('En échec', 'Failed')
    for (const { name, result } of failed) console.log(`  ${titles(name)} (${result.counts.failed})`)
  }
  console.log(`\n${lastLine(total)}`)
  return total
}

const slowest = (parts, count) => parts.toSorted((a, b) => b.ms - a.ms).slice(0, count)
const heading = (fr, en) => console.log(`\n${say(fr, en)}`)
const row = (ms, text) => console.log(`${duration(ms).padStart(14)}  ${text}`)
