import { expect, it } from 'vitest'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { mayEdit } from './access'

const person = (standing: Standing, ...grants: RoleGrant[]): Person => ({
  id: 'p',
  email: 'p@test.example',
  name: 'P',
  lang: 'fr',
  standing,
  grants,
})
const mine: RoleGrant = { role: 'coordinator', loge: 'here' }

it.each([
  ['anonymous', null],
  ['an applicant', person('applicant')],
  ['a member', person('active')],
  ['a provider of it', person('active', { role: 'provider', loge: 'here' })],
  ['the coordinator of another loge', person('active', { role: 'coordinator', loge: 'there' })],
  ['its coordinator, suspended', person('suspended', mine)],
  ['its coordinator, lapsed', person('lapsed', mine)],
  ['staff without the area', person('active', { role: 'staff', area: 'content' })],
])('%s does not edit a loge', (_who, who) => {
  expect(mayEdit(who, { id: 'here' })).toBe(false)
})

it.each([
  ['its coordinator', person('active', mine)],
  ['its coordinator in grace', person('grace', mine)],
  ['staff for loges', person('active', { role: 'staff', area: 'loges' })],
  ['an administrator', person('active', { role: 'administrator' })],
])('%s does', (_who, who) => {
  expect(mayEdit(who, { id: 'here' })).toBe(true)
})

it('without a loge nobody coordinates it', () => {
  expect(mayEdit(person('active', mine))).toBe(false)
})
