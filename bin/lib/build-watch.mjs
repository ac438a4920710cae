import path from 'node:path'
import * as esbuild from 'esbuild'
import * as vite from 'vite'
import { clientConfig, clientEntries } from './build-client.mjs'
import { describeBuildError, serverOptions } from './build-server.mjs'

/*
 * For developers: builds again as files are saved. Bundled by esbuild, the server is back in the time Payload
 * takes to start; run from its sources through tsx it would take twice as long.
 */

/** Where the development server is built, apart from dist/server.mjs, which npm start may be serving. */
const OUTDIR = 'dist/dev'

/**
 * Builds the server, then again on every change.
 * @param {(program: string) => void} onBuilt is told after each success; a failure is printed
 * @returns {Promise<() => Promise<void>>} ends the watching
 */
export async function watchServer(folder, onBuilt) {
  const report = {
    name: 'report',
    setup: (build) =>
      build.onEnd(async (result) => {
        if (result.errors.length > 0) console.error(await describeBuildError(result))
        else onBuilt(path.join(folder, OUTDIR, 'server.mjs'))
      }),
  }
  const context = await esbuild.context({
    ...serverOptions(folder, { outdir: OUTDIR, production: false }),
    plugins: [report],
  })
  await context.watch()
  return () => context.dispose()
}

/** Builds stylesheet and browser scripts into dist/client, then again on every change. */
export async function watchClient(folder) {
  if (clientEntries(folder).length === 0) return async () => undefined
  const config = clientConfig(folder, { production: false })
  const watcher = await vite.build({ ...config, build: { ...config.build, watch: {} } })
  const first = new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message)
      if (event.code === 'END' || event.code === 'ERROR') resolve()
    })
  })
  await first
  return () => watcher.close()
}
