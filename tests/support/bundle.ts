import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as esbuild from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

export type Bundle = { readonly file: string; readonly remove: () => void }

/**
 * A program of ours as esbuild makes it for the server, in a temporary folder: for tests that need a process of its
 * own, made of the sources as they stand. Call `remove` when done (workers of vitest are ended without a last word).
 */
export async function bundleProgram(entry: string, plugins: esbuild.Plugin[] = []): Promise<Bundle> {
  const folder = mkdtempSync(path.join(tmpdir(), 'compagnon-bundle-'))
  // Node looks for packages beside the file that imports them.
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { program: entry },
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    loader: { '.css': 'empty', '.scss': 'empty' },
    logLevel: 'silent',
    plugins,
  })
  return {
    file: path.join(folder, 'program.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
