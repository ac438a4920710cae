import { describe, expect, it } from 'vitest'
import { pageOf, pagesFor, topicListing } from './listing'
import { moderateReply, moderateTopic } from './moderate'
import { editRefusal, mayRead, readTitle, replyRefusal, type TopicState } from './rules'

const open: TopicState = { author: 'marie', locked: false, hidden: false, pinned: false, category: 'metier' }

describe('answering and editing', () => {
  it.each([
    [{ locked: false, hidden: false }, null],
    [{ locked: true, hidden: false }, 'forum.locked'],
    [{ locked: false, hidden: true }, 'forum.hidden'],
    [{ locked: true, hidden: true }, 'forum.hidden'],
  ])('in %o: %s', (topic, refusal) => {
    expect(replyRefusal(topic)).toBe(refusal)
    expect(editRefusal('marie', { author: 'marie', hidden: false }, topic)).toBe(refusal)
  })

  it("is never of another's words, nor of hidden ones", () => {
    expect(editRefusal('paul', { author: 'marie', hidden: false }, open)).toBe('forum.not-yours')
    expect(editRefusal('marie', { author: 'marie', hidden: true }, open)).toBe('forum.hidden')
  })

  it('shows a hidden message to its author and to moderators', () => {
    const hidden = { author: 'marie', hidden: true }
    expect(mayRead(hidden, { id: 'marie', moderator: false })).toBe(true)
    expect(mayRead(hidden, { id: 'paul', moderator: true })).toBe(true)
    expect(mayRead(hidden, { id: 'paul', moderator: false })).toBe(false)
    expect(mayRead({ ...hidden, hidden: false }, { id: 'paul', moderator: false })).toBe(true)
  })

  it('keeps titles short and on one line', () => {
    expect(readTitle('  Un\n titre ')).toEqual({ title: 'Un titre' })
    expect(readTitle(' a ')).toEqual({ reason: 'forum.title-short' })
    expect(readTitle('a'.repeat(121))).toEqual({ reason: 'forum.title-long' })
  })
})

describe('moderation', () => {
  it('changes what it says and nothing else', () => {
    expect(moderateTopic(open, { act: 'lock' }, 'staff')).toEqual({ change: { locked: true } })
    expect(moderateTopic(open, { act: 'pin' }, 'staff')).toEqual({ change: { pinned: true } })
    expect(moderateTopic(open, { act: 'move', category: 'outils' }, 'staff')).toEqual({
      change: { category: 'outils' },
    })
    expect(moderateTopic({ ...open, locked: true }, { act: 'unlock' }, 'staff')).toEqual({
      change: { locked: false },
    })
    expect(moderateTopic({ ...open, pinned: true }, { act: 'unpin' }, 'staff')).toEqual({
      change: { pinned: false },
    })
  })

  it('hides with a reason, and forgets it when shown again', () => {
    expect(moderateReply({ hidden: false }, { act: 'hide', reason: ' Hors\nsujet ' }, 'staff')).toEqual({
      change: { hidden: true, hiddenReason: 'Hors sujet', hiddenBy: 'staff' },
    })
    expect(moderateReply({ hidden: false }, { act: 'hide', reason: ' ' }, 'staff')).toEqual({
      reason: 'forum.reason-missing',
    })
    expect(moderateReply({ hidden: true }, { act: 'show' }, 'staff')).toEqual({
      change: { hidden: false, hiddenReason: null, hiddenBy: null },
    })
  })

  it('finds nothing to do where it stands so already', () => {
    for (const act of [
      { act: 'unlock' },
      { act: 'unpin' },
      { act: 'show' },
      { act: 'move', category: 'metier' },
    ] as const)
      expect(moderateTopic(open, act, 'staff')).toEqual({ already: true })
    expect(moderateTopic({ ...open, hidden: true }, { act: 'hide', reason: 'encore' }, 'staff')).toEqual({
      already: true,
    })
  })
})

describe('listing', () => {
  it('is read from its address, the latest spoken in first', () => {
    const read = (query: string) => topicListing.read(new URLSearchParams(query))
    expect(read('q=t%C3%A9l%C3%A9&tri=reponses&page=3')).toEqual({ q: 'télé', tri: 'reponses', page: 3 })
    expect(read('tri=rien')).toEqual({ q: '', tri: 'activite', page: 1 })
    expect(topicListing.href('/forum', { q: '', tri: 'activite', page: 1 })).toBe('/forum')
  })

  it('counts pages', () => {
    expect([0, 1, 20, 21].map((n) => pagesFor(n, 20))).toEqual([1, 1, 1, 2])
    expect([1, 20, 21].map((n) => pageOf(n, 20))).toEqual([1, 1, 2])
  })
})
