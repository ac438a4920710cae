import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalEuros, formatCents, parseEuros } from './money'

it.each([
  [500, 'fr', false, '5,00\u00a0€'],
  [500, 'fr', true, '5\u00a0€'],
  [550, 'fr', true, '5,50\u00a0€'],
  [123_456, 'fr', false, '1\u202f234,56\u00a0€'],
  [-500, 'fr', false, '−5,00\u00a0€'],
  [500, 'en', false, '€5.00'],
  [-500, 'en', true, '−€5'],
] as const)('%d cents in %s, short %s: %s', (cents, lang, short, text) => {
  expect(formatCents(cents, lang, { short })).toBe(text)
})

it('a spreadsheet reads a hyphen', () => {
  expect(decimalEuros(-1205, 'fr')).toBe('-12,05')
  expect(decimalEuros(-5, 'en')).toBe('-0.05')
})

describe('an amount as people type it', () => {
  it.each([
    ['5', 500],
    ['5,00', 500],
    ['5.5', 550],
    [' 5,00 € ', 500],
    ['1 234,56', 123456],
    ['1\u202f234,56\u00a0€', 123456],
    ['1234567', 123456700],
    ['0', 0],
  ])('%j is %i cents', (text, cents) => {
    expect(parseEuros(text)).toBe(cents)
  })

  it.each(['', '€', '-5', '5,001', '5,', 'cinq', '1e3', '5.00.00', '5€0', '12345678'])(
    '%j is no amount',
    (text) => {
      expect(parseEuros(text)).toBeNull()
    },
  )

  it('never loses a cent (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const text = `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`
        expect(parseEuros(text)).toBe(cents)
      }),
    )
  })
})
