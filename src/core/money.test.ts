import { expect, it } from 'vitest'
import { decimalEuros, formatCents } from './money'

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
