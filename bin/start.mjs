/*
 * npm start: from a fresh clone to a running site, whatever is missing in between. Each step is skipped when
 * it has nothing to do, so that the second start takes seconds. Needs nothing but Node and npm.
 *
 * What the server itself does: check the configuration, migrate, offer demo data, print the address.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureSecret, loadDotenv } from './lib/dotenv.mjs'
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { foreground } from './lib/run.mjs'
import { main, Plain, progress } from './lib/say.mjs'
import { SERVER_FLAGS } from './lib/server-flags.mjs'
import { staleParts } from './lib/sources.mjs'

await main(async () => {
  requireNodeToInstall()
  process.chdir(root)
  await install()
  await continueUnderLockedNode()
  loadDotenv()
  ensureSecret()
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  if (staleParts().length > 0) {
    const { build } = await import('./lib/build.mjs')
    await build(root)
  }
  const server = path.join(root, 'dist/server.mjs')
  if (!existsSync(server)) throw new Plain('dist/server.mjs manque.', 'dist/server.mjs is missing.')
  progress('… Le serveur démarre', '… The server is starting')
  process.exitCode = await foreground(process.execPath, [...SERVER_FLAGS, server], { cwd: root })
})
