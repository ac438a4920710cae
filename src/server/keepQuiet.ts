import { inspect } from 'node:util'
// Not by @/hooks: this is loaded before the door opens, which loads next to nothing.
import { keepSecret, withoutSecrets } from '@/hooks/secrets'
import type { Config } from './config'

type Stream = Pick<NodeJS.WriteStream, 'write'>

/**
 * From now on this process says no secret of its environment, nor any that it learns later: neither by the console,
 * whoever uses it (a plugin, Next, a library), nor as it dies. The log sees to itself (log.ts).
 */
export function keepQuiet(
  config: Config | undefined,
  { streams = [process.stdout, process.stderr] }: { streams?: readonly Stream[] } = {},
): void {
  if (config) for (const secret of secretsOf(config)) keepSecret(secret)
  for (const stream of streams) hush(stream)
  // Node would print the error itself, past the stream: the first, and any that comes while it is written. A rejection
  // that nobody awaits ends here too.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${inspect(error)}\n`, () => process.exit(1))
  })
}

/** Whatever is in the environment that opens a door: as it is given, and as it is used. */
export function secretsOf(config: Config): string[] {
  const { secret, stripe, metricsToken, smtpUrl, database } = config
  return [
    secret,
    ...(metricsToken ? [metricsToken] : []),
    ...(stripe ? [stripe.secretKey, stripe.webhookSecret] : []),
    ...(smtpUrl ? passwordIn(smtpUrl) : []),
    ...(database.kind === 'mongodb' ? [...passwordIn(database.uri), ...secretsInQuery(database.uri)] : []),
  ]
}

/** What opens a door in the query of a MongoDB address, as it is written and as it is used. */
function secretsInQuery(address: string): string[] {
  const options = address.slice(address.indexOf('?') + 1).split('&')
  // The driver takes names in any case.
  return options
    .flatMap((option) => [option, decoded(option.replaceAll('+', ' '))])
    .flatMap((option) => {
      const password = /^(?:tlsCertificateKeyFilePassword|proxyPassword)=(.+)$/i.exec(option)
      const token = /^authMechanismProperties=.*AWS_SESSION_TOKEN(?::|%3A)([^,]+)/i.exec(option)
      return (password ?? token)?.[1] ?? []
    })
}

/** The password of an address, and the pair that `Authorization: Basic` and SMTP's AUTH PLAIN are made of. */
function passwordIn(address: string): string[] {
  // By hand: MongoDB's addresses may name several hosts, which no parser of addresses takes.
  // A name or a password may hold an @ that was not encoded: the last before the path is the one that ends them.
  const found = /^[a-z+]+:\/\/([^:/?#]*):([^/?#]*)@/i.exec(address)
  const [, user = '', password = ''] = found ?? []
  if (password === '') return []
  const pairs = [
    [user, password],
    [decoded(user), decoded(password)],
  ]
  // One that is also a name (compagnon:compagnon@…) is hidden where it is a password, or nothing could be read any more.
  const named = (word: string) => `${address.replace(`:${password}@`, '@')} compagnon`.includes(word)
  return pairs.flatMap(([name, word = '']) => [
    ...(named(word) ? [] : [word]),
    `:${word}@`,
    `${name}:${word}`,
    `\0${name}\0${word}`,
  ])
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // It was not encoded: a lone % in it.
    return text
  }
}

/** Takes secrets out of what is written to a stream of text. */
export function hush(stream: Stream): void {
  const write = stream.write as (chunk: unknown, ...rest: unknown[]) => boolean
  const clean = (chunk: unknown) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString()
    const hidden = withoutSecrets(text)
    // Bytes that are no text stay as they are.
    return hidden === text ? chunk : hidden
  }
  stream.write = ((chunk: unknown, ...rest: unknown[]) =>
    write.call(stream, clean(chunk), ...rest)) as Stream['write']
}
