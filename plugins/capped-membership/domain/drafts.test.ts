import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGAIN_AFTER, draftOfToken, MOST_SENDINGS, maySendAgain, sameAnswers, tokenOf } from './drafts'

describe('the token of a draft', () => {
  const id = '018f0000-0000-7000-8000-00000000057a'
  const token = tokenOf(id, 'secret')

  it('leads to its draft, and only under the secret it was made with', () => {
    expect(draftOfToken(token, 'secret')).toBe(id)
    expect(draftOfToken(token, 'another')).toBeNull()
  })

  it.each(['', '.', 'x', id, `${id}.`, `.${token.split('.')[1]}`, `${token}x`, `x${token}`])(
    '%j leads nowhere',
    (t) => {
      expect(draftOfToken(t, 'secret')).toBeNull()
    },
  )

  it('of another draft or with any character changed leads nowhere (property)', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'aZ09-_.'), (i, c) => {
        const other = token.slice(0, i) + c + token.slice(i + 1)
        if (other !== token) expect(draftOfToken(other, 'secret')).toBeNull()
      }),
    )
  })
})

it.each([
  [AGAIN_AFTER - 1, 1, false],
  [AGAIN_AFTER, 1, true],
  [AGAIN_AFTER, MOST_SENDINGS - 1, true],
  [AGAIN_AFTER, MOST_SENDINGS, false],
])('a mail goes again %i ms after the %i-th: %s', (ms, sendings, may) => {
  const sentAt = new Date('2027-01-15T10:00:00Z')
  const draft = { sendings, sentAt: sentAt.toISOString() }
  expect(maySendAgain(draft, new Date(sentAt.getTime() + ms))).toBe(may)
})

it('the same words are the same draft, whatever stands around them', () => {
  const one = { name: ' Marie ', skills: 'Couture', charter: true }
  expect(
    sameAnswers(one, { name: 'Marie', skills: 'Couture', charter: true, privacy: false, phone: null }),
  ).toBe(true)
  for (const other of [
    { ...one, name: 'Maria' },
    { ...one, motives: 'x' },
    { ...one, charter: false },
  ])
    expect(sameAnswers(one, other)).toBe(false)
})
