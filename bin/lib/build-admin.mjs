import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { capture } from './run.mjs'
import { Plain } from './say.mjs'
import { hashFiles, listSources, MARKS } from './sources.mjs'

/*
 * Payload's admin, built by Next: most of a minute, so only when something it is made of changed. Its
 * inputs are whatever src/app imports, directly or not, as esbuild finds them.
 */

/** Files Next reads without importing them. */
const BESIDES = [
  'next.config.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'bin/lib/build-admin.mjs',
]

const EMPTY = ['.scss', '.svg', '.png', '.jpg', '.webp', '.ico', '.woff2']

/** Next's sources in the project, or undefined where there is no admin yet. */
export async function adminInputs(folder) {
  const entryPoints = listSources(folder, ['src/app']).filter(isScript)
  if (entryPoints.length === 0) return undefined
  const { metafile } = await esbuild.build({
    absWorkingDir: folder,
    entryPoints,
    bundle: true,
    write: false,
    outdir: 'unused',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: path.join(folder, 'tsconfig.json'),
    jsx: 'automatic',
    // Plain CSS is followed through its @imports; pictures and fonts only count as files.
    loader: Object.fromEntries(EMPTY.map((extension) => [extension, 'empty'])),
    metafile: true,
    logLevel: 'silent',
  })
  // Sass may import other files, which esbuild does not see: all of it counts.
  const sass = listSources(folder, ['src', 'collections', 'plugins']).filter((file) => file.endsWith('.scss'))
  const others = [...listSources(folder, ['src/app']), ...sass, ...BESIDES]
  const files = new Set([
    ...Object.keys(metafile.inputs),
    ...others.filter((f) => existsSync(path.join(folder, f))),
  ])
  return [...files].filter((file) => !file.includes('node_modules/')).sort()
}

const isScript = (file) => /\.(ts|tsx|js|jsx|mjs)$/.test(file) && !file.endsWith('.d.ts')

/** The hash of Next's inputs, and whether what stands in .next was made of just these. */
export async function adminState(folder) {
  const inputs = await adminInputs(folder)
  if (!inputs) return { absent: true, fresh: true, hash: '' }
  const hash = hashFiles(folder, inputs)
  const mark = path.join(folder, MARKS.admin)
  const fresh = existsSync(mark) && readFileSync(mark, 'utf8').split('\n')[1] === hash
  return { absent: false, fresh, hash }
}

/** Runs `next build`. */
export async function buildAdmin(folder) {
  const next = path.join(folder, 'node_modules/next/dist/bin/next')
  const { code, output } = await capture(process.execPath, [next, 'build'], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // payload.config.ts is loaded but nothing is signed or stored while building.
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'only-while-building-nothing-is-signed-with-this',
    },
  })
  if (code !== 0)
    throw new Plain('La construction de l’administration a échoué.', 'Building the admin failed.', output)
}
