import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { configVariables, langOfEnv, readConfig } from './config'

const PAYLOAD_SECRET = 'x'.repeat(32)
const read = (env: Record<string, string>) => readConfig({ PAYLOAD_SECRET, ...env }, 'en', '/srv/compagnon')

function config(env: Record<string, string> = {}) {
  const result = read(env)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.config
}

/** The variables complained of. */
function refused(env: Record<string, string>): string[] {
  const result = read(env)
  return result.ok ? [] : result.problems.map((problem) => problem.split(':')[0] ?? '')
}

describe('readConfig', () => {
  it('needs a secret and nothing else', () => {
    expect(config()).toEqual({
      production: false,
      database: {
        kind: 'sqlite',
        uri: 'file:/srv/compagnon/data/compagnon.sqlite',
        file: '/srv/compagnon/data/compagnon.sqlite',
      },
      publicUrl: 'http://127.0.0.1:3000',
      onLoopback: true,
      port: 3000,
      host: '127.0.0.1',
      secret: PAYLOAD_SECRET,
      smtpUrl: undefined,
      mailFrom: 'Compagnon <compagnon@localhost>',
      demo: 'ask',
      mediaDir: '/srv/compagnon/media',
      trustProxy: false,
      logLevel: 'info',
      timeZone: 'Europe/Paris',
      metricsToken: undefined,
      stripe: undefined,
    })
  })

  it('takes an empty value for none', () => {
    expect(config({ SMTP_URL: '', PORT: ' ' })).toMatchObject({ smtpUrl: undefined, port: 3000 })
  })

  it('derives the public address from the port', () => {
    expect(config({ PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080')
    expect(config({ PUBLIC_URL: 'https://asso.example.org/' })).toMatchObject({
      publicUrl: 'https://asso.example.org',
      onLoopback: false,
    })
  })

  it.each([
    ['http://localhost:3000', true],
    ['http://[::1]:3000', true],
    ['http://127.1.2.3', true],
    ['http://compagnon.localhost', true],
    ['https://localhost.example.org', false],
    ['http://192.168.1.2', false],
    ['http://127.0.0.1.example.org', false],
  ])('%s is on loopback: %s', (PUBLIC_URL, expected) => {
    expect(config({ PUBLIC_URL }).onLoopback).toBe(expected)
  })

  it.each([
    ['file:/var/lib/c.sqlite', '/var/lib/c.sqlite'],
    ['file:///var/lib/c.sqlite', '/var/lib/c.sqlite'],
    ['file:data/c.sqlite', '/srv/compagnon/data/c.sqlite'],
  ])('%s is the SQLite file %s', (DATABASE_URI, file) => {
    expect(config({ DATABASE_URI }).database).toEqual({ kind: 'sqlite', uri: `file:${file}`, file })
  })

  it.each([
    'mongodb://127.0.0.1/compagnon',
    'mongodb://u:p%40ss@a:27017,b:27018,c/compagnon?replicaSet=rs0&w=majority',
    'mongodb+srv://cluster.example.org/compagnon',
  ])('%s is a MongoDB database', (DATABASE_URI) => {
    expect(config({ DATABASE_URI }).database).toEqual({ kind: 'mongodb', uri: DATABASE_URI })
  })

  it.each([
    ['no', false],
    ['1', 1],
    ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
    ['::1', ['::1']],
  ])('trusts the proxies %s', (TRUST_PROXY, expected) => {
    expect(config({ TRUST_PROXY }).trustProxy).toEqual(expected)
  })

  it.each([
    ['DATABASE_URI', 'postgres://127.0.0.1/c'],
    ['DATABASE_URI', 'file:'],
    ['DATABASE_URI', 'file::memory:'],
    ['DATABASE_URI', 'file://host/c.sqlite'],
    ['DATABASE_URI', 'file:./data/'],
    ['DATABASE_URI', 'mongodb://127.0.0.1'],
    ['DATABASE_URI', 'mongodb:///compagnon'],
    ['PUBLIC_URL', 'compagnon.example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://example.org/compagnon'],
    ['PUBLIC_URL', 'https://me:secret@example.org'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000a'],
    ['HOST', 'two words'],
    ['PAYLOAD_SECRET', 'short'],
    ['SMTP_URL', 'smtp.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'A <a@b>\r\nBcc: c@d'],
    ['DEMO', 'maybe'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['LOG_LEVEL', 'loud'],
    ['TIME_ZONE', 'Europe/Pariss'],
    ['METRICS_TOKEN', 'short'],
    ['STRIPE_SECRET_KEY', 'pk_live_abcdefgh'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['STRIPE_API_BASE', 'https://api.stripe.com/v1'],
  ])('refuses %s=%j', (name, value) => {
    const stripe = { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_12345678' }
    expect(refused({ MAIL_FROM: 'a@b', ...stripe, [name]: value })).toEqual([name])
  })

  it('asks for a sender when it is to send mail', () => {
    expect(refused({ SMTP_URL: 'smtp://mail.example.org:587' })).toEqual(['MAIL_FROM'])
    expect(refused({ SMTP_URL: 'smtp://mail.example.org:587', MAIL_FROM: 'a@example.org' })).toEqual([])
  })

  it('takes both secrets of Stripe, or none', () => {
    const [key, signing] = [{ STRIPE_SECRET_KEY: 'sk_test_abc' }, { STRIPE_WEBHOOK_SECRET: 'whsec_12345678' }]
    expect(refused(key)).toEqual(['STRIPE_WEBHOOK_SECRET'])
    expect(refused(signing)).toEqual(['STRIPE_SECRET_KEY'])
    expect(config({ ...key, ...signing }).stripe).toEqual({
      secretKey: 'sk_test_abc',
      webhookSecret: 'whsec_12345678',
    })
  })

  it('tells everything at once, in the language of the terminal', () => {
    const env = { PORT: 'x', TIME_ZONE: 'y' }
    const fr = readConfig({ ...env, LANG: 'fr_FR.UTF-8' })
    const en = readConfig({ ...env, LANG: 'en_GB.UTF-8' })
    expect(fr).toEqual({ ok: false, problems: [expect.any(String), expect.any(String), expect.any(String)] })
    expect(!fr.ok && fr.problems[0]).toBe('PORT: attendu un nombre de 1 à 65535.')
    expect(!en.ok && en.problems[0]).toBe('PORT: expected a number from 1 to 65535.')
    expect(!en.ok && en.problems[1]).toMatch(/^PAYLOAD_SECRET: at least 32/)
  })

  it('never repeats a value that may hold a password', () => {
    const result = read({ DATABASE_URI: 'mongodb://u:hunter2@h', SMTP_URL: 'http://u:hunter2@h' })
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })
})

describe('langOfEnv', () => {
  it.each([
    [{}, 'fr'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, 'fr'],
  ])('%j → %s', (env, lang) => {
    expect(langOfEnv(env)).toBe(lang)
  })
})

describe('.env.example', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  const documented = [...example.matchAll(/^#?\s?([A-Z][A-Z_]+)=(.*)$/gm)]

  it('documents every variable, in order, and no other', () => {
    expect(documented.map(([, name]) => name)).toEqual(configVariables())
  })

  it('shows values that would be accepted', () => {
    const env = Object.fromEntries(documented.map(([, name, value]) => [name, value]))
    expect(readConfig({ ...env, PAYLOAD_SECRET })).toMatchObject({ ok: true })
  })
})
