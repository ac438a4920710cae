import { inspect } from 'node:util'

/*
 * Secrets that this process knows: those of settings (secretField.ts), those of its environment. A program's error may
 * carry one (an address with a key in it): what is noted of errors, and every line of the log, goes through
 * `withoutSecrets`. None is forgotten while the process lives: a key that was replaced may still be good elsewhere.
 */

/** Shorter ones stand in ordinary words: they are hidden only where they stand alone. */
export const LONG_ENOUGH = 8
/** What is shorter yet is no secret: hiding it would blank out half of what is said. */
const TOO_SHORT = 4
const HIDDEN = '•••'

type Known = {
  readonly values: Set<string>
  /** All the ways they are written, the longest first: one may be part of another. */
  written: readonly string[]
  alone: readonly RegExp[]
}

/** On globalThis, as the App is (app.ts): the admin's bundle has its own copies of our modules. */
const KEY = Symbol.for('compagnon.secrets')
type Holder = { [KEY]?: Known }
function known(): Known {
  const holder = globalThis as Holder
  holder[KEY] ??= { values: new Set(), written: [], alone: [] }
  return holder[KEY]
}

/** From now on this is not to be written anywhere, however it is spelt. */
export function keepSecret(value: unknown): void {
  if (typeof value !== 'string' || value.length < TOO_SHORT) return
  const all = known()
  if (all.values.has(value)) return
  all.values.add(value)
  if (value.length < LONG_ENOUGH)
    all.alone = [...all.alone, new RegExp(`(?<![\\p{L}\\p{N}_])${literal(value)}(?![\\p{L}\\p{N}_])`, 'gu')]
  else all.written = [...new Set([...all.written, ...spellings(value)])].sort((a, b) => b.length - a.length)
}

/** What may be written or shown of a text. */
export function withoutSecrets(text: string): string {
  const { written, alone } = known()
  let clean = text
  for (const secret of written) if (clean.includes(secret)) clean = clean.replaceAll(secret, HIDDEN)
  for (const pattern of alone) clean = clean.replace(pattern, HIDDEN)
  return clean
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** As it is, and as it stands in JSON (in JSON), in an address, in a form, in `inspect`, in base64; each line of a key of many. */
function spellings(value: string): string[] {
  const json = inJson(value)
  return [
    value,
    json,
    inJson(json),
    inspect(value).slice(1, -1),
    encodeURIComponent(value),
    new URLSearchParams({ v: value }).toString().slice(2),
    ...inBase64(value),
    ...value.split(/\r?\n/).filter((line) => line !== value && line.length >= LONG_ENOUGH),
  ]
}

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1)

/**
 * The characters by which a value shows in base64 whatever stands around it: `Authorization: Basic` is base64 of
 * `user:value`. Three bytes make four characters, so there are three ways it may fall.
 */
function inBase64(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    // The characters at both ends bear bits of their neighbours too.
    const first = before === 0 ? 0 : before + 1
    const last = (before + bytes.length) % 3 === 0 ? text.length : text.length - 1
    const sure = text.slice(first, last)
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
