import { expect, it } from 'vitest'
import { linkAddress } from './linkAddress'

it.each([
  ['https://exemple.fr/a', 'https://exemple.fr/a'],
  [' exemple.fr ', 'https://exemple.fr/'],
  ['www.exemple.fr/page?x=1', 'https://www.exemple.fr/page?x=1'],
  ['marie@exemple.fr', 'mailto:marie@exemple.fr'],
  ['mailto:marie@exemple.fr', 'mailto:marie@exemple.fr'],
  ['/forum', '/forum'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.example', null],
  ['banque.fr@evil.example/x', null],
  ['deux mots.fr', null],
  ['mot', null],
  ['', null],
])('%j as an address: %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address)
})
