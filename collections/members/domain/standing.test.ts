import { describe, expect, it } from 'vitest'
import { STANDINGS } from '@/core/person'
import { mayBecome, standingAt } from './standing'

describe('the standing that holds now', () => {
  const until = '2026-03-29T01:00:00.000Z'
  const row = { standing: 'suspended', before: 'active', until } as const
  it.each([
    ['a millisecond before its end', '2026-03-29T00:59:59.999Z', 'suspended'],
    ['at its end', until, 'active'],
    ['after it', '2026-04-01T00:00:00.000Z', 'active'],
  ])('a suspension %s', (_, now, expected) => {
    expect(standingAt(row, new Date(now))).toBe(expected)
  })
  it('a suspension without an end lasts', () => {
    expect(standingAt({ standing: 'suspended', before: 'active', until: null }, new Date('2100-01-01'))).toBe(
      'suspended',
    )
  })
})

describe('what may follow', () => {
  it('erased is final, and nobody becomes what they are', () => {
    for (const standing of STANDINGS) {
      expect(mayBecome('erased', standing)).toBe(false)
      expect(mayBecome(standing, standing)).toBe(false)
    }
  })
  it('nobody enters the extranet without having been accepted', () => {
    for (const from of ['prospect', 'applicant', 'refused'] as const) {
      expect(mayBecome(from, 'active')).toBe(false)
      expect(mayBecome(from, 'grace')).toBe(false)
    }
  })
})
