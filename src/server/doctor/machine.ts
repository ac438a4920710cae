import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import { DAY, SECOND } from '@/core/clock'
import { plural } from '@/core/lang'
import { withoutSecrets } from '@/hooks'
import program from '../../../package.json' with { type: 'json' }
import { DEFAULT_FOLDER } from '../backup/destination'
import type { Config, ConfigResult } from '../config'
import { type Finding, guarded, type Say } from './finding'

const GB = 1024 ** 3
/** Below this little is left to write; below the first, things begin to fail. */
const TOO_LITTLE = GB / 4
const LITTLE = GB
/** No machine that runs this program lives before it was made. */
const BEFORE_THIS = Date.UTC(2026, 10, 1)

/** What can be looked at without the database. */
export async function checkMachine(
  read: ConfigResult,
  say: Say,
  { deep }: { deep: boolean },
): Promise<Finding[]> {
  const config = read.ok ? read.config : undefined
  return [
    ...(await guarded('versions', say, () => versions(say))),
    ...configuration(read, say),
    ...(config ? secret(config, say) : []),
    ...(config ? address(config, say) : []),
    ...(config ? await guarded('mail', say, () => mail(config, say, deep)) : []),
    ...(config ? await guarded('payments', say, () => payments(config, say, deep)) : []),
    ...(config ? await guarded('disk', say, () => disk(config, say)) : []),
    ...(config ? privacy(config, say) : []),
    clock(say),
    ...(config ? await guarded('backup', say, () => lastBackup(config, say)) : []),
  ]
}

async function versions(say: Say): Promise<Finding> {
  const npm = await npmVersion()
  const [major = 0] = process.versions.node.split('.').map(Number)
  const says = `Compagnon ${program.version}, Node ${process.versions.node}, ${npm ? `npm ${npm}, ` : ''}Payload ${program.dependencies.payload}`
  if (major >= 22) return { check: 'versions', state: 'ok', says }
  const mend = say('lancez par npm, qui prend Node 24', 'run it by npm, which takes Node 24')
  return { check: 'versions', state: 'warn', says, mend }
}

/** As npm says it when it runs us; asked otherwise, where there is one. */
async function npmVersion(): Promise<string | undefined> {
  const told = /npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '')?.[1]
  if (told) return told
  try {
    return (await promisify(execFile)('npm', ['--version'], { timeout: 10 * SECOND })).stdout.trim()
  } catch {
    // A container of the built program has none.
    return undefined
  }
}

function configuration(read: ConfigResult, say: Say): Finding[] {
  if (read.ok)
    return [{ check: 'configuration', state: 'ok', says: say('lue et complète', 'read and complete') }]
  return read.problems.map((says) => ({
    check: 'configuration',
    state: 'fail',
    says,
    mend: say(
      'corrigez .env ; chaque réglage est expliqué dans .env.example',
      'mend .env; each setting is explained in .env.example',
    ),
  }))
}

function secret({ secret: value }: Config, say: Say): Finding[] {
  const findings: Finding[] = []
  // 36 random bytes hold some thirty different characters; a sentence typed by hand holds fewer.
  if (new Set(value).size < 12)
    findings.push({
      check: 'secret',
      state: 'fail',
      says: say(
        'PAYLOAD_SECRET se devine : il répète quelques caractères',
        'PAYLOAD_SECRET can be guessed: it repeats a few characters',
      ),
      mend: 'openssl rand -base64 36',
    })
  const file = path.resolve('.env')
  if (process.platform !== 'win32' && existsSync(file) && (statSync(file).mode & 0o077) !== 0)
    findings.push({
      check: 'secret',
      state: 'warn',
      says: say(`${file} peut être lu par d’autres`, `${file} can be read by others`),
      mend: `chmod 600 ${file}`,
    })
  if (findings.length === 0)
    findings.push({
      check: 'secret',
      state: 'ok',
      says: say(
        `${value.length} caractères, gardés pour vous`,
        `${value.length} characters, kept to yourself`,
      ),
    })
  return findings
}

