import { expect, it } from 'vitest'
import { AGAIN_AFTER, MOST_SENDINGS, maySendAgain, sameAnswers } from './drafts'

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
