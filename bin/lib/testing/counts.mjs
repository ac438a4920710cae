import path from 'node:path'

/*
 * Counting, over all the runners. A check that either holds or not (lint, types, build…) counts as one test.
 *
 * @typedef {{passed: number, failed: number, skipped: number, skippedNames: string[],
 *            files: {file: string, ms: number}[]}} Counts
 */

export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, skippedNames: [], files: [] })
export const onePassed = () => ({ ...nothing(), passed: 1 })
export const oneFailed = () => ({ ...nothing(), failed: 1 })
export const skip = (...skippedNames) => ({ ...nothing(), skipped: skippedNames.length, skippedNames })

/**
 * The counts of one vitest run, from its JSON report and exit code. A run without a report, without tests
 * or with an error outside of any test is a failure, however many tests passed.
 * @param {boolean} mayBeEmpty a path filter may leave nothing for this project
 */
export function countVitest(report, { code, root, project, mayBeEmpty = false }) {
  if (!report) return oneFailed()
  const counts = nothing()
  for (const { name, startTime, endTime, status, assertionResults } of report.testResults) {
    const file = path.relative(root, name).split(path.sep).join('/')
    const outcome = { passed: 0, failed: 0, skipped: 0 }
    for (const test of assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') outcome[test.status] += 1
      else {
        outcome.skipped += 1
        counts.skippedNames.push(`${project}: ${file} > ${test.fullName}`)
      }
    }
    // It could not be loaded, or a hook of the whole file failed.
    if (status === 'failed' && outcome.failed === 0) outcome.failed = 1
    for (const key of Object.keys(outcome)) counts[key] += outcome[key]
    counts.files.push({ file: `${project}: ${file}`, ms: Math.max(0, endTime - startTime) })
  }
  const empty = counts.passed + counts.failed + counts.skipped === 0
  if (counts.failed === 0 && (code !== 0 || (empty && !mayBeEmpty))) counts.failed = 1
  return counts
}

export function sum(all) {
  const total = nothing()
  for (const counts of all) {
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key]
    total.skippedNames.push(...counts.skippedNames)
    total.files.push(...counts.files)
  }
  return total
}

/** The last line of npm test; others read it, so its form never changes. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
