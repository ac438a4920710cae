import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { keepSecret, withoutSecrets } from './secrets'

/** As in a process that knows nothing yet. */
const forget = () => delete (globalThis as Record<symbol, unknown>)[Symbol.for('compagnon.secrets')]
afterEach(forget)

const base64 = (text: string) => Buffer.from(text).toString('base64')

it.each<[string, (secret: string) => string]>([
  ['as it is', (s) => `401 for ${s}!`],
  ['in JSON', (s) => JSON.stringify({ key: s })],
  ['in JSON in JSON', (s) => JSON.stringify({ body: JSON.stringify({ key: s }) })],
  ['in an address', (s) => `https://x.org/?key=${encodeURIComponent(s)}`],
  ['in a form', (s) => new URLSearchParams({ a: '1', key: s }).toString()],
  ['by inspect', (s) => inspect({ key: s }, { breakLength: Number.POSITIVE_INFINITY })],
  ['in Authorization: Basic', (s) => `Authorization: Basic ${base64(`user:${s}`)}`],
  ['in base64 for addresses', (s) => Buffer.from(`{"k":"${s}"}`).toString('base64url')],
  ['in an error, and what caused it', (s) => inspect(new Error('refused', { cause: new Error(`for ${s}`) }))],
  ['in a stack', (s) => new Error(`for ${s}`).stack ?? ''],
])('a secret stands in nothing that is said, %s', (_, said) => {
  const secret = 'sk "live" é&1\\ +/x'
  const before = said(secret)
  keepSecret(secret)
  expect(withoutSecrets(before)).not.toBe(before)
  expect(withoutSecrets(before)).toContain('•••')
  expect(withoutSecrets(before)).not.toMatch(/live|bGl2Z|xpdm|saXZl/)
})

it('in base64, wherever it falls and whatever stands around it, is hidden (property)', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      (secret, before, after) => {
        forget()
        keepSecret(secret)
        for (const kind of ['base64', 'base64url'] as const)
          expect(withoutSecrets(Buffer.from(before + secret + after).toString(kind))).toContain('•••')
      },
    ),
  )
})

it('of two, one of which holds the other, nothing of the longer one is left', () => {
  keepSecret('abcdefgh')
  keepSecret('abcdefghijkl')
  expect(withoutSecrets('key abcdefghijkl')).toBe('key •••')
})

it('of a key of many lines, no line is shown', () => {
  keepSecret('-----BEGIN KEY-----\nMIIBVQIBADAN\nqwertyuiop12\n-----END KEY-----')
  expect(withoutSecrets('cannot read\nqwertyuiop12')).toBe('cannot read\n•••')
})

it('a short one, of before they were refused or of an address, is hidden where it stands alone', () => {
  keepSecret('azert')
  expect(withoutSecrets('smtp://a:azert@x azerty “azert”')).toBe('smtp://a:•••@x azerty “•••”')
})

it('nothing is hidden of what is no secret', () => {
  for (const value of ['', '-', 'oui', 42, null, undefined]) keepSecret(value)
  expect(withoutSecrets('oui - 42')).toBe('oui - 42')
})
