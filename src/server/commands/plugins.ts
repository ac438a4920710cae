import type { Command } from '@/hooks'
import { noArguments } from './arguments'
import { EXIT } from './exits'
import { pluginStates } from './pluginStates'

export const listPlugins: Command = {
  name: 'plugins',
  summary: {
    fr: 'les extensions, leur version et leur état',
    en: 'the plugins, their version and their state',
  },
  async run(app, args, print, lang) {
    noArguments(args, lang)
    const rows = pluginStates(app, lang).map((p) => [p.id, p.version, p.says, p.title])
    const width = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]?.length ?? 0)))
    for (const row of rows) print(row.map((text, i) => text.padEnd(width[i] ?? 0)).join('  '))
    return EXIT.done
  },
}
