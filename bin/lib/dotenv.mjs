import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { Plain, progress } from './say.mjs'

/**
 * The variables of a .env file: `NAME=value`, `export NAME=value`, values in single quotes (as they stand),
 * in double quotes (\n, \" and \\ understood) or bare (up to ` #`). The last of a name counts.
 */
export function parseDotenv(text) {
  const variables = {}
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line) ?? []
    if (name) variables[name] = unquote(raw)
  }
  return variables
}

function unquote(raw) {
  const [, single] = /^'([^']*)'\s*(?:#.*)?$/.exec(raw) ?? []
  if (single !== undefined) return single
  const [, double] = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/.exec(raw) ?? []
  if (double !== undefined) return double.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c))
  return raw.replace(/(^|\s)#.*$/, '').trim()
}

/** Fills the environment from .env; what the environment already says wins. */
export function loadDotenv(env = process.env, folder = root) {
  const file = path.join(folder, '.env')
  if (!existsSync(file)) return
  for (const [name, value] of Object.entries(parseDotenv(readable(file)))) {
    env[name] ??= value
  }
}

function readable(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Plain(
      `${file} ne peut pas être lu (${error.code}) : c’est là que sont les réglages.`,
      `${file} can't be read (${error.code}): the settings are there.`,
    )
  }
}

/** Where no secret is set, draws one, for this start and, in .env, for the next ones. */
export function ensureSecret(env = process.env, folder = root) {
  if (env.PAYLOAD_SECRET) return
  const file = path.join(folder, '.env')
  const secret = randomBytes(36).toString('base64url')
  const before = existsSync(file) ? readable(file).replace(/([^\n])$/, '$1\n') : ''
  try {
    writeFileSync(file, `${before}PAYLOAD_SECRET=${secret}\n`, { mode: 0o600 })
    // The mode above only counts for a new file.
    chmodSync(file, 0o600)
  } catch (error) {
    throw new Plain(
      `Le secret ne peut pas être écrit dans ${file} (${error.code}) : donner PAYLOAD_SECRET par l’environnement.`,
      `The secret can't be written into ${file} (${error.code}): give PAYLOAD_SECRET by the environment.`,
    )
  }
  env.PAYLOAD_SECRET = secret
  progress('✓ Secret tiré au hasard, gardé dans .env', '✓ Secret drawn at random, kept in .env')
}
