import { firstAdminLink, nobodyYet, resumeFirstAdmin } from '@/collections/members/service/firstAdmin'
import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { askDemo } from './askDemo'
import type { Config } from './config'
import { demoWasCut } from './demo/marker'
import type { Step } from './startingPage'
import { StartRefused } from './startRefused'

const sayIn = (lang: Lang) => (fr: string, en: string) => console.log(lang === 'en' ? en : fr)

/**
 * Into an empty database: demo data where that is wanted (alone on loopback it is, unless told otherwise; a person at
 * a terminal is asked), else a link to make the first administrator. To be called before the program's loops run.
 * Throws StartRefused where a demo was cut half-way: what is there is no story to show.
 */
export async function prepareFirstUse(
  app: App,
  config: Config,
  lang: Lang,
  during: (step: Step) => void,
): Promise<void> {
  if (await demoWasCut(app)) throw new StartRefused(cutDemo(config, lang))
  await resumeFirstAdmin(app)
  if (!(await nobodyYet(app))) return
  const say = sayIn(lang)
  if (await wantsDemo(config, lang)) {
    say('Base vide : installation des données de démonstration…', 'Empty database: loading demo data…')
    during('demo')
    await installDemo(app, lang)
    return
  }
  console.log()
  say(
    'Personne n’a encore de compte. Ce lien, valable un jour, crée le premier :',
    'Nobody has an account yet. This link, valid for a day, makes the first:',
  )
  console.log(`  ${config.publicUrl}${await firstAdminLink(app)}`)
}

/** Loads the demo, telling each step, and prints the accounts worth trying. */
export async function installDemo(app: App, lang: Lang): Promise<void> {
  const { loadDemo } = await import('./demo/index')
  const accounts = await loadDemo(app, (line) => console.log(`  ${line}`), lang)
  console.log()
  sayIn(lang)('Comptes de démonstration :', 'Demo accounts:')
  const width = (of: (a: (typeof accounts)[number]) => string) =>
    Math.max(...accounts.map((a) => of(a).length))
  const [roles, emails] = [width((a) => a.role[lang]), width((a) => a.email)]
  for (const a of accounts)
    console.log(`  ${a.role[lang].padEnd(roles)}  ${a.email.padEnd(emails)}  ${a.password}`)
}

function cutDemo(config: Config, lang: Lang): string {
  const again =
    config.database.kind === 'sqlite'
      ? { fr: 'npm run demo:reset -- --yes', en: 'npm run demo:reset -- --yes' }
      : { fr: 'videz la base MongoDB, puis npm start', en: 'empty the MongoDB database, then npm start' }
  return lang === 'en'
    ? `Loading the demo data was interrupted. To begin again: ${again.en}`
    : `L’installation des données de démonstration a été interrompue. Pour recommencer : ${again.fr}`
}

async function wantsDemo(config: Config, lang: Lang): Promise<boolean> {
  if (config.demo === 'yes') return true
  if (config.demo === 'no' || !config.onLoopback) return false
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true
  return askDemo(lang, process.stdin, process.stdout)
}
