import type { Bilingual, Lang } from '@/core/lang'
import { defineTexts } from '@/core/lang'
import { commandsOf } from './run'

const texts = defineTexts(
  {
    lead: 'Commandes pour qui fait tourner la maison :',
    ask: 'Si le serveur tourne (SQLite), c’est lui qui exécute la commande ; sinon la base est ouverte pour elle.',
    local: 'Sur la machine :',
    house: 'Dans la maison :',
    modules: 'Des modules et extensions :',
    out: '--out FICHIER   écrit la réponse dans un fichier que vous seul pouvez lire, au lieu de l’afficher',
    codes: `Codes de sortie : 0 fait · 1 non fait, ou quelque chose a été trouvé · 2 commande inconnue ou mal demandée ·
69 le serveur démarre ou s’arrête, redemandez · 77 il tourne sous un autre utilisateur · 78 configuration ou base à corriger`,
  },
  {
    lead: 'Commands for whoever runs the house:',
    ask: 'Where the server runs (SQLite) it runs the command; else the database is opened for it.',
    local: 'On the machine:',
    house: 'In the house:',
    modules: 'Of modules and plugins:',
    out: '--out FILE   writes the answer into a file that only you can read, instead of printing it',
    codes: `Exit codes: 0 done · 1 not done, or something was found · 2 unknown command, or not asked as it should be ·
69 the server is starting or stopping, ask again · 77 it runs as another user · 78 configuration or database to be mended`,
  },
)

type Listed = { name: string; usage?: string; summary: Bilingual }

/** All there is to ask, on one page. The modules are looked at, the database is not opened. */
export async function helpPage(lang: Lang): Promise<string> {
  const [{ modules }, { localCommands }, { houseCommands }] = await Promise.all([
    import('@/src/modules'),
    import('./local'),
    import('./house'),
  ])
  const t = texts(lang)
  const part = (title: string, commands: readonly Listed[]) => [
    '',
    title,
    ...commands.flatMap(({ name, usage, summary }) => [
      `  ${[name, usage].filter(Boolean).join(' ')}`,
      `      ${summary[lang]}`,
    ]),
  ]
  return [
    t.lead,
    '',
    '  npm run cli -- COMMAND …',
    '',
    t.ask,
    ...part(t.local, localCommands),
    ...part(t.house, houseCommands),
    ...part(t.modules, commandsOf({ modules }).slice(houseCommands.length)),
    '',
    `  ${t.out}`,
    '',
    t.codes,
  ].join('\n')
}
