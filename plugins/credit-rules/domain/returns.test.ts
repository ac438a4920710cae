import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantsToReturn, returnable } from './returns'

describe('what a departure returns', () => {
  const granted = [
    { rule: 'joining', amount: 5 },
    { rule: 'founders', amount: 2 },
  ]
  it.each([
    ['all that was granted', [], ['joining', 'founders'], 7],
    ['not what an earlier departure settled', ['joining'], ['founders'], 2],
    ['nothing twice', ['joining', 'founders'], [], 0],
    ['whatever else was settled', ['another'], ['joining', 'founders'], 7],
  ])('%s', (_, before, rules, due) => {
    expect(grantsToReturn(granted, before)).toEqual({ rules, due })
  })

  it.each([
    ['a full account', 5, 9, 0, 5],
    ['an account that spent some', 5, 3, 0, 3],
    ['an empty one', 5, 0, 0, 0],
    ['one below zero', 5, -4, 0, 0],
    ['one whose TS are held for others', 5, 6, 4, 2],
    ['one that holds more than it has', 5, 2, 4, 0],
  ])('from %s', (_, due, balance, heldOut, expected) => {
    expect(returnable(due, { balance, heldOut })).toBe(expected)
  })

  it('never more than was granted, never below zero, never what is held (property)', () => {
    const whole = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(fc.nat(20), whole, fc.nat(50), (due, balance, heldOut) => {
        const back = returnable(due, { balance, heldOut })
        expect(back).toBeGreaterThanOrEqual(0)
        expect(back).toBeLessThanOrEqual(due)
        if (back > 0) expect(balance - back).toBeGreaterThanOrEqual(heldOut)
      }),
    )
  })
})
