import { describe, expect, it } from 'vitest'
import { currentSeason, phaseOf, type SeasonDates } from './season'

const season = (more: Partial<SeasonDates> = {}): SeasonDates => ({
  state: 'open',
  opensOn: '2027-01-07',
  closesOn: '2027-12-01',
  ...more,
})

describe('the phase of a season', () => {
  it.each([
    ['2027-01-06', 'upcoming'],
    ['2027-01-07', 'open'],
    ['2027-11-30', 'open'],
    ['2027-12-01', 'closed'],
  ])('on %s is %s: the closing day is the first without applications', (today, phase) => {
    expect(phaseOf(season(), today)).toBe(phase)
  })

  it('is what staff says before what dates say', () => {
    expect(phaseOf(season({ state: 'draft' }), '2027-06-01')).toBe('hidden')
    expect(phaseOf(season({ state: 'closed' }), '2027-06-01')).toBe('closed')
  })

  it('has no end without a closing day', () => {
    for (const closesOn of [null, undefined, ''])
      expect(phaseOf(season({ closesOn }), '2099-01-01')).toBe('open')
  })
})

describe('the season the public sees', () => {
  const past = season({ opensOn: '2026-01-07', closesOn: '2026-12-01' })
  const next = season({ opensOn: '2028-01-07', closesOn: null })
  const later = season({ opensOn: '2029-01-07', closesOn: null })
  const now = season()

  it('is the open one, else the next, else the last closed, else none', () => {
    expect(currentSeason([past, next, now], '2027-06-01')).toBe(now)
    expect(currentSeason([later, past, next], '2027-06-01')).toBe(next)
    expect(
      currentSeason([past, season({ opensOn: '2025-01-07', closesOn: '2025-12-01' })], '2027-06-01'),
    ).toBe(past)
    expect(currentSeason([season({ state: 'draft' })], '2027-06-01')).toBeNull()
    expect(currentSeason([], '2027-06-01')).toBeNull()
  })

  it('is the latest opened of two that are open', () => {
    expect(currentSeason([now, next], '2028-02-01')).toBe(next)
    expect(currentSeason([season({ closesOn: null }), next], '2028-02-01')).toBe(next)
  })
})
