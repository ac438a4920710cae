import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleProgram } from '@/tests/support/bundle'
import { runProgram } from '@/tests/support/commands'
import { readConfig } from './config'
import { secretsOf } from './keepQuiet'

const env = {
  PAYLOAD_SECRET: 'rather-long-secret-of-the-program-itself',
  DATABASE_URI:
    'mongodb://house:data%40base@one:27017,two:27017/compagnon?replicaSet=rs&tlsCertificateKeyFilePassword=key%26word' +
    '&authMechanismProperties=SERVICE_NAME:mongodb,AWS_SESSION_TOKEN:session%2Ftoken%3D&tls=true',
  SMTP_URL: 'smtps://poste%40asso.org:mail%25word@smtp.example.org:465',
  MAIL_FROM: 'poste@asso.org',
  METRICS_TOKEN: 'metrics-token-16chars',
  STRIPE_SECRET_KEY: 'rk_test_abcdefgh',
  STRIPE_WEBHOOK_SECRET: 'whsec_abcdefgh',
}
const hidden = [
  env.PAYLOAD_SECRET,
  'data%40base',
  'data@base',
  'key%26word',
  'key&word',
  'session%2Ftoken%3D',
  'session/token=',
  'mail%25word',
  'mail%word',
  env.METRICS_TOKEN,
  env.STRIPE_SECRET_KEY,
  env.STRIPE_WEBHOOK_SECRET,
]

it('every variable that opens a door is a secret', () => {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  expect(secretsOf(read.config)).toEqual(expect.arrayContaining(hidden))
  expect(
    secretsOf({ ...read.config, database: { kind: 'mongodb', uri: 'mongodb://one/compagnon' } }),
  ).not.toContain('')
})

it('a password that is also a name is hidden as a password only', () => {
  const read = readConfig({ ...env, DATABASE_URI: 'mongodb://compagnon:compagnon@db/compagnon' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const secrets = secretsOf(read.config)
  expect(secrets).not.toContain('compagnon')
  expect(secrets).toEqual(expect.arrayContaining([':compagnon@', 'compagnon:compagnon']))
})

it.each([
  ['smtp://poste:mail@word@smtp.example.org/x@y', ['mail@word', 'poste:mail@word']],
  ['smtp://poste@asso.org:mail@word@smtp.example.org', ['mail@word', 'poste@asso.org:mail@word']],
])('of %s, what stands before the last @ ahead of the path is hidden', (SMTP_URL, passwords) => {
  const read = readConfig({ ...env, SMTP_URL })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  expect(secretsOf(read.config)).toEqual(expect.arrayContaining(passwords))
})

describe('a process', () => {
  let program: Bundle
  beforeAll(async () => {
    program = await bundleProgram('src/server/tests/talkative.ts')
  })
  afterAll(() => program.remove())

  it.each(['throw', 'reject', 'two', 'end'])(
    'says no secret by its console nor its log, and none as it dies (%s)',
    async (how) => {
      const { exit, out, err } = await runProgram(program.file, [how, ...hidden], env)
      expect(exit).toBe(how === 'end' ? 0 : 1)
      const said = out + err
      for (const secret of hidden) {
        expect(said).not.toContain(secret)
        expect(said).not.toContain(Buffer.from(`x:${secret}`).toString('base64').slice(4, -4))
      }
      expect(said).toContain('console •••')
      expect(said).toContain('log •••')
      if (how !== 'end') expect(err).toMatch(/Error: dying of •••[\s\S]+cause[\s\S]+Error: and •••/)
    },
  )
})
