import { expect, it } from 'vitest'
import { gapsIn, numberOfKey, numberText, receiptKey, yearOf } from './receipt'

it.each([
  // The year turns at midnight in Paris, an hour before it does in UTC.
  ['2026-12-31T22:59:59.999Z', 'Europe/Paris', 2026],
  ['2026-12-31T23:00:00.000Z', 'Europe/Paris', 2027],
  ['2026-12-31T19:59:59.999Z', 'Indian/Reunion', 2026],
  ['2026-12-31T20:00:00.000Z', 'Indian/Reunion', 2027],
  ['2027-01-01T03:59:59.999Z', 'America/Martinique', 2026],
])('%s in %s is of %i', (at, zone, year) => expect(yearOf(new Date(at), zone)).toBe(year))

it.each([
  [1, '2027-0001'],
  [9999, '2027-9999'],
  [10000, '2027-10000'],
])('%i is written %s', (n, text) => expect(numberText({ year: 2027, n })).toBe(text))

it.each([
  [[], []],
  [[1, 2, 3], []],
  [[3, 1, 2], []],
  [[2, 3], [1]],
  [
    [1, 4],
    [2, 3],
  ],
  [[1, 2, 2], [2]],
])('of %j, %j is wrong', (numbers, gaps) => expect(gapsIn(numbers)).toEqual(gaps))

it('the key of a receipt, as people write its number', () => {
  expect(numberOfKey(receiptKey(2026, 62))).toBe('2026-0062')
})
