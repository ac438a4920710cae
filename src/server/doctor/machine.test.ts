import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { readConfig } from '../config'
import { sayIn } from './finding'
import { checkMachine } from './machine'

const SECRET = 'Zq8v1LrT0pXw3sYd7uNb5mKe9hGc2fJa'
const folder = mkdtempSync(join(tmpdir(), 'ops-'))
const look = async (env: Record<string, string>, deep = false) => {
  const read = readConfig({ PAYLOAD_SECRET: SECRET, DATABASE_URI: `file:${folder}/x/c.sqlite`, ...env }, 'en')
  const findings = await checkMachine(read, sayIn('en'), { deep })
  return Object.fromEntries(findings.map((f) => [f.check, f.state]))
}

it('a site of this machine alone needs nothing but to be told that mails are kept', async () => {
  const states = await look({})
  expect(states).toMatchObject({
    versions: 'ok',
    configuration: 'ok',
    address: 'ok',
    mail: 'warn',
    clock: 'ok',
  })
  expect(states.disk).toBeDefined()
  rmSync(folder, { recursive: true })
})

it.each<[string, Record<string, string>, Record<string, string>]>([
  ['a configuration that is wrong', { PORT: 'x' }, { configuration: 'fail' }],
  ['a secret that repeats itself', { PAYLOAD_SECRET: 'abc'.repeat(20) }, { secret: 'fail' }],
  ['passwords in the clear', { PUBLIC_URL: 'http://asso.example.org' }, { address: 'fail', backup: 'warn' }],
  ['a proxy nobody named', { PUBLIC_URL: 'https://asso.example.org' }, { address: 'warn' }],
  [
    'a proxy that is named',
    { PUBLIC_URL: 'https://asso.example.org', TRUST_PROXY: 'loopback' },
    { address: 'ok' },
  ],
  ['payments by hand only', {}, { payments: 'ok' }],
  [
    'a test key where people pay for real',
    {
      PUBLIC_URL: 'https://asso.example.org',
      STRIPE_SECRET_KEY: 'sk_test_abc',
      STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
    },
    { payments: 'warn' },
  ],
  ['a mail server', { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'a@b.c' }, { mail: 'ok' }],
])('%s', async (_, env, expected) => {
  expect(await look(env)).toMatchObject(expected)
})

it('--deep asks the mail server', async () => {
  const smtp = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done))
  const { port } = smtp.server.address() as { port: number }
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'a@b.c' }
  expect(await look(env, true)).toMatchObject({ mail: 'ok' })
  await new Promise<void>((done) => smtp.close(done))
  expect(await look(env, true)).toMatchObject({ mail: 'fail' })
})
