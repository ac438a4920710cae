/*
 * npm run dev: the site for whoever works on it. Saving a file builds what it touches and starts the server
 * again; the admin is served by Next in development mode, from within the server.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { ensureSecret, loadDotenv } from './lib/dotenv.mjs'
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { root } from './lib/root.mjs'
import { whenNpmIsGone } from './lib/run.mjs'
import { main, progress } from './lib/say.mjs'
import { MARKS } from './lib/sources.mjs'

await main(async () => {
  requireNodeToInstall()
  process.chdir(root)
  await install()
  await continueUnderLockedNode()
  loadDotenv()
  ensureSecret()
  Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', COMPAGNON_ROOT: root })
  // dist/client is about to hold unminified files: npm start must make its own again.
  rmSync(path.join(root, MARKS.app), { force: true })

  const { watchClient, watchServer } = await import('./lib/build-watch.mjs')
  const server = restartable()
  const unwatch = [await watchClient(root), await watchServer(root, server.restart)]
  const end = async () => {
    await Promise.all([server.stop(), ...unwatch.map((stop) => stop())])
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  whenNpmIsGone(end)
})

/** One server at a time: the next one starts when the last has let go of the port and the database. */
function restartable() {
  let child
  let wanted
  const launch = (program) => {
    wanted = undefined
    progress('… Le serveur démarre', '… The server is starting')
    child = spawn(process.execPath, [program], { cwd: root, stdio: 'inherit' })
    child.once('exit', (code) => {
      child = undefined
      if (wanted) launch(wanted)
      else if (code)
        progress(
          '✗ Le serveur s’est arrêté ; enregistrer un fichier pour le relancer',
          '✗ The server has stopped; save a file to start it again',
        )
    })
  }
  return {
    restart: (program) => {
      if (!child) return launch(program)
      if (!wanted) child.kill('SIGTERM')
      wanted = program
    },
    stop: () =>
      new Promise((resolve) => {
        wanted = undefined
        if (!child) return resolve()
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}
