import { describe, expect, it } from 'vitest'
import { type CapFact, capChanges, freeSeats } from './caps'

const PARIS = 'Europe/Paris'
const cap = (n: number, value: number, at: string): CapFact => ({ n, cap: value, at })

describe('the cap of each day', () => {
  it('is the last of the day, in the association’s zone', () => {
    const facts = [
      cap(2, 130, '2027-03-02T22:59:59.999Z'),
      cap(1, 120, '2027-01-07T10:00:00.000Z'),
      // Midnight in Paris, to the millisecond.
      cap(3, 110, '2027-03-02T23:00:00.000Z'),
    ]
    expect(capChanges(facts, PARIS)).toEqual([
      { from: '2027-01-07', cap: 120 },
      { from: '2027-03-02', cap: 130 },
      { from: '2027-03-03', cap: 110 },
    ])
  })

  it('is one change a day: what was raised and lowered again within it has not changed', () => {
    const facts = [
      cap(1, 120, '2027-01-07T10:00:00.000Z'),
      cap(2, 150, '2027-03-02T10:00:00.000Z'),
      cap(3, 120, '2027-03-02T11:00:00.000Z'),
    ]
    expect(capChanges(facts, PARIS)).toEqual([{ from: '2027-01-07', cap: 120 }])
  })

  it('follows the order of changes, though a clock went back', () => {
    const facts = [cap(1, 120, '2027-03-02T10:00:00.000Z'), cap(2, 90, '2027-02-01T10:00:00.000Z')]
    expect(capChanges(facts, PARIS)).toEqual([{ from: '2027-03-02', cap: 90 }])
  })
})

describe('free seats of each day', () => {
  const days = [
    { day: '2027-01-06', taken: 2, held: 0 },
    { day: '2027-01-07', taken: 2, held: 1 },
    { day: '2027-01-08', taken: 4, held: 0 },
    { day: '2027-01-09', taken: 4, held: 1 },
  ]
  it('are counted out of the cap of that day, and not known before it was kept', () => {
    const changes = [
      { from: '2027-01-07', cap: 10 },
      { from: '2027-01-08', cap: 4 },
    ]
    // Lowering a cap never takes a taken seat away: there is never less than none.
    expect(freeSeats(days, changes)).toEqual([null, 7, 0, 0])
    expect(freeSeats(days, [])).toEqual([null, null, null, null])
  })
})
