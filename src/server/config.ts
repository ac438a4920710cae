import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import type { Lang } from '@/core/lang'

/*
 * Configuration by environment: every variable, its default and what is wrong with a bad value, in words for
 * the person who installs. `.env.example` documents the same list (config.test.ts keeps the two in step).
 */

export type Database =
  | { readonly kind: 'sqlite'; readonly uri: string /** Absolute path of the file. */; readonly file: string }
  | { readonly kind: 'mongodb'; readonly uri: string }

export type Config = {
  readonly production: boolean
  readonly database: Database
  /** Origin of the site as visitors write it, without a final slash. */
  readonly publicUrl: string
  /** The site is reached on this machine only: demo data may be offered. */
  readonly onLoopback: boolean
  readonly port: number
  readonly host: string
  readonly secret: string
  /** Absent: mails are kept in the outbox and not sent. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly demo: 'yes' | 'no' | 'ask'
  /** Absolute path of the folder of uploaded files. */
  readonly mediaDir: string
  /** What Express's `trust proxy` takes: false, a number of hops, or addresses. */
  readonly trustProxy: false | number | readonly string[]
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly timeZone: string
  /** Absent: /metrics answers nobody. */
  readonly metricsToken: string | undefined
  /** Absent: fees are taken by hand only. */
  readonly stripe: StripeConfig | undefined
}

