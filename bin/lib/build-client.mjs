import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as vite from 'vite'

const STYLESHEET = 'src/ui/styles/index.css'
const ISLANDS = 'src/web/islands'

/** What the browser is sent besides HTML: one stylesheet, and the islands (`src/web/islands/*.ts`). */
export function clientEntries(folder) {
  const islands = path.join(folder, ISLANDS)
  const scripts = existsSync(islands) ? readdirSync(islands).filter((name) => /^[^.]+\.tsx?$/.test(name)) : []
  return [STYLESHEET, ...scripts.map((name) => `${ISLANDS}/${name}`)].filter((entry) =>
    existsSync(path.join(folder, entry)),
  )
}

/** Vite's configuration; the manifest maps each entry to its hashed file. */
export function clientConfig(folder, { production = true } = {}) {
  return {
    root: folder,
    configFile: false,
    publicDir: false,
    base: '/',
    logLevel: 'warn',
    clearScreen: false,
    mode: production ? 'production' : 'development',
    resolve: { tsconfigPaths: true },
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      manifest: 'manifest.json',
      minify: production,
      sourcemap: !production,
      target: 'es2022',
      // The pages' policy allows files of ours and nothing inline: no data: URL, no preload helper.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: clientEntries(folder) },
    },
  }
}

/** Builds dist/client: assets/ with hashed names, and manifest.json. */
export async function buildClient(folder, options) {
  if (clientEntries(folder).length > 0) {
    await vite.build(clientConfig(folder, options))
    return
  }
  mkdirSync(path.join(folder, 'dist/client'), { recursive: true })
  writeFileSync(path.join(folder, 'dist/client/manifest.json'), '{}\n')
}
