import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMove, checkPick, overlap, type Series, seriesOf, slotClaim, slotOfClaim } from './slots'
import { wallTime } from './wallTime'

const PARIS = 'Europe/Paris'
const week: Series = {
  from: '2027-03-22',
  to: '2027-04-02',
  weekdays: [1, 5],
  start: '14:00',
  end: '15:30',
  minutes: 45,
}
const moments = (change: Partial<Series>) => {
  const made = seriesOf({ ...week, ...change }, PARIS)
  return made.ok ? made.value.map((at) => at.toISOString()) : made.reason
}

describe('a series', () => {
  it('keeps its hours on the wall across the change of clocks', () => {
    expect(moments({})).toEqual([
      '2027-03-22T13:00:00.000Z',
      '2027-03-22T13:45:00.000Z',
      '2027-03-26T13:00:00.000Z',
      '2027-03-26T13:45:00.000Z',
      // Summer time began on the 28th.
      '2027-03-29T12:00:00.000Z',
      '2027-03-29T12:45:00.000Z',
      '2027-04-02T12:00:00.000Z',
      '2027-04-02T12:45:00.000Z',
    ])
  })

  it('leaves out the hour that does not exist', () => {
    const night = {
      from: '2027-03-28',
      to: '2027-03-28',
      weekdays: [7],
      start: '01:30',
      end: '03:30',
      minutes: 30,
    }
    expect(moments(night)).toEqual(['2027-03-28T00:30:00.000Z', '2027-03-28T01:00:00.000Z'])
  })

  it('lets none begin before the one that runs across the hour that does not exist has ended', () => {
    const night = {
      from: '2027-03-28',
      to: '2027-03-28',
      weekdays: [7],
      start: '01:30',
      end: '05:00',
      minutes: 45,
    }
    // 01:30 to 03:15 on the wall; 02:15 is not, 03:00 would be too early.
    expect(moments(night)).toEqual(['2027-03-28T00:30:00.000Z', '2027-03-28T01:45:00.000Z'])
  })

  it('gives the hour that comes twice once', () => {
    const night = {
      from: '2027-10-31',
      to: '2027-10-31',
      weekdays: [7],
      start: '01:30',
      end: '03:30',
      minutes: 30,
    }
    expect(moments(night)).toEqual([
      '2027-10-30T23:30:00.000Z',
      '2027-10-31T00:00:00.000Z',
      '2027-10-31T00:30:00.000Z',
      '2027-10-31T02:00:00.000Z',
    ])
  })

  it.each([
    [{ minutes: 4 }, 'slot.length'],
    [{ minutes: 481 }, 'slot.length'],
    [{ minutes: 7.5 }, 'slot.length'],
    [{ to: '2027-03-21' }, 'slot.wrong-days'],
    [{ to: '2027-09-22' }, 'slot.wrong-days'],
    [{ end: '14:44' }, 'slot.no-room'],
    [{ end: '13:00' }, 'slot.no-room'],
    [{ weekdays: [] }, 'slot.no-day'],
    [{ to: '2027-03-22', weekdays: [2] }, 'slot.no-day'],
    [{ start: '24:00' }, 'date.invalid'],
    [{ from: '2027-02-30' }, 'date.invalid'],
    [{ minutes: 5, start: '00:00', end: '23:59', to: '2027-03-22' }, 'slot.too-many'],
  ] as [Partial<Series>, string][])('%j is refused: %s', (change, reason) => {
    expect(moments(change)).toBe(reason)
  })

  it('never overlaps itself, and stays within its hours (property)', () => {
    const series = fc.record({
      // The weeks of both changes of clocks.
      week: fc.constantFrom(
        { from: '2027-10-25', to: '2027-11-05' },
        { from: '2027-03-22', to: '2027-04-02' },
      ),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      start: fc.constantFrom('00:00', '01:30', '09:00', '14:10'),
      end: fc.constantFrom('04:00', '12:00', '18:30', '23:59'),
      minutes: fc.integer({ min: 20, max: 240 }),
    })
    fc.assert(
      fc.property(series, ({ week: days, ...one }) => {
        const made = seriesOf({ ...one, ...days }, PARIS)
        if (!made.ok) return
        const spans = made.value.map((startsAt) => ({ startsAt, minutes: one.minutes }))
        for (const [i, span] of spans.entries()) {
          const next = spans[i + 1]
          if (next) expect(overlap(span, next)).toBe(false)
          expect(wallTime(span.startsAt, PARIS).slice(11) >= one.start).toBe(true)
        }
      }),
    )
  })
})

describe('the hours before', () => {
  const at = new Date('2027-03-28T12:00:00Z')
  const ahead = (ms: number) => new Date(at.getTime() - ms)
  const DAY = 86_400_000
  it.each([
    [DAY + 1, true],
    [DAY, true],
    [DAY - 1, false],
    [-1, false],
  ])('%i ms before, 24 hours asked: %s', (ms, allowed) => {
    expect(checkMove(at, ahead(ms), 24).ok).toBe(allowed)
    expect(checkPick(at, ahead(ms), 24).ok).toBe(allowed)
  })
})

it('two spans that touch do not overlap', () => {
  const a = { startsAt: new Date('2027-01-01T10:00:00Z'), minutes: 30 }
  expect(overlap(a, { startsAt: new Date('2027-01-01T10:30:00Z'), minutes: 30 })).toBe(false)
  expect(overlap(a, { startsAt: new Date('2027-01-01T10:29:59.999Z'), minutes: 30 })).toBe(true)
  expect(overlap(a, a)).toBe(true)
})

it('a claim tells its slot, and none where there is none', () => {
  expect(slotOfClaim(slotClaim('x'))).toBe('x')
  for (const claim of ['none:x', '', null, undefined]) expect(slotOfClaim(claim)).toBeNull()
})
