import { expect, it } from 'vitest'
import { applicationKey, isMembershipKey, membershipKey, renewalFileKey } from './keys'

it('keys of a first round are those there were before there were rounds', () => {
  expect(applicationKey('s', 'a@b.c')).toBe('s:a@b.c')
  expect(applicationKey('s', 'a@b.c', 2)).toBe('s:a@b.c:2')
  expect(membershipKey('p', 's')).toBe('p:s')
  expect(renewalFileKey('p', 's')).toBe('renewal:p:s')
  expect(renewalFileKey('p', 's', 2)).toBe('renewal:p:s:2')
  expect(membershipKey('p', 's', 3)).toBe('p:s:3')
})

it.each([
  ['p:s', true],
  ['p:s:2', true],
  ['p:s:12', true],
  ['p:s:1', false],
  ['p:s:', false],
  ['p:t', false],
  ['q:s:2', false],
])('%s is a key of p in s: %s', (key, is) => {
  expect(isMembershipKey(key, 'p', 's')).toBe(is)
})
