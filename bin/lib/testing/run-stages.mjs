import { stripVTControlCharacters } from 'node:util'
import { duration, progress, say } from '../say.mjs'
import { nothing, oneFailed } from './counts.mjs'
import { report } from './report.mjs'
import { schedule } from './schedule.mjs'
import { definitions } from './stages.mjs'

/** In the inner loop somebody waits: three stages share the cores, rather than one wait for the slowest before it. */
const ALL_AT_ONCE = 4

const title = (name) => say(...definitions[name].title)

/**
 * Runs the stages asked for and reports.
 * @returns {Promise<boolean>} whether nothing failed
 */
export async function runStages({ stages, paths, quick }) {
  const failed = new Set()
  const present = stages.filter((name) => definitions[name].there?.() ?? true)
  const outcomes = await schedule(
    present.map((name) => ({
      name,
      weight: definitions[name].weight,
      after: definitions[name].after,
      run: () => runStage(name, { paths, quick, failed }),
    })),
    quick ? ALL_AT_ONCE : undefined,
  )
  const total = report(outcomes, title)
  return total.failed === 0 && total.passed > 0
}

async function runStage(name, context) {
  const since = performance.now()
  progress(`… ${title(name)}`, `… ${title(name)}`)
  const onLine = (line) => console.log(`${name.padStart(10)} │ ${line}`)
  let result
  try {
    result = await definitions[name].run({ ...context, onLine })
  } catch (error) {
    // A fault of the test command itself is a failure to be counted, not the end of the other stages.
    result = { counts: oneFailed(), output: error.stack ?? String(error) }
  }
  const { passed, failed, skipped } = { ...nothing(), ...result.counts }
  if (failed > 0) context.failed.add(name)
  const sign = failed > 0 ? '✗' : skipped > 0 && passed === 0 ? '○' : '✓'
  const line = `${sign} ${title(name)}: ${passed}/${passed + failed + skipped} (${duration(performance.now() - since)})`
  // In one write, so that a stage running beside does not come in between.
  const output = result.output.trim() ? `\n${indent(result.output)}\n` : ''
  progress(`${line}${output}`, `${line}${output}`)
  return result
}

const indent = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (stripVTControlCharacters(line).trim() ? `  ${line}` : ''))
    .join('\n')
