import { fileURLToPath } from 'node:url'
import { langOfEnv, readConfig } from './config'
import { openDoor } from './door'
import { keepQuiet } from './keepQuiet'
import { StartRefused } from './startRefused'

/** Exit code for a configuration that cannot work (sysexits.h, EX_CONFIG). */
const BAD_CONFIG = 78
/** Signals this close together are one. */
const SAME_MS = 1_000

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
keepQuiet(read.config)

try {
  const { config } = read
  const door = await openDoor(config)
  // All else is loaded behind the door: two seconds in which somebody may ask already.
  const [{ start }, { prepareFirstUse }] = await Promise.all([import('./start'), import('./firstUse')])
  const running = await start({
    config,
    root: process.env.COMPAGNON_ROOT ?? root,
    door,
    say: (line) => console.log(line),
    prepare: (app) => prepareFirstUse(app, config, lang, door.during),
  })
  console.log()
  tell(`Compagnon est ouvert : ${running.url}`, `Compagnon is open: ${running.url}`)
  if (config.production && process.stdout.isTTY) tell('Ctrl-C pour l’arrêter.', 'Ctrl-C to stop it.')

  let asked: number | undefined
  const end = () => {
    // One Ctrl-C comes twice: to all at the terminal, and once more from npm. A later one means: at once.
    if (asked !== undefined) {
      if (Date.now() - asked > SAME_MS) process.exit(1)
      return
    }
    asked = Date.now()
    tell('Arrêt : fin des demandes en cours…', 'Stopping: ending requests under way…')
    running.stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(BAD_CONFIG)
}
