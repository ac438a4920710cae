import { describe, expect, it } from 'vitest'
import {
  activeMember,
  administrator,
  and,
  anonymous,
  coordinator,
  coordinatorOf,
  extranet,
  nobody,
  or,
  own,
  rule,
  signedIn,
  staff,
  staffFor,
} from './access'
import { type Person, type RoleGrant, STANDINGS, type Standing } from './person'

const person = (standing: Standing, grants: RoleGrant[] = []): Person => ({
  id: 'p',
  email: 'p@x',
  name: 'P',
  lang: 'fr',
  standing,
  grants,
})
const all: RoleGrant[] = [
  { role: 'administrator' },
  { role: 'staff', area: 'ledger' },
  { role: 'coordinator', loge: 'l' },
]

describe('who may enter the extranet', () => {
  it.each(STANDINGS)('a person who is %s', (standing) => {
    expect(activeMember(person(standing))).toBe(standing === 'active' || standing === 'grace')
    expect(extranet(person(standing))).toBe(standing === 'active' || standing === 'grace')
  })
  it('nobody anonymous', () => expect(extranet(null)).toBe(false))
  it('staff who is not a member', () =>
    expect(extranet(person('prospect', [{ role: 'staff', area: 'content' }]))).toBe(true))
})

describe('grants', () => {
  it.each(['suspended', 'left', 'erased'] as const)('give nothing to the %s', (standing) => {
    const who = person(standing, all)
    for (const r of [staff, administrator, staffFor('ledger'), coordinator, coordinatorOf<string>((l) => l)])
      expect(r(who, 'l')).toBe(false)
  })
  it('of one area do not open another', () => {
    const who = person('active', [{ role: 'staff', area: 'ledger' }])
    expect(staffFor('ledger')(who)).toBe(true)
    expect(staffFor('content')(who)).toBe(false)
    expect(administrator(who)).toBe(false)
  })
  it("of a plugin's area open that one, and no area of the house", () => {
    const who = person('active', [{ role: 'staff', area: 'newsletter:send' }])
    expect(staffFor('newsletter:send')(who)).toBe(true)
    for (const area of ['newsletter:read', 'letters:send', 'content'] as const)
      expect(staffFor(area)(who)).toBe(false)
    expect(staffFor('newsletter:send')(person('suspended', [...who.grants]))).toBe(false)
    expect(staffFor('newsletter:send')(null)).toBe(false)
    expect(staffFor('newsletter:send')(person('active', [{ role: 'administrator' }]))).toBe(true)
  })
  it('of one loge do not open another, nor without a subject', () => {
    const who = person('active', [{ role: 'coordinator', loge: 'mine' }])
    const rule_ = coordinatorOf<{ loge: string }>((s) => s.loge)
    expect(rule_(who, { loge: 'mine' })).toBe(true)
    expect(rule_(who, { loge: 'other' })).toBe(false)
    expect(rule_(who)).toBe(false)
    expect(rule_(null, { loge: 'mine' })).toBe(false)
  })
})

describe('combinators', () => {
  const yes = rule('yes', () => true)
  it('keep the names for the matrix', () => {
    expect(and(signedIn, or(staff, anonymous)).label).toBe('signed-in and staff or anonymous')
  })
  it('deny where any of `and` does, allow where any of `or` does', () => {
    expect(and(yes, nobody)(null)).toBe(false)
    expect(or(yes, nobody)(null)).toBe(true)
    expect(or()(null)).toBe(false)
  })
  it('own needs a subject and its owner', () => {
    const mine = own<{ by: string | null }>((s) => s.by)
    expect(mine(person('active'), { by: 'p' })).toBe(true)
    expect(mine(person('active'), { by: 'q' })).toBe(false)
    expect(mine(person('active'), { by: null })).toBe(false)
    expect(mine(person('active'))).toBe(false)
    expect(mine(null, { by: 'p' })).toBe(false)
  })
})
