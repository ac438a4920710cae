import { expect, it } from 'vitest'
import { passwordRefusal } from './password'

it.each([
  ['onze lettres', 'abcdefghijk', 'password.too-short'],
  ['a run', 'abcdefghijklmn', 'password.too-simple'],
  ['few characters', 'aaaabbbbaaaa', 'password.too-simple'],
  ['a common word and a year', 'motdepasse2026', 'password.too-simple'],
  ['common words together', 'azertyqwerty', 'password.too-simple'],
  ['one’s own name', 'marie-lantier', 'password.personal'],
  ['far too long', 'x y z '.repeat(50), 'password.too-long'],
  ['a sentence', 'sept lampes sur le quai', null],
  ['accents count as one', 'éèàùçôîïüëâê', null],
])('%s', (_, password, expected) => {
  expect(passwordRefusal(password, ['marie.lantier', 'Marie Lantier'])).toBe(expected)
})
