import { createInterface } from 'node:readline/promises'
import { firstAdminLink, nobodyYet } from '@/collections/members/service/firstAdmin'
import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import type { Config } from './config'

/**
 * Into an empty database: demo data where that is wanted (alone on loopback it is, unless told otherwise; a person at
 * a terminal is asked), else a link to make the first administrator.
 */
export async function prepareFirstUse(app: App, config: Config, lang: Lang): Promise<void> {
  if (!(await nobodyYet(app))) return
  const say = (fr: string, en: string) => console.log(lang === 'en' ? en : fr)
  if (await wantsDemo(config, lang)) {
    const { loadDemo } = await import('./demo/index')
    say('Base vide : installation des données de démonstration…', 'Empty database: loading demo data…')
    const accounts = await loadDemo(app, (line) => console.log(`  ${line}`))
    console.log()
    say('Comptes de démonstration :', 'Demo accounts:')
    const width = Math.max(...accounts.map((a) => a.role[lang].length))
    for (const a of accounts) console.log(`  ${a.role[lang].padEnd(width)}  ${a.email}  ${a.password}`)
    return
  }
  console.log()
  say(
    'Personne n’a encore de compte. Ce lien, valable un jour, crée le premier :',
    'Nobody has an account yet. This link, valid for a day, makes the first:',
  )
  console.log(`  ${config.publicUrl}${await firstAdminLink(app)}`)
}

async function wantsDemo(config: Config, lang: Lang): Promise<boolean> {
  if (config.demo === 'yes') return true
  if (config.demo === 'no' || !config.onLoopback) return false
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true
  const line = createInterface({ input: process.stdin, output: process.stdout })
  const question =
    lang === 'en'
      ? 'The database is empty. Load demo data? [Y/n] '
      : 'La base est vide. Installer des données de démonstration ? [O/n] '
  const answer = (await line.question(question)).trim().toLowerCase()
  line.close()
  return !/^n/.test(answer)
}
