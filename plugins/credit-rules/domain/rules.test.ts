import { describe, expect, it } from 'vitest'
import { type CreditRule, grantKey, isRuleKey, rulesFor } from './rules'

const joining: CreditRule = { key: 'joining', event: 'membership.confirmed', amount: 5, active: true }
const find = (rule: Partial<CreditRule>, day = '2027-01-15') =>
  rulesFor([{ ...joining, ...rule }], 'membership.confirmed', day).length

describe('rules in force', () => {
  it('grants for its event only', () => {
    expect(find({})).toBe(1)
    expect(find({ event: 'mission.evaluated' })).toBe(0)
  })

  it('grants nothing when turned off, or for no whole amount', () => {
    expect(find({ active: false })).toBe(0)
    for (const amount of [0, -5, 2.5, Number.NaN]) expect(find({ amount })).toBe(0)
  })

  it('is in force over a half-open period', () => {
    const period = { fromOn: '2027-01-15', toOn: '2027-02-01' }
    expect(find(period, '2027-01-14')).toBe(0)
    expect(find(period, '2027-01-15')).toBe(1)
    expect(find(period, '2027-01-31')).toBe(1)
    expect(find(period, '2027-02-01')).toBe(0)
  })
})

it('has one grant key a rule and person, whatever the season', () => {
  expect(grantKey('joining', 'p1')).toBe('grant:joining:p1')
})

it('knows codes that can stand in the ledger', () => {
  expect(isRuleKey('joining')).toBe(true)
  for (const bad of ['', 'J', 'Bienvenue', 'a b', 'é', 'x'.repeat(41), null])
    expect(isRuleKey(bad)).toBe(false)
})
