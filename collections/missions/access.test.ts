import { describe, expect, it } from 'vitest'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { logesOf, mayPropose, mayRead, mayReadProspect } from './access'
import { STATES } from './domain/states'

const person = (standing: Standing, ...grants: RoleGrant[]): Person => ({
  id: 'me',
  email: 'p@test.example',
  name: 'P',
  lang: 'fr',
  standing,
  grants,
})
const coordinates: RoleGrant = { role: 'coordinator', loge: 'here' }
const moderation: RoleGrant = { role: 'staff', area: 'moderation' }

const OUTSIDE: [string, Person | null][] = [
  ['anonymous', null],
  ['an applicant', person('applicant')],
  ['a lapsed member', person('lapsed')],
  ['a suspended member', person('suspended')],
  ['a suspended coordinator', person('suspended', coordinates)],
  ['suspended staff', person('suspended', moderation)],
]

describe.each(OUTSIDE)('%s', (_name, who) => {
  it('reads no mission in any state, not even an open one', () => {
    for (const state of STATES) expect(mayRead(who, { state, postedBy: 'other' })).toBe(false)
  })
  it('sees no prospect, proposes nothing', () => {
    expect(mayReadProspect(who, { postedBy: 'me' })).toBe(false)
    expect(mayPropose(who)).toBe(false)
  })
})

describe.each<[string, Person]>([
  ['a member', person('active')],
  ['a coordinator', person('active', coordinates)],
  ['staff without the area', person('active', { role: 'staff', area: 'ledger' })],
])('%s', (_name, who) => {
  it('reads open and closed missions of others, and no other', () => {
    const readable = STATES.filter((state) => mayRead(who, { state, postedBy: 'other' }))
    expect(readable).toEqual(['published', 'closed'])
  })
  it('sees the prospects of its own missions only', () => {
    expect(mayReadProspect(who, { postedBy: 'other' })).toBe(false)
    expect(mayReadProspect(who, { postedBy: 'me' })).toBe(true)
  })
})

it('a member proposes nothing; a coordinator and staff do', () => {
  expect(mayPropose(person('active'))).toBe(false)
  expect(mayPropose(person('active', { role: 'provider', loge: 'here' }))).toBe(false)
  expect(mayPropose(person('active', coordinates))).toBe(true)
  expect(mayPropose(person('active', { role: 'staff', area: 'content' }))).toBe(true)
})

it('a coordinator posts for its own loges, staff for any', () => {
  expect(logesOf(person('active', coordinates))).toEqual(['here'])
  expect(logesOf(person('active', moderation))).toBeNull()
})

it('staff that verifies reads all', () => {
  for (const state of STATES)
    expect(mayRead(person('active', moderation), { state, postedBy: 'other' })).toBe(true)
})
