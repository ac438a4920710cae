/*
 * node bin/cli.mjs COMMAND …: a command of src/server/cli.ts (help lists them), built when its
 * sources changed, with the settings of .env. The admin is not built for it.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureSecret, loadDotenv } from './lib/dotenv.mjs'
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { foreground } from './lib/run.mjs'
import { main, Plain } from './lib/say.mjs'
import { staleParts } from './lib/sources.mjs'

// Standard output is the command's.
process.env.COMPAGNON_ANSWERS = '1'

await main(async () => {
  requireNodeToInstall()
  process.chdir(root)
  await install()
  await continueUnderLockedNode()
  loadDotenv()
  ensureSecret()
  process.env.NODE_ENV = 'production'
  if (staleParts().includes('app')) {
    const { build } = await import('./lib/build.mjs')
    await build(root, { parts: ['app'] })
  }
  const cli = path.join(root, 'dist/cli.mjs')
  if (!existsSync(cli))
    throw new Plain('Cette version n’a pas de commandes.', 'This version has no commands.')
  process.exitCode = await foreground(process.execPath, [
    '--enable-source-maps',
    cli,
    ...process.argv.slice(2),
  ])
})
