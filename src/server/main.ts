import { fileURLToPath } from 'node:url'
import { langOfEnv, readConfig } from './config'
import { prepareFirstUse } from './firstUse'
import { StartRefused } from './openProgram'
import { start } from './start'

/** Exit code for a configuration that cannot work (sysexits.h, EX_CONFIG). */
const BAD_CONFIG = 78

const root = fileURLToPath(new URL('..', import.meta.url))
const lang = langOfEnv(process.env)
const tell = (fr: string, en: string) => console.log(lang === 'en' ? en : fr)

const read = readConfig(process.env, lang)
if (!read.ok) {
  tell('La configuration est à corriger :', 'The configuration needs mending:')
  for (const problem of read.problems) console.log(`  · ${problem}`)
  tell('Chaque réglage est expliqué dans .env.example.', 'Each setting is explained in .env.example.')
  process.exit(BAD_CONFIG)
}

try {
  const { config } = read
  const running = await start(
    config,
    process.env.COMPAGNON_ROOT ?? root,
    (line) => console.log(line),
    (app) => prepareFirstUse(app, config, lang),
  )
  console.log()
  tell(`Compagnon est ouvert : ${running.url}`, `Compagnon is open: ${running.url}`)
  if (read.config.production && process.stdout.isTTY) tell('Ctrl-C pour l’arrêter.', 'Ctrl-C to stop it.')

  const end = () => {
    tell('Arrêt : fin des demandes en cours…', 'Stopping: ending requests under way…')
    running.stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(BAD_CONFIG)
}
