import { rmSync } from 'node:fs'
import { StartRefused } from '../startRefused'
import { EXIT } from './exits'
import type { LocalCommand } from './localCommand'

export const resetDemo: LocalCommand = {
  name: 'demo:reset',
  usage: '--yes',
  summary: {
    fr: 'vide une base SQLite locale et y remet les données de démonstration (serveur arrêté)',
    en: 'empties a local SQLite database and loads the demo data again (server stopped)',
  },
  async run({ read, args, lang, say }) {
    if (!read.ok) return EXIT.config
    const { config } = read
    const tell = (fr: string, en: string) => say.err(lang === 'en' ? en : fr)
    if (config.database.kind !== 'sqlite' || !config.onLoopback) {
      tell(
        'demo:reset ne vide qu’un fichier SQLite d’un site de cette machine.',
        'demo:reset only empties a SQLite file of a site on this machine.',
      )
      return EXIT.usage
    }
    const { file } = config.database
    if (!args.includes('--yes')) {
      tell(
        `Ceci vide ${file}. Pour le confirmer : npm run demo:reset -- --yes`,
        `This empties ${file}. Say so: npm run demo:reset -- --yes`,
      )
      return EXIT.usage
    }
    const { guardSqlite } = await import('../sqliteGuard')
    const guarded = await guardSqlite(file)
    if (!guarded) {
      const [fr, en] = ['Le programme tourne : arrêtez-le d’abord.', 'The program is running: stop it first.']
      throw new StartRefused(lang === 'en' ? en : fr)
    }
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    // The guard stays ours: libsql lets go of a lock when it is collected, not when it is closed.
    const { openProgram } = await import('../openProgram')
    const opened = await openProgram(config, { guarded })
    const { installDemo } = await import('../firstUse')
    await installDemo(opened.app, lang)
    await opened.close()
    return EXIT.done
  },
}
