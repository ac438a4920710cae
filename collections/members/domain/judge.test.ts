import { describe, expect, it } from 'vitest'
import { type RoleGrant, STANDINGS, type Standing } from '@/core/person'
import {
  endHindrance,
  giveHindrance,
  type Judged,
  justDone,
  LEAVING,
  leaveHindrance,
  SUSPENDABLE,
  suspendHindrance,
} from './judge'
import { mayBecome } from './standing'

const chief: RoleGrant = { role: 'administrator' }
const moderates: RoleGrant = { role: 'staff', area: 'moderation' }
const person = (id: string, standing: Standing = 'active', ...grants: RoleGrant[]): Judged => ({
  id,
  standing,
  grants,
})

describe('who may be judged by whom', () => {
  it.each([
    ['a member by staff', person('s', 'active', moderates), person('m'), null, null],
    [
      'oneself',
      person('s', 'active', moderates),
      person('s', 'active', moderates),
      'person.oneself',
      'person.oneself',
    ],
    [
      'staff by other staff',
      person('s', 'active', moderates),
      person('t', 'active', { role: 'staff', area: 'ledger' }),
      null,
      null,
    ],
    [
      'an administrator by staff',
      person('s', 'active', moderates),
      person('a', 'prospect', chief),
      'person.administrator',
      'person.administers',
    ],
    [
      'an administrator by another',
      person('b', 'active', chief),
      person('a', 'prospect', chief),
      null,
      'person.administers',
    ],
    ['an administrator by the program', 'system', person('a', 'active', chief), null, 'person.administers'],
  ] as const)('%s', (_, by, whom, suspended, leaving) => {
    expect(suspendHindrance(by, whom)).toBe(suspended)
    expect(leaveHindrance(by, whom)).toBe(leaving)
  })

  it('every standing from which one is suspended or let go may become so, and come back', () => {
    for (const from of STANDINGS) {
      expect(mayBecome(from, 'suspended')).toBe(SUSPENDABLE.includes(from))
      if (SUSPENDABLE.includes(from)) expect(mayBecome('suspended', from)).toBe(true)
      if (LEAVING.includes(from)) expect(mayBecome(from, 'left')).toBe(true)
    }
  })
})

describe('who may be given what', () => {
  it('nothing once gone; the roles of a loge to members only', () => {
    expect(giveHindrance(person('m', 'left'), moderates)).toBe('grant.person-gone')
    expect(giveHindrance(person('m', 'erased'), chief)).toBe('grant.person-gone')
    expect(giveHindrance(person('m', 'prospect'), moderates)).toBeNull()
    expect(giveHindrance(person('m', 'prospect'), { role: 'coordinator', loge: 'l' })).toBe(
      'grant.members-only',
    )
    expect(giveHindrance(person('m', 'grace'), { role: 'provider', loge: 'l' })).toBeNull()
  })
  it('an administrator does not end their own role, but may end another of theirs', () => {
    const me = person('a', 'active', chief)
    expect(endHindrance(me, me, chief)).toBe('administrator.oneself')
    expect(endHindrance(me, me, moderates)).toBeNull()
    expect(endHindrance(me, person('b'), chief)).toBeNull()
  })
})

it('the same hand within a minute is a double click', () => {
  const me = person('a')
  const now = new Date('2026-05-01T00:01:00.000Z')
  expect(justDone({ actor: 'a', at: '2026-05-01T00:00:00.001Z' }, me, now)).toBe(true)
  expect(justDone({ actor: 'a', at: '2026-05-01T00:00:00.000Z' }, me, now)).toBe(false)
  expect(justDone({ actor: 'b', at: '2026-05-01T00:00:59.000Z' }, me, now)).toBe(false)
  expect(justDone({ actor: 'system', at: '2026-05-01T00:00:59.000Z' }, 'system', now)).toBe(false)
})
