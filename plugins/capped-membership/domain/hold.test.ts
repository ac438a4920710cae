import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '@/core/clock'
import { civilDate } from '@/core/dates'
import {
  holdUntil,
  isMakeshift,
  isOver,
  lastDayOf,
  laterOf,
  markAfter,
  markAhead,
  ONLINE_HOLD_MS,
  SECURE_MS,
} from './hold'

const PARIS = 'Europe/Paris'
const iso = (d: Date) => d.toISOString()

describe('the end of a hold', () => {
  it.each([
    ['in winter', '2027-01-15T10:00:00Z', 14, '2027-01-29T23:00:00.000Z'],
    ['across the change to summer time', '2027-03-20T10:00:00Z', 14, '2027-04-03T22:00:00.000Z'],
    ['across the change to winter time', '2027-10-25T10:00:00Z', 14, '2027-11-08T23:00:00.000Z'],
    ['one minute before midnight in Paris', '2027-01-15T22:59:00Z', 1, '2027-01-16T23:00:00.000Z'],
    ['at midnight in Paris', '2027-01-15T23:00:00Z', 1, '2027-01-17T23:00:00.000Z'],
  ])('%s is the end of a civil day', (_, now, days, end) => {
    expect(iso(holdUntil(new Date(now), days, PARIS))).toBe(end)
  })

  it('gives at least that many days, less than one more, and ends at midnight (property)', () => {
    const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 90 }), (now, days) => {
        const until = holdUntil(now, days, PARIS)
        const left = until.getTime() - now.getTime()
        expect(left).toBeGreaterThan(days * DAY - HOUR - 1)
        expect(left).toBeLessThanOrEqual((days + 1) * DAY + HOUR)
        expect(civilDate(until, PARIS)).not.toBe(lastDayOf(until, PARIS))
        expect(lastDayOf(until, PARIS) > civilDate(now, PARIS)).toBe(true)
      }),
    )
  })

  it('is half-open, to the millisecond', () => {
    const until = '2027-03-28T01:00:00.000Z'
    const at = Date.parse(until)
    expect(isOver(until, new Date(at - 1))).toBe(false)
    expect(isOver(until, new Date(at))).toBe(true)
    expect(isOver(until, new Date(at + 1))).toBe(true)
    expect(isOver(null, new Date(at))).toBe(false)
  })

  it('of a decision alone is minutes long, and says nothing of the days to pay', () => {
    const decidedAt = '2027-01-15T10:00:00Z'
    const later = (ms: number) => iso(new Date(Date.parse(decidedAt) + ms))
    expect(isMakeshift(later(SECURE_MS), decidedAt)).toBe(true)
    expect(isMakeshift(later(SECURE_MS - 40), decidedAt)).toBe(true)
    expect(isMakeshift(later(ONLINE_HOLD_MS), decidedAt)).toBe(false)
    expect(isMakeshift(later(DAY), decidedAt)).toBe(false)
    expect(isMakeshift(later(SECURE_MS), null)).toBe(false)
  })

  it('is never brought forward', () => {
    const late = new Date('2027-02-01')
    const early = new Date('2027-01-01')
    expect(laterOf(iso(late), early)).toEqual(late)
    expect(laterOf(iso(early), late)).toEqual(late)
    expect(laterOf(null, early)).toEqual(early)
  })
})

it('a mark lasts until its instant, and each is told from those before it', () => {
  const now = new Date('2027-03-01T10:00:00Z')
  expect(markAhead(null, now)).toBeNull()
  expect(markAhead(now.toISOString(), now)).toBeNull()
  const first = markAfter(null, now)
  expect(first.getTime()).toBe(now.getTime() + SECURE_MS)
  expect(markAhead(first.toISOString(), now)).toEqual(first)
  expect(markAfter(first.toISOString(), now).getTime()).toBe(first.getTime() + 1)
})
