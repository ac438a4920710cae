/*
 * npm run build: makes what npm start serves.
 *
 *   dist/server.mjs, dist/cli.mjs   the server and the commands (esbuild)
 *   dist/client/                    stylesheet and browser scripts, hashed, with manifest.json (Vite)
 *   .next/                          Payload's admin (Next)
 *
 * Builds what changed; --force builds all of it, --app leaves the admin out.
 */
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { main, progress } from './lib/say.mjs'

await main(async () => {
  requireNodeToInstall()
  await install()
  await continueUnderLockedNode()
  const { build } = await import('./lib/build.mjs')
  const force = process.argv.includes('--force')
  await build(root, { force, parts: process.argv.includes('--app') ? ['app'] : undefined })
  progress('✓ Tout est construit', '✓ Everything is built')
})
