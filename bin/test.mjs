/*
 * npm test: everything that is checked, on a fresh clone as on an old one. `--quick` for the inner loop.
 *
 *   npm test                         all of it
 *   npm test -- --quick              style, types, rules (not their properties): seconds
 *   npm test -- --only=unit,sqlite   some parts; `long` only runs when named
 *   npm test -- collections/ts       the tests below a folder, or in a file
 *
 * The last line is `N passed, N failed[, N skipped]`; the exit code is 0 only when none failed.
 */
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { main, Plain } from './lib/say.mjs'
import { parseArguments } from './lib/testing/arguments.mjs'

await main(async () => {
  requireNodeToInstall()
  process.chdir(root)
  const wanted = parseArguments(process.argv.slice(2))
  if (wanted.problem) throw new Plain(wanted.problem, wanted.problem)
  await install()
  await continueUnderLockedNode()
  const { runStages } = await import('./lib/testing/run-stages.mjs')
  process.exitCode = (await runStages(wanted)) ? 0 : 1
})