function address({ publicUrl, onLoopback, trustProxy }: Config, say: Say): Finding[] {
  const check = 'address'
  if (onLoopback)
    return [
      {
        check,
        state: 'ok',
        says: say(`${publicUrl}, cette machine seule`, `${publicUrl}, this machine alone`),
      },
    ]
  if (!publicUrl.startsWith('https:'))
    return [
      {
        check,
        state: 'fail',
        says: say(
          `${publicUrl} : mots de passe et connexions passent en clair`,
          `${publicUrl}: passwords and sign-ins travel in the clear`,
        ),
        mend: say('un relais TLS devant : docs/operations.md', 'a TLS proxy in front: docs/operations.md'),
      },
    ]
  if (trustProxy === false)
    return [
      {
        check,
        state: 'warn',
        says: say(
          `${publicUrl} passe par un relais, que TRUST_PROXY ne nomme pas : les limites par adresse comptent tout le monde ensemble`,
          `${publicUrl} comes through a proxy that TRUST_PROXY does not name: limits by address count everybody together`,
        ),
        mend: 'TRUST_PROXY=loopback',
      },
    ]
  return [{ check, state: 'ok', says: publicUrl }]
}

async function mail({ smtpUrl, mailFrom }: Config, say: Say, deep: boolean): Promise<Finding> {
  const check = 'mail'
  if (!smtpUrl)
    return {
      check,
      state: 'warn',
      says: say(
        'aucun serveur : les courriers sont gardés, non envoyés',
        'no server: mails are kept, not sent',
      ),
      mend: 'SMTP_URL, MAIL_FROM',
    }
  const { host } = new URL(smtpUrl)
  if (!deep) return { check, state: 'ok', says: `${host}, ${mailFrom}` }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 10 * SECOND,
  } as Parameters<typeof createTransport>[0])
  try {
    await transport.verify()
    return { check, state: 'ok', says: say(`${host} répond et nous connaît`, `${host} answers and knows us`) }
  } catch (error) {
    const says = withoutSecrets(`${host}: ${(error as Error).message.split('\n', 1)[0]}`)
    return {
      check,
      state: 'fail',
      says,
      mend: say('vérifiez SMTP_URL et le pare-feu', 'check SMTP_URL and the firewall'),
    }
  } finally {
    transport.close()
  }
}

async function payments({ stripe, onLoopback }: Config, say: Say, deep: boolean): Promise<Finding> {
  const check = 'payments'
  if (!stripe)
    return {
      check,
      state: 'ok',
      says: say('à la main seulement, sans Stripe', 'by hand only, without Stripe'),
    }
  const test = stripe.secretKey.includes('_test_')
  const kind = test ? say('clé d’essai', 'test key') : say('clé réelle', 'live key')
  if (test && !onLoopback)
    return {
      check,
      state: 'warn',
      says: say(
        'clé d’essai de Stripe : personne ne paie pour de vrai',
        'test key of Stripe: nobody pays for real',
      ),
      mend: 'STRIPE_SECRET_KEY=sk_live_…',
    }
  if (!deep) return { check, state: 'ok', says: `Stripe, ${kind}` }
  try {
    const answer = await fetch(`${stripe.apiBase ?? 'https://api.stripe.com'}/v1/checkout/sessions?limit=1`, {
      headers: { authorization: `Bearer ${stripe.secretKey}` },
      signal: AbortSignal.timeout(10 * SECOND),
    })
    if (answer.ok)
      return { check, state: 'ok', says: say(`Stripe nous connaît, ${kind}`, `Stripe knows us, ${kind}`) }
    const says = say(`Stripe refuse la clé (${answer.status})`, `Stripe refuses the key (${answer.status})`)
    return { check, state: 'fail', says, mend: 'STRIPE_SECRET_KEY' }
  } catch (error) {
    return {
      check,
      state: 'fail',
      says: withoutSecrets(`Stripe: ${(error as Error).message.split('\n', 1)[0]}`),
      mend: say('vérifiez le pare-feu', 'check the firewall'),
    }
  }
}

