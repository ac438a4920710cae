import { describe, expect, it } from 'vitest'
import type { Person } from '@/core/person'
import { mayFollow } from './access'
import { checkNext, checkPostponed, dueOf, mayContact } from './tasks'

const today = '2027-03-15'

it.each([
  ['2027-03-14', false],
  ['2027-03-15', true],
  ['2028-03-15', true],
  ['2028-03-16', false],
  ['2027-02-30', false],
  ['', false],
])('a next date of %s: %s', (date, good) => {
  expect(checkNext(date, today).ok).toBe(good)
})

it.each([
  // From a date that has passed: any later than today.
  ['2027-03-10', '2027-03-15', false],
  ['2027-03-10', '2027-03-16', true],
  // From a date to come: only further.
  ['2027-03-20', '2027-03-19', false],
  ['2027-03-20', '2027-03-20', false],
  ['2027-03-20', '2027-03-21', true],
])('put off from %s to %s: %s', (stands, date, good) => {
  expect(checkPostponed(date, stands, today).ok).toBe(good)
})

it.each([
  ['2027-03-14', 'overdue'],
  ['2027-03-15', 'due'],
  ['2027-03-16', 'coming'],
])('%s is %s', (date, due) => {
  expect(dueOf(date, today)).toBe(due)
})

it('nobody is written to twice within the days, to the millisecond', () => {
  const then = '2027-03-15T10:00:00.000Z'
  const after = (ms: number) => new Date(new Date(then).getTime() + ms)
  const month = 30 * 86_400_000
  expect(mayContact(then, after(month - 1), 30)).toBe(false)
  expect(mayContact(then, after(month), 30)).toBe(true)
  expect(mayContact(null, after(0), 30)).toBe(true)
})

describe('the log about a person', () => {
  const who = (grants: Person['grants'], standing: Person['standing'] = 'active'): Person => ({
    id: 'me',
    email: 'a@b.c',
    name: 'A',
    lang: 'fr',
    standing,
    grants,
  })
  it('is for staff of applications, and never for the person', () => {
    expect(mayFollow(who([{ role: 'staff', area: 'applications' }]), 'other')).toBe(true)
    expect(mayFollow(who([{ role: 'administrator' }]), 'me')).toBe(false)
    expect(mayFollow(who([{ role: 'staff', area: 'content' }]), 'other')).toBe(false)
    expect(mayFollow(who([{ role: 'administrator' }], 'suspended'), 'other')).toBe(false)
    expect(mayFollow(null, 'other')).toBe(false)
  })
})
