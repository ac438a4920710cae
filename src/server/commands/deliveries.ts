import type { Lang } from '@/core/lang'
import { type App, BadArguments, type Command } from '@/hooks'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { dropDelivery, replayDelivery } from '@/hooks/runtime/index'
import { findRows } from '@/hooks/runtime/store'
import { noArguments, readArguments } from './arguments'
import { EXIT } from './exits'

type Dead = {
  id: string
  event: string
  listener: string
  attempts: number
  error?: string | null
  updatedAt: string
}

const ALL = '--all'
const dead = (app: App): Promise<Dead[]> =>
  findRows<Dead>(app.payload, DELIVERIES, { where: { state: { equals: 'dead' } }, sort: 'id' })

export const listDeliveries: Command = {
  name: 'deliveries',
  summary: {
    fr: 'les remises d’événements abandonnées après tous leurs essais',
    en: 'the deliveries of events given up after all their attempts',
  },
  async run(app, args, print, lang) {
    noArguments(args, lang)
    const rows = await dead(app)
    for (const row of rows) {
      print(`${row.id}  ${row.updatedAt}  ${row.listener}  ${row.event}`)
      if (row.error) print(`    ${row.error}`)
    }
    print(lang === 'en' ? `Given up: ${rows.length}` : `Abandonnées : ${rows.length}`)
    return EXIT.done
  },
}

export const replayDeliveries: Command = {
  name: 'deliveries:replay',
  usage: `<id> | ${ALL}`,
  summary: { fr: 'les essaie de nouveau', en: 'tries them again' },
  run: (app, args, print, lang) => each(app, args, print, lang, replayDelivery),
}

export const dropDeliveries: Command = {
  name: 'deliveries:drop',
  usage: `<id> | ${ALL}`,
  summary: { fr: 'les écarte pour de bon', en: 'sets them aside for good' },
  run: (app, args, print, lang) => each(app, args, print, lang, dropDelivery),
}

async function each(
  app: App,
  args: readonly string[],
  print: (line: string) => void,
  lang: Lang,
  act: typeof replayDelivery | typeof dropDelivery,
): Promise<number> {
  const { words, has } = readArguments(args, [ALL], lang)
  if (has(ALL) ? words.length > 0 : words.length === 0)
    throw new BadArguments(lang === 'en' ? `An id, or ${ALL}.` : `Un identifiant, ou ${ALL}.`)
  const ids = has(ALL) ? (await dead(app)).map((row) => row.id) : words
  let refused = 0
  for (const id of ids) {
    const done = await act(app, id)
    if (!done.ok) refused++
    print(done.ok ? `✓ ${id}` : `✗ ${id}: ${lang === 'en' ? 'not given up' : 'n’est pas abandonnée'}`)
  }
  return refused === 0 ? EXIT.done : EXIT.failed
}