async function disk({ database, mediaDir }: Config, say: Say): Promise<Finding[]> {
  const folders = [...(database.kind === 'sqlite' ? [path.dirname(database.file)] : []), mediaDir]
  const seen = new Set<string>()
  return folders.flatMap((folder): Finding[] => {
    const there = nearest(folder)
    const { bavail, bsize } = statfsSync(there)
    const free = bavail * bsize
    const device = String(statSync(there).dev)
    if (seen.has(device)) return []
    seen.add(device)
    const state = free < TOO_LITTLE ? 'fail' : free < LITTLE ? 'warn' : 'ok'
    const says = say(
      `${(free / GB).toFixed(1).replace('.', ',')} Go libres pour ${folder}`,
      `${(free / GB).toFixed(1)} GB free for ${folder}`,
    )
    const mend = say(
      'faites de la place : anciennes sauvegardes, fichiers .copy des mises à jour',
      'make room: old backups, .copy files of upgrades',
    )
    return [{ check: 'disk', state, says, ...(state === 'ok' ? {} : { mend }) }]
  })
}

/** The folder, or the nearest above it that is there: it is made when first written to. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(path.dirname(folder))
}

function clock(say: Say): Finding {
  const now = new Date()
  if (now.getTime() >= BEFORE_THIS) return { check: 'clock', state: 'ok', says: now.toISOString() }
  return {
    check: 'clock',
    state: 'fail',
    says: say(
      `${now.toISOString()} est avant ce programme`,
      `${now.toISOString()} is before this program was made`,
    ),
    mend: 'timedatectl set-ntp true',
  }
}

/** Backups as `npm run backup` names them, where it puts them unless told otherwise, or beside the data. */
async function lastBackup({ onLoopback, database }: Config, say: Say): Promise<Finding> {
  const check = 'backup'
  const beside = database.kind === 'sqlite' ? [path.join(path.dirname(database.file), 'backups')] : []
  const folders = [...new Set([...beside, path.resolve(DEFAULT_FOLDER)])]
  const times = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => /^compagnon-.*\.tar$/.test(path.basename(file)))
    .map((file) => statSync(file).mtimeMs)
  const mend = say(
    'npm run backup, chaque nuit : docs/operations/backup.md',
    'npm run backup, every night: docs/operations/backup.md',
  )
  if (times.length === 0) {
    const says = say(`aucune dans ${folders.join(', ')}`, `none in ${folders.join(', ')}`)
    return onLoopback ? { check, state: 'ok', says } : { check, state: 'warn', says, mend }
  }
  const age = Date.now() - Math.max(...times)
  const days = Math.floor(age / DAY)
  const says =
    days === 0
      ? say('la dernière a moins d’un jour', 'the last one is less than a day old')
      : say(
          `la dernière a ${days} ${plural('fr', days, { one: 'jour', other: 'jours' })}`,
          `the last one is ${days} ${plural('en', days, { one: 'day', other: 'days' })} old`,
        )
  return age > 2 * DAY ? { check, state: 'warn', says, mend } : { check, state: 'ok', says }
}

/** The database holds what members confided: nobody else of this machine reads it. */
function privacy({ onLoopback, database }: Config, say: Say): Finding[] {
  if (process.platform === 'win32' || onLoopback || database.kind !== 'sqlite' || !existsSync(database.file))
    return []
  const folder = path.dirname(database.file)
  const open = (what: string) => (statSync(what).mode & 0o007) !== 0
  if (!open(database.file) || !open(folder)) return []
  const says = say(
    `tout le monde sur cette machine peut lire ${database.file}`,
    `everybody on this machine can read ${database.file}`,
  )
  return [{ check: 'files', state: 'warn', says, mend: `chmod 700 ${folder}` }]
}
