import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../root.mjs'
import { capture } from '../run.mjs'
import { countVitest } from './counts.mjs'

/** Longer than any part may take; a run that hangs is ended and counts as failed. */
const LIMIT_MS = { long: 6 * 3_600_000, other: 25 * 60_000 }

/** The line vitest prints as it finishes a file: `✓ sqlite collections/… (12 tests) 340ms`. */
const isFileLine = (line) => /^\s?[✓❯×↓] .*\(\d+ tests?\b/.test(stripVTControlCharacters(line))

/**
 * Runs one project of vitest.config.ts.
 * @param {{paths: string[], env?: object, onLine?: (line: string) => void}} options `onLine` is told each
 *   finished file
 * @returns {Promise<{counts: object, output: string}>} output: the failures, as vitest shows them
 */
export async function runVitest(project, { paths, env = {}, onLine = () => undefined }) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'compagnon-vitest-'))
  const reportFile = path.join(work, 'report.json')
  const args = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project]
  args.push(
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    '--silent=passed-only',
  )
  // A forgotten `it.only` would leave the others untested; whoever names a file may want just that.
  if (paths.length > 0) args.push('--passWithNoTests', ...paths)
  else args.push('--allowOnly=false')
  try {
    const { code, output } = await capture(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...colour(), ...env },
      timeout: LIMIT_MS[project] ?? LIMIT_MS.other,
      onLine: (line) => {
        if (isFileLine(line)) onLine(line.trim())
      },
    })
    const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
    const counts = countVitest(report, { code, root, project, mayBeEmpty: paths.length > 0 })
    return { counts, output: counts.failed > 0 ? failures(output) : '' }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const colour = () => (process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' })

/** From vitest's first rule (`⎯⎯⎯ Failed Tests`) on; without one, the last it said. */
function failures(output) {
  const lines = output.split('\n')
  const first = lines.findIndex((line) => line.includes('⎯⎯⎯'))
  return lines.slice(first === -1 ? -60 : first).join('\n')
}
