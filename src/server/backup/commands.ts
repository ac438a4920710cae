import path from 'node:path'
import { parseArgs } from 'node:util'
import { EXIT } from '../commands/exits'
import type { LocalCommand } from '../commands/localCommand'
import { readConfig } from '../config'
import { DEFAULT_FOLDER } from './destination'
import { reporter } from './report'
import { sayReason, texts } from './texts'

/** npm runs us in the program's folder: a path is as its caller meant it. */
const asMeant = (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file)

export const backupCommand: LocalCommand = {
  name: 'backup',
  usage: '[--to FOLDER|FILE.tar] [--keep N]',
  summary: {
    fr: 'sauvegarde la base et les fichiers déposés dans un fichier, pendant que le programme tourne',
    en: 'saves the database and the uploaded files into one file, while the program runs',
  },
  async run({ read, args, lang, say }) {
    const t = texts(lang)
    const asked = options(args, { to: { type: 'string' }, keep: { type: 'string' } })
    if (!asked.ok || asked.words.length > 0) {
      say.err(asked.ok ? t.usageBackup : `${t.badOption(asked.option)}\n\n${t.usageBackup}`)
      return EXIT.usage
    }
    const { to, keep } = asked.values as { to?: string; keep?: string }
    if (keep !== undefined && !/^[1-9]\d{0,4}$/.test(keep)) {
      say.err(t.badKeep)
      return EXIT.usage
    }
    if (!read.ok) return EXIT.config
    const { config } = read
    settle(config)
    const report = reporter(lang, say)
    return plainly(
      async () => {
        const { backup } = await import('./backup')
        const made = await backup({
          database: config.database.uri,
          mediaDir: config.mediaDir,
          to: to === undefined ? path.resolve(DEFAULT_FOLDER) : asMeant(to),
          ...(keep === undefined ? {} : { keep: Number(keep) }),
          told: report.told,
        })
        report.end()
        if (made.ok) report.made(made.value)
        else say.err(sayReason(lang, made))
        return made.ok ? EXIT.done : EXIT.failed
      },
      (message) => say.err(t.failed(message)),
    )
  },
}

export const restoreCommand: LocalCommand = {
  name: 'restore',
  usage: 'FILE.tar [--database URI] [--media FOLDER] [--replace] [--check]',
  // --check needs none, and --database may stand for what is wrong.
  whateverConfig: true,
  summary: {
    fr: 'remet une sauvegarde dans une base, SQLite ou MongoDB, puis vérifie tout (serveur arrêté)',
    en: 'puts a backup into a database, SQLite or MongoDB, then verifies all of it (server stopped)',
  },
  async run({ args, lang, say }) {
    const t = texts(lang)
    const asked = options(args, {
      database: { type: 'string' },
      media: { type: 'string' },
      replace: { type: 'boolean' },
      check: { type: 'boolean' },
    })
    const [name, ...more] = asked.ok ? asked.words : []
    if (!asked.ok || !name || more.length > 0) {
      say.err(`${asked.ok ? t.oneFile : t.badOption(asked.option)}\n\n${t.usageRestore}`)
      return EXIT.usage
    }
    const { database, media, replace, check } = asked.values as {
      database?: string
      media?: string
      replace?: boolean
      check?: boolean
    }
    const file = asMeant(name)
    const report = reporter(lang, say)
    const failed = (message: string) => say.err(t.failed(message))
    if (check) {
      return plainly(async () => {
        const { checkFile } = await import('./archive/check')
        const checked = await checkFile(file)
        if (checked.ok) report.checked(file, checked.value)
        else say.err(sayReason(lang, checked))
        return checked.ok ? EXIT.done : EXIT.failed
      }, failed)
    }
    const env = {
      ...process.env,
      ...(database === undefined ? {} : { DATABASE_URI: database }),
      ...(media === undefined ? {} : { MEDIA_DIR: asMeant(media) }),
    }
    const read = readConfig(env, lang)
    if (!read.ok) {
      for (const problem of read.problems) say.err(`  · ${problem}`)
      return EXIT.config
    }
    const { config } = read
    settle(config)
    return plainly(async () => {
      const { restore } = await import('./restore')
      const done = await restore({
        file,
        database: config.database.uri,
        mediaDir: config.mediaDir,
        replace: replace === true,
        told: report.told,
      })
      report.end()
      if (!done.ok) {
        say.err(sayReason(lang, done))
        return EXIT.failed
      }
      return report.restored(done.value) ? EXIT.done : EXIT.failed
    }, failed)
  },
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function options(args: readonly string[], known: Options) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true })
    return { ok: true as const, values: values as Record<string, unknown>, words: positionals }
  } catch (error) {
    // The only way that node:util has of saying that an option is none of these.
    const { message } = error as Error
    return { ok: false as const, option: /'(-[^']+)'/.exec(message)?.[1] ?? message }
  }
}

/** What Payload's configuration reads while it loads. */
function settle(config: { database: { uri: string }; secret: string; mediaDir: string }): void {
  process.env.COMPAGNON_PUSH = ''
  process.env.DATABASE_URI = config.database.uri
  process.env.PAYLOAD_SECRET = config.secret
  process.env.MEDIA_DIR = config.mediaDir
  process.env.LOG_LEVEL = 'fatal'
}

/** Of the machine's refusals (no room, no right, no server) a sentence is said; of a bug, all there is. */
async function plainly(work: () => Promise<number>, say: (message: string) => void): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    const machine = syscall !== undefined || (typeof code === 'string' && /^(E[A-Z]+|SQLITE_)/.test(code))
    if (!machine && !/cannot connect to MongoDB/.test(message)) throw error
    say(message.replace(/(Error: )?cannot connect to MongoDB[:.] (Details: )?/g, ''))
    return EXIT.failed
  }
}
