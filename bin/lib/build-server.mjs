import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

/** Programs made by esbuild, by the name they get in dist; one that has no source yet is left out. */
const PROGRAMS = { server: 'src/server/main.ts', cli: 'src/server/cli.ts' }
const CHUNKS = 'chunks'

/** How our TypeScript becomes a program for Node: packages stay in node_modules, all else is bundled. */
export function serverOptions(folder, { outdir = 'dist', production = true } = {}) {
  const entryPoints = Object.fromEntries(
    Object.entries(PROGRAMS).filter(([, source]) => existsSync(path.join(folder, source))),
  )
  return {
    absWorkingDir: folder,
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // What is imported dynamically (the database adapter not in use, Next) is loaded when asked for.
    splitting: true,
    chunkNames: `${CHUNKS}/[name]-[hash]`,
    packages: 'external',
    tsconfig: path.join(folder, 'tsconfig.json'),
    jsx: 'automatic',
    jsxDev: false,
    sourcemap: true,
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development') },
    // Styles imported by the admin's components are Next's business.
    loader: { '.css': 'empty', '.scss': 'empty' },
    metafile: true,
    logLevel: 'silent',
  }
}

/** Builds dist/server.mjs and dist/cli.mjs, and removes what an earlier build left behind. */
export async function buildServer(folder, options) {
  const config = serverOptions(folder, options)
  if (Object.keys(config.entryPoints).length === 0) throw new Error('src/server/main.ts is missing')
  const { metafile } = await esbuild.build(config)
  const made = new Set(Object.keys(metafile.outputs).map((file) => path.basename(file)))
  const chunks = path.join(folder, config.outdir, CHUNKS)
  for (const name of existsSync(chunks) ? readdirSync(chunks) : []) {
    if (!made.has(name)) rmSync(path.join(chunks, name))
  }
}

/** esbuild's own words for what is wrong in the sources. */
export async function describeBuildError(error) {
  if (!Array.isArray(error?.errors)) return error?.stack ?? String(error)
  const messages = await esbuild.formatMessages(error.errors, { kind: 'error', color: process.stdout.isTTY })
  return messages.join('\n')
}