export type StripeConfig = {
  readonly secretKey: string
  /** Signs what Stripe tells us. */
  readonly webhookSecret: string
  /** Another address than Stripe's own, for tests. */
  readonly apiBase?: string
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

type Env = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const STRIPE_PAIR = [
  ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ['STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY'],
] as const

/** The variables `readConfig` knows, in the order of `.env.example`. */
export const configVariables = (): string[] => Object.keys(variables('fr').shape)

/**
 * Reads and checks the environment. Every problem is told at once, one sentence each, beginning with the
 * variable's name; no value is repeated where it may hold a password.
 * @param cwd what relative paths are relative to
 */
export function readConfig(env: Env, lang: Lang = langOfEnv(env), cwd = process.cwd()): ConfigResult {
  const schema = variables(lang)
  // In a .env file `SMTP_URL=` means "not set".
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = env[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const read = schema.safeParse(given)
  if (!read.success) {
    return {
      ok: false,
      problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    }
  }
  const is = read.data
  const publicUrl = is.PUBLIC_URL ?? `http://127.0.0.1:${is.PORT}`
  return {
    ok: true,
    config: {
      production: env.NODE_ENV === 'production',
      database: database(is.DATABASE_URI, cwd),
      publicUrl,
      onLoopback: isLoopback(new URL(publicUrl).hostname),
      port: is.PORT,
      host: is.HOST,
      secret: is.PAYLOAD_SECRET,
      smtpUrl: is.SMTP_URL,
      mailFrom: is.MAIL_FROM ?? 'Compagnon <compagnon@localhost>',
      demo: is.DEMO,
      mediaDir: path.resolve(cwd, is.MEDIA_DIR),
      trustProxy: is.TRUST_PROXY,
      logLevel: is.LOG_LEVEL,
      timeZone: is.TIME_ZONE,
      metricsToken: is.METRICS_TOKEN,
      stripe:
        is.STRIPE_SECRET_KEY && is.STRIPE_WEBHOOK_SECRET
          ? {
              secretKey: is.STRIPE_SECRET_KEY,
              webhookSecret: is.STRIPE_WEBHOOK_SECRET,
              ...(is.STRIPE_API_BASE ? { apiBase: is.STRIPE_API_BASE } : {}),
            }
          : undefined,
    },
  }
}

/** The language of whoever reads the terminal: French, unless the locale is English. */
export function langOfEnv(env: Env): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en/i.test(locale) ? 'en' : 'fr'
}

export const isLoopback = (hostname: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i.test(hostname)

function variables(lang: Lang) {
  const say = (fr: string, en: string) => (lang === 'en' ? en : fr)
  /** A variable with a test and the sentence said when it fails. */
  const text = (passes: (value: string) => boolean, sentence: string) =>
    z.string(sentence).refine(passes, sentence)

  return z
    .object({
      DATABASE_URI: text(
        isDatabaseUri,
        say(
          'attendu « file:./data/compagnon.sqlite » ou « mongodb://hôte/base » (avec le nom de la base).',
          'expected "file:./data/compagnon.sqlite" or "mongodb://host/database" (with the database\'s name).',
        ),
      ).default('file:./data/compagnon.sqlite'),
      PUBLIC_URL: text(
        isOrigin,
        say(
          'attendu l’adresse du site sans chemin, par exemple « https://compagnon.example.org ».',
          'expected the address of the site without a path, such as "https://compagnon.example.org".',
        ),
      )
        .transform((value) => new URL(value).origin)
        .optional(),
      PORT: text(
        (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535,
        say('attendu un nombre de 1 à 65535.', 'expected a number from 1 to 65535.'),
      )
        .transform(Number)
        .default(3000),
      HOST: text(
        (value) => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value),
        say(
          'attendu une adresse de cette machine, « 127.0.0.1 » ou « 0.0.0.0 » pour toutes.',
          'expected an address of this machine, "127.0.0.1", or "0.0.0.0" for all of them.',
        ),
      ).default('127.0.0.1'),
      PAYLOAD_SECRET: text(
        (value) => value.length >= 32,
        say(
          'il faut au moins 32 caractères, tirés au hasard ; « npm start » en écrit un dans .env.',
          'at least 32 random characters are needed; "npm start" writes one into .env.',
        ),
      ),
      SMTP_URL: text(
        (value) => isUrl(value, ['smtp:', 'smtps:']),
        say(
          'attendu « smtp://hôte:587 » ou « smtps://hôte:465 » (utilisateur et mot de passe encodés : @ s’écrit %40).',
          'expected "smtp://host:587" or "smtps://host:465" (user and password encoded: @ is written %40).',
        ),
      ).optional(),
      MAIL_FROM: text(
        (value) => /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value),
        say(
          'attendu « nom@exemple.org » ou « Compagnon <nom@exemple.org> ».',
          'expected "name@example.org" or "Compagnon <name@example.org>".',
        ),
      ).optional(),
      DEMO: z
        .enum(
          ['yes', 'no', 'ask'],
          say('attendu « yes », « no » ou « ask ».', 'expected "yes", "no" or "ask".'),
        )
        .default('ask'),
      MEDIA_DIR: z.string().default('./media'),
      TRUST_PROXY: text(
        (value) => trustProxy(value) !== undefined,
        say(
          'attendu « no », le nombre de relais devant le serveur, ou leurs adresses (« loopback, 10.0.0.0/8 »).',
          'expected "no", the number of proxies in front, or their addresses ("loopback, 10.0.0.0/8").',
        ),
      )
        .transform((value) => trustProxy(value) ?? false)
        .default(false),
      LOG_LEVEL: z
        .enum(LOG_LEVELS, `${say('attendu l’un de', 'expected one of')} ${LOG_LEVELS.join(', ')}.`)
        .default('info'),
      TIME_ZONE: text(
        isTimeZone,
        say(
          'attendu un fuseau horaire tel que « Europe/Paris » ou « Indian/Reunion ».',
          'expected a time zone such as "Europe/Paris" or "Indian/Reunion".',
        ),
      ).default('Europe/Paris'),
      METRICS_TOKEN: text(
        (value) => /^\S{16,}$/.test(value),
        say(
          'il faut au moins 16 caractères, sans espace.',
          'at least 16 characters without spaces are needed.',
        ),
      ).optional(),
      STRIPE_SECRET_KEY: text(
        (value) => /^(sk|rk)_(test|live)_\w{3,}$/.test(value),
        say(
          'attendu une clé secrète de Stripe, « sk_live_… » ou « sk_test_… ».',
          'expected a secret key of Stripe, "sk_live_…" or "sk_test_…".',
        ),
      ).optional(),
      STRIPE_WEBHOOK_SECRET: text(
        (value) => /^whsec_\S{8,}$/.test(value),
        say(
          'attendu le secret de signature d’un point de réception de Stripe, « whsec_… ».',
          'expected the signing secret of a Stripe webhook endpoint, "whsec_…".',
        ),
      ).optional(),
      STRIPE_API_BASE: text(
        isOrigin,
        say(
          'attendu une adresse sans chemin ; pour les essais seulement.',
          'expected an address without a path; for tests only.',
        ),
      )
        .transform((value) => new URL(value).origin)
        .optional(),
    })
    .superRefine((is, context) => {
      // Mail servers refuse, or worse, swallow what comes from a sender at localhost.
      if (is.SMTP_URL && !is.MAIL_FROM) {
        context.addIssue({
          code: 'custom',
          path: ['MAIL_FROM'],
          message: say(
            'il faut un expéditeur dès que SMTP_URL est donné.',
            'a sender is needed as soon as SMTP_URL is given.',
          ),
        })
      }
      // A payment whose news cannot be checked would wait for the next look: both or none.
      for (const [given, missing] of STRIPE_PAIR) {
        if (!is[given] || is[missing]) continue
        context.addIssue({
          code: 'custom',
          path: [missing],
          message: say(`exigé avec ${given}.`, `needed with ${given}.`),
        })
      }
    })
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return protocols.includes(url.protocol) && url.hostname !== ''
}

function isOrigin(value: string): boolean {
  if (!isUrl(value, ['http:', 'https:'])) return false
  const url = new URL(value)
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
}

/**
 * A MongoDB URI may name several hosts, which no URL parser takes; and without a database name the driver
 * would silently use "test".
 */
function isDatabaseUri(value: string): boolean {
  return (
    /^file:(?!:memory:)(?!\/\/[^/])[^?#]*[^/?#]$/.test(value) ||
    /^mongodb(\+srv)?:\/\/([^@/?#\s]+@)?[^@/?#\s,]+(,[^@/?#\s,]+)*\/[^/?#\s.$"\\]+(\?\S*)?$/.test(value)
  )
}

function database(uri: string, cwd: string): Database {
  if (!uri.startsWith('file:')) return { kind: 'mongodb', uri }
  const file = path.resolve(cwd, uri.slice('file:'.length).replace(/^\/\/\//, '/'))
  return { kind: 'sqlite', uri: `file:${file}`, file }
}

/** `undefined` when the value is none that Express understands. */
function trustProxy(value: string): false | number | string[] | undefined {
  if (value === 'no') return false
  if (/^\d$/.test(value)) return Number(value)
  const addresses = value.split(',').map((address) => address.trim())
  return addresses.every(isProxyAddress) ? addresses : undefined
}

function isProxyAddress(address: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true
  const [ip = '', bits, ...rest] = address.split('/')
  const family = isIP(ip)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('fr-FR', { timeZone: value })
    return true
  } catch {
    // Intl has no other way to say that it does not know a zone.
    return false
  }
}
