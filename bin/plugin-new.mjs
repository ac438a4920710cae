/*
 * npm run plugin:new <id>: writes a working plugin into plugins/<id>, enters it in plugins/index.ts, makes the
 * generated files again and says what to do next. Asks on a terminal; flags answer beforehand:
 *
 *   npm run plugin:new petites-annonces -- --title-fr="Petites annonces" --title-en="Small ads" \
 *     --path=/annonces --listen=membership.confirmed --yes
 *
 *   --yes        asks nothing: what no flag says is made up from the id
 *   --no-matrix  leaves docs/generated/access-matrix.md to you (npm run generate:access, half a minute)
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { install } from './lib/install.mjs'
import { continueUnderLockedNode, requireNodeToInstall } from './lib/node.mjs'
import { collect, problemOfId, questions, readArguments } from './lib/plugin/answers.mjs'
import { withPlugin, wordsOf, writePlugin } from './lib/plugin/write.mjs'
import { root } from './lib/root.mjs'
import { capture } from './lib/run.mjs'
import { main, Plain, progress, say } from './lib/say.mjs'

const USAGE =
  'npm run plugin:new <id> -- [--title-fr=…] [--title-en=…] [--path=/…] [--listen=…] [--yes] [--no-matrix]'

await main(async () => {
  requireNodeToInstall()
  process.chdir(root)
  const { id, flags, switches, unknown } = readArguments(process.argv.slice(2))
  if (unknown.length > 0 || !id || switches.has('help'))
    throw new Plain(`${unknown.join(' ')}\n  ${USAGE}`.trim(), `${unknown.join(' ')}\n  ${USAGE}`.trim())
  await install()
  await continueUnderLockedNode()

  const problem = problemOfId(id, takenIds())
  if (problem) throw new Plain(...problem)
  const actions = await actionsOfPeople()
  const asked = await answer(questions(id, { actions, routes: takenRoutes() }), flags, switches.has('yes'))
  if (asked.problem) throw new Plain(...asked.problem)
  const action = actions.find(({ name }) => name === asked.answers.listen)
  const words = wordsOf({ id, answers: asked.answers, action, requires: requirements(action) })

  const files = writePlugin(path.join('plugins', id), words)
  writeFileSync('plugins/index.ts', withPlugin(readFileSync('plugins/index.ts', 'utf8'), words))
  await run('node_modules/@biomejs/biome/bin/biome', 'check', '--write', `plugins/${id}`, 'plugins/index.ts')
  progress(`✓ plugins/${id} : ${files.length} fichiers`, `✓ plugins/${id}: ${files.length} files`)
  progress(
    '… npm run generate : types, migration, référence',
    '… npm run generate: types, migration, reference',
  )
  await run('--import', 'tsx', 'bin/generate.ts', `--name=${id.replaceAll('-', '_')}`)
  const matrix = !switches.has('no-matrix')
  if (matrix) {
    progress('… npm run generate:access : qui peut quoi', '… npm run generate:access: who may what')
    process.env.UPDATE_ACCESS_MATRIX = '1'
    await run('node_modules/vitest/vitest.mjs', 'run', '--project', 'sqlite', 'tests/access/matrix')
  }
  console.log(nextSteps(words, matrix))
})

/** Slugs and modules that there are: folders, and the collections and globals of payload-types.ts. */
function takenIds() {
  const types = readFileSync('payload-types.ts', 'utf8')
  const config = types.slice(types.indexOf('export interface Config {'), types.indexOf('collectionsJoins'))
  const globals = /\n {2}globals: \{([^}]*)\}/.exec(types)?.[1] ?? ''
  const slugs = `${config}${globals}`.matchAll(/^ {4}'?([\w-]+)'?: /gm)
  const folders = ['plugins', 'collections'].flatMap((room) => readdirSync(room))
  return [...folders, ...[...slugs].map(([, slug]) => slug)]
}

/** The addresses of the house, as its matrix of rights lists them. */
function takenRoutes() {
  const matrix = readFileSync('docs/generated/access-matrix.md', 'utf8')
  return [...matrix.matchAll(/^\| [A-Z]+ `([^`]+)`/gm)].map(([, route]) => route)
}

async function actionsOfPeople() {
  const { tsImport } = await import('tsx/esm/api')
  const { personActions } = await tsImport('./reference/declarations.ts', import.meta.url)
  return personActions(root)
}

/** The program as it is, and the plugin whose action is listened to. */
function requirements({ file }) {
  const version = (text) => text.split('.').slice(0, 2).concat('0').join('.')
  const program = JSON.parse(readFileSync('package.json', 'utf8')).version
  const [, other] = /^plugins\/([^/]+)\//.exec(file) ?? []
  const manifest = other ? readFileSync(`plugins/${other}/index.ts`, 'utf8') : ''
  const [, found] = /version: '([^']+)'/.exec(manifest) ?? []
  return { compagnon: `^${version(program)}`, ...(found ? { [other]: `^${version(found)}` } : {}) }
}

async function answer(list, flags, quiet) {
  if (quiet || !process.stdin.isTTY) return collect(list, flags, null)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ask = async ({ ask: [fr, en], choices }, otherwise) => {
    if (choices) console.log(choices.map((choice) => `    ${choice}`).join('\n'))
    return (await terminal.question(`${say(fr, en)} [${otherwise}] `)) || otherwise
  }
  ask.complain = ([fr, en]) => console.log(`  ✗ ${say(fr, en)}`)
  try {
    return await collect(list, flags, ask)
  } catch (error) {
    // Ctrl+C or Ctrl+D at a question.
    if (error.code !== 'ABORT_ERR') throw error
    throw new Plain('Rien n’a été écrit.', 'Nothing was written.')
  } finally {
    terminal.close()
  }
}

async function run(...args) {
  const { code, output } = await capture(process.execPath, args, { cwd: root })
  if (code === 0) return
  throw new Plain(
    `L’extension est écrite, mais « ${args.join(' ')} » n’a pas abouti (ci-dessus). Corriger, puis npm run generate.`,
    `The plugin is written, but “${args.join(' ')}” did not end well (above). Mend it, then npm run generate.`,
    output.slice(-4000),
  )
}

function nextSteps({ id, path: page }, matrix) {
  const rights = matrix
    ? say('les droits qu’elle ouvre : à relire', 'the rights it opens: read them')
    : say(
        'avant cela : npm run generate:access ; les droits qu’elle ouvre',
        'npm run generate:access before; the rights it opens',
      )
  const steps = [
    [
      `npm test -- plugins/${id}`,
      say('ses tests, sur SQLite et MongoDB', 'its tests, on SQLite and MongoDB'),
    ],
    ['npm run dev', say(`puis ${page}, une fois connecté`, `then ${page}, signed in`)],
    ['git diff docs/generated', rights],
    ['docs/plugins.md', say('comment aller plus loin', 'how to go on from here')],
  ]
  const width = Math.max(...steps.map(([what]) => what.length))
  return [
    '',
    say(
      `✓ plugins/${id} fonctionne, et sera en service au prochain démarrage.`,
      `✓ plugins/${id} works, and is on from the next start.`,
    ),
    '',
    ...steps.map(([what, why]) => `  ${what.padEnd(width)}   ${why}`),
    '',
    say(
      'Quand ses champs changent : npm run generate. Quand ses adresses ou ses droits changent : npm run generate:access.',
      'When its fields change: npm run generate. When its addresses or rights do: npm run generate:access.',
    ),
  ].join('\n')
}
