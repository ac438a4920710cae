/*
 * npm run bench: how fast it is, beside what bare Node and bare inserts do on the same machine in the same run.
 *
 *   npm run bench                                  SQLite, 120 members, 5,000 rows in the ledger: two minutes
 *   npm run bench -- --database mongodb
 *   npm run bench -- --members 100000 --transfers 1000000
 *   npm run bench -- --quick                       short runs: for the inner loop
 *   npm run bench -- --only /annuaire,transfer     lines whose name contains one of these
 *   npm run bench -- --write-docs                  docs/generated/bench.md, of three runs one after the other: SQLite and
 *                                                  MongoDB small, SQLite with 100,000 members and 1,000,000 rows
 *
 * Figures go to bench-results/*.json (ignored by git). Nothing is asserted: a slow machine is no failure.
 */
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { main, Plain, progress } from './lib/say.mjs'
import { SERVER_FLAGS } from './lib/server-flags.mjs'
import { staleParts } from './lib/sources.mjs'

await main(async () => {
  requireNodeToInstall()
  process.chdir(root)
  await install()
  await continueUnderLockedNode()
  if (staleParts().includes('app')) {
    const { build } = await import('./lib/build.mjs')
    await build(root, { parts: ['app'] })
  }
  const programs = await bundle()
  const { readSettings } = await import(programs.settings)
  const settings = readSettings(process.argv.slice(2))
  if ('problem' in settings) throw new Plain(settings.problem, settings.problem)
  const { bench } = await import(programs.main)
  await bench({ root, programs, settings, nodeArgs: SERVER_FLAGS, progress: (line) => progress(line, line) })
})

/** The bench's own programs, made as the server is: what is measured must not run through a compiler. */
async function bundle() {
  const { build } = await import('esbuild')
  const { serverOptions } = await import('./lib/build-server.mjs')
  const outdir = '.cache/bench'
  const names = [
    'settings',
    'main',
    'fill/fill',
    'ledger/worker',
    'plugins/plugins',
    'http/transferServer',
    'http/probe',
    'http/hello',
  ]
  const entryPoints = Object.fromEntries(names.map((name) => [name.split('/').at(-1), `bench/${name}.ts`]))
  await build({ ...serverOptions(root), entryPoints, outdir, logLevel: 'warning' })
  return Object.fromEntries(Object.keys(entryPoints).map((name) => [name, `${root}/${outdir}/${name}.mjs`]))
}
