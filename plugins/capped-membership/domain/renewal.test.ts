import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '@/core/dates'
import { STANDINGS } from '@/core/person'
import {
  keptUntil,
  mayRenew,
  type RenewableSeason,
  type RenewalPhase,
  reminderDue,
  renewalOf,
  renewalPhase,
} from './renewal'

const season: RenewableSeason = {
  state: 'open',
  opensOn: '2027-01-07',
  closesOn: '2027-06-01',
  renews: 's26',
  renewalOpensOn: '2026-12-01',
  renewalClosesOn: '2027-01-15',
}

describe('renewing into a season', () => {
  it.each<[CivilDate, Partial<RenewableSeason>, RenewalPhase]>([
    ['2026-11-30', {}, 'before'],
    ['2026-12-01', {}, 'kept'],
    ['2026-12-31', {}, 'kept'],
    ['2027-01-14', {}, 'kept'],
    ['2027-01-15', {}, 'open'],
    ['2027-05-31', {}, 'open'],
    ['2027-06-01', {}, 'closed'],
    ['2027-01-06', { renewalClosesOn: null }, 'kept'],
    ['2027-01-07', { renewalClosesOn: null }, 'open'],
    ['2026-12-10', { state: 'draft' }, 'none'],
    ['2026-12-10', { state: 'closed' }, 'closed'],
    ['2026-12-10', { renews: null }, 'none'],
    ['2026-12-10', { renewalOpensOn: null }, 'none'],
  ])('on %s with %j: %s', (today, change, phase) => {
    expect(renewalPhase({ ...season, ...change }, today)).toBe(phase)
  })

  it('keeps seats until the opening where no day is told', () => {
    expect(keptUntil(season)).toBe('2027-01-15')
    expect(keptUntil({ ...season, renewalClosesOn: '' })).toBe('2027-01-07')
  })

  it('finds the season that renews another: the one that may be renewed into first', () => {
    const [a, b, c] = [
      { ...season, id: 'a', renewalOpensOn: '2026-12-20' },
      { ...season, id: 'b' },
      { ...season, id: 'c', renews: 'other' },
    ]
    expect(renewalOf([a, b, c], 's26', '2026-12-10')?.id).toBe('b')
    expect(renewalOf([a, c], 's26', '2026-12-10')?.id).toBe('a')
    expect(renewalOf([c], 's26', '2026-12-10')).toBeNull()
  })
})

describe('who may renew', () => {
  const ask = { phase: 'kept', standing: 'active', member: true, paid: false } as const
  const allowed = (phase: RenewalPhase) =>
    STANDINGS.filter((standing) => mayRenew({ ...ask, phase, standing }).ok)
  it('members, while seats are kept even when they have lapsed', () => {
    expect(allowed('kept')).toEqual(['accepted', 'active', 'grace', 'lapsed'])
    expect(allowed('open')).toEqual(['accepted', 'active', 'grace'])
    for (const phase of ['none', 'before', 'closed'] as const) expect(allowed(phase)).toEqual([])
  })
  it('with the reason', () => {
    expect(mayRenew({ ...ask, member: false })).toMatchObject({ reason: 'renewal.not-entitled' })
    expect(mayRenew({ ...ask, standing: 'suspended' })).toMatchObject({ reason: 'renewal.not-entitled' })
    expect(mayRenew({ ...ask, phase: 'before' })).toMatchObject({ reason: 'renewal.not-open' })
    expect(mayRenew({ ...ask, phase: 'closed', paid: true })).toMatchObject({ reason: 'renewal.done' })
  })
})

describe('reminders', () => {
  const days = { first: 30, second: 7, after: 7 }
  const end = '2027-01-01'
  it.each([
    [-31, null],
    [-30, 'first'],
    [-29, 'first'],
    [-8, 'first'],
    [-7, 'second'],
    [-1, 'second'],
    [0, null],
    [6, null],
    [7, 'after'],
    [13, 'after'],
    [14, null],
  ])('%i days from the end: %s', (offset, expected) => {
    expect(reminderDue(end, addDays(end, offset), days)).toBe(expected)
  })
  it.each([
    [{ ...days, first: 0 }, -30, null],
    [{ ...days, second: 0 }, -3, 'first'],
    [{ ...days, after: 0 }, 7, null],
    [{ first: 7, second: 30, after: 0 }, -20, 'second'],
    [{ first: 7, second: 30, after: 0 }, -3, 'first'],
  ] as const)('as staff sets them: %j, %i', (set, offset, expected) => {
    expect(reminderDue(end, addDays(end, offset), set)).toBe(expected)
  })
  it('cross the end of March and October by days, not by hours', () => {
    expect(reminderDue('2027-04-04', '2027-03-28', days)).toBe('second')
    expect(reminderDue('2027-11-07', '2027-10-31', days)).toBe('second')
    expect(reminderDue('2027-11-07', '2027-10-30', days)).toBe('first')
  })
})
