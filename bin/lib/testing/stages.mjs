import { existsSync } from 'node:fs'
import path from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { root } from '../root.mjs'
import { capture } from '../run.mjs'
import { say } from '../say.mjs'
import { oneFailed, onePassed, skip } from './counts.mjs'
import { runVitest } from './vitest.mjs'

/*
 * What each part of npm test does. A stage answers {counts, output}: the output is shown when it failed.
 */

const bin = (name) => path.join(root, 'node_modules', name)
const node = (args, options) => capture(process.execPath, args, { cwd: root, ...options })

/** A check that holds or not: one test. */
async function check(args, options) {
  const { code, output } = await node(args, options)
  return code === 0 ? { counts: onePassed(), output: '' } : { counts: oneFailed(), output }
}

/** Folders of ours that hold code; those to come are checked when they do. */
const rooms = () =>
  ['src', 'hooks', 'collections', 'plugins', 'tests', 'bin', 'payload.config.ts', 'payload-types.ts'].filter(
    (name) => existsSync(path.join(root, name)),
  )

/** Imported through tsx: these helpers are TypeScript, shared with the tests. */
const support = (name) => tsImport(path.join(root, 'tests/support', name), import.meta.url)

async function mongodb({ paths, onLine }) {
  const { findMongod } = await support('mongod.ts')
  const running = process.env.MONGODB_TEST_URI
  const found = running ? { ok: true } : await findMongod((line) => onLine(`mongod: ${line}`))
  if (found.ok) {
    return runVitest('mongodb', { paths, onLine, env: found.binary ? { MONGOD_BINARY: found.binary } : {} })
  }
  for (const reason of found.reasons) onLine(reason)
  onLine(
    say(
      'AUCUN MONGOD SUR CETTE MACHINE : LES TESTS SUR MONGODB N’ONT PAS ÉTÉ FAITS.',
      'NO MONGOD ON THIS MACHINE: THE TESTS ON MONGODB DID NOT RUN.',
    ),
  )
  return { counts: skip('mongodb: NO MONGOD'), output: '' }
}

async function journeys({ paths, onLine, failed }) {
  if (failed.has('build')) return { counts: skip('journeys: the build failed'), output: '' }
  const { findChromium } = await support('chromium.ts')
  try {
    const env = { CHROMIUM_PATH: await findChromium((line) => onLine(`chromium: ${line}`)) }
    return await runVitest('journeys', { paths, onLine, env })
  } catch (error) {
    return { counts: oneFailed(), output: error.message }
  }
}

/**
 * @type {Record<string, {title: [string, string], weight: number, after?: string[],
 *   there?: () => boolean,
 *   run: (context: {paths: string[], quick: boolean, onLine: (line: string) => void, failed: Set<string>}) => Promise<object>}>}
 */
export const definitions = {
  lint: {
    title: ['Style', 'Style'],
    weight: 1,
    run: () =>
      check([bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=error', '--max-diagnostics=20']),
  },
  types: {
    title: ['Types', 'Types'],
    weight: 1,
    run: () =>
      check([bin('typescript/bin/tsc'), '--noEmit', '--pretty', String(Boolean(process.stdout.isTTY))]),
  },
  imports: {
    title: ['Sens des imports', 'Import directions'],
    weight: 1,
    run: () =>
      check([
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err-long',
        ...rooms(),
      ]),
  },
  generated: {
    title: ['Fichiers engendrés à jour', 'Generated files fresh'],
    weight: 1,
    // To compare, it writes a file and puts the old one back: nobody may read it meanwhile.
    after: ['lint', 'types', 'imports'],
    there: () => existsSync(path.join(root, 'bin/generate.ts')),
    run: () => check(['--import', 'tsx', 'bin/generate.ts', '--check']),
  },
  unit: {
    title: ['Règles et propriétés', 'Rules and properties'],
    weight: 2,
    // Hundreds of files in seconds: their names would say nothing.
    run: ({ paths, quick }) => runVitest('unit', { paths, env: quick ? { COMPAGNON_QUICK: '1' } : {} }),
  },
  sqlite: {
    title: ['Intégration sur SQLite', 'Integration on SQLite'],
    weight: 1,
    run: ({ paths, onLine }) => runVitest('sqlite', { paths, onLine }),
  },
  mongodb: { title: ['Intégration sur MongoDB', 'Integration on MongoDB'], weight: 1, run: mongodb },
  build: {
    title: ['Construction', 'Build'],
    weight: 1,
    // Next writes type files that tsc would read half-written.
    after: ['types'],
    run: ({ onLine }) =>
      check(['bin/build.mjs'], { onLine: (line) => / […✓] /.test(line) && onLine(line.trim()) }),
  },
  journeys: {
    title: ['Parcours dans un navigateur', 'Journeys in a browser'],
    weight: 2,
    run: journeys,
  },
  long: {
    title: ['Épreuves longues', 'Long trials'],
    weight: 2,
    run: ({ paths, onLine }) => runVitest('long', { paths, onLine }),
  },
}
