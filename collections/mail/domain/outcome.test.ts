import { describe, expect, it } from 'vitest'
import { outcomeOf } from './outcome'

describe('outcomeOf', () => {
  it.each([
    ['greylisted', { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, 'later'],
    ['mailbox full', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, 'later'],
    ['no such mailbox', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'refused'],
    ['content refused', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'refused'],
    ['too big', { code: 'EENVELOPE', responseCode: 552, command: 'MAIL FROM' }, 'refused'],
    ['too big for what the server announced', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused'],
    ['an address that is none', { code: 'EENVELOPE', command: 'API' }, 'refused'],
    ['our sender is not allowed', { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'service'],
    ['wrong password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'service'],
    ['sign-in wanted', { code: 'EENVELOPE', responseCode: 530, command: 'RCPT TO' }, 'service'],
    ['server closes', { code: 'EENVELOPE', responseCode: 421, command: 'RCPT TO' }, 'service'],
    ['out of step', { code: 'EENVELOPE', responseCode: 503, command: 'RCPT TO' }, 'service'],
    ['no connection', { code: 'ECONNECTION', command: 'CONN' }, 'service'],
    ['greeted with a refusal', { code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'service'],
    ['no STARTTLS', { code: 'ETLS', command: 'STARTTLS' }, 'service'],
    ['an error that is not of SMTP', {}, 'service'],
  ] as const)('%s', (_, failure, outcome) => {
    expect(outcomeOf(failure)).toBe(outcome)
  })
})
