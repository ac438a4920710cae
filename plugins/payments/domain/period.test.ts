import { expect, it } from 'vitest'
import { refuse } from '@/core/result'
import { checkPeriod } from './period'

it.each([
  ['2010-01-01', '2027-03-02'],
  ['2027-03-01', '2027-03-01'],
  ['2027-03-02', '2027-03-02'],
])('from %s to %s is a period, asked on 1 March 2027', (from, to) =>
  expect(checkPeriod({ from, to }, '2027-03-01').ok).toBe(true),
)

it.each([
  ['2027-02-30', '2027-03-01', 'payments.period'],
  ['2027-03-01', '2027-02-28', 'payments.period'],
  ['hier', '2027-03-01', 'payments.period'],
  ['2009-12-31', '2027-03-01', 'payments.too-early'],
  ['0001-01-01', '9999-12-31', 'payments.too-early'],
  ['2027-03-01', '2027-03-03', 'payments.too-late'],
  ['2027-03-01', '9999-12-31', 'payments.too-late'],
] as const)('from %s to %s is none: %s', (from, to, reason) =>
  expect(checkPeriod({ from, to }, '2027-03-01')).toEqual(refuse(reason)),
)
