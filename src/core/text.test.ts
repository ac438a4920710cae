import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idFloor, isId, newId } from './ids'
import { langFromHeader, plural } from './lang'
import { formatCents } from './money'
import { excerpt, searchKey, slugify } from './text'

it('searching forgets accents, case and ligatures', () => {
  expect(searchKey('Éléonore Œuvrard', null, 'Vidéo/Son')).toBe('eleonore oeuvrard video son')
  expect(slugify('Réparer une étagère !')).toBe('reparer-une-etagere')
})

it('a search key is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (s) => {
      expect(searchKey(searchKey(s))).toBe(searchKey(s))
    }),
  )
})

describe('an excerpt', () => {
  it.each([
    ['Huit pages', 20, 'Huit pages'],
    ['  Huit\npages  ', 10, 'Huit pages'],
    ['Huit pages à traduire', 10, 'Huit pages…'],
    ['Huit pages à traduire', 14, 'Huit pages à…'],
    ['Huit pages, à traduire', 12, 'Huit pages…'],
    ['Anticonstitutionnellement', 10, 'Anticonsti…'],
    ['Un anticonstitutionnellement', 10, 'Un anticon…'],
    ['🪵🪵🪵', 3, '🪵…'],
  ])('of %j in %i: %j', (text, max, expected) => expect(excerpt(text, max)).toBe(expected))

  it('is the text itself, or a beginning of it with an ellipsis', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 40, max: 200 }), (text, max) => {
        const cut = excerpt(text, max)
        expect(cut.length).toBeLessThanOrEqual(max + 1)
        expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true)
        // No word of these is so long that it must be cut.
        if (cut.endsWith('…')) expect(text.slice(cut.length - 1)).toMatch(/^[\s.,]/)
      }),
    )
  })
})

describe('ids', () => {
  it('sort by time and know their floor', () => {
    const before = idFloor(new Date())
    const ids = Array.from({ length: 500 }, newId)
    expect([...ids].sort()).toEqual(ids)
    expect(ids.every((id) => isId(id) && id >= before)).toBe(true)
    expect(isId(before)).toBe(true)
    expect(isId("x' OR 1=1")).toBe(false)
  })
})

it.each([
  [undefined, 'fr'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['de,fr;q=0.5,en;q=0.4', 'fr'],
  ['de', 'fr'],
  ['en;q=0', 'fr'],
  [';;;', 'fr'],
])('Accept-Language %s → %s', (header, lang) => expect(langFromHeader(header)).toBe(lang))

it('French counts zero as one, English does not', () => {
  expect(plural('fr', 0, { one: 'place', other: 'places' })).toBe('place')
  expect(plural('en', 0, { one: 'seat', other: 'seats' })).toBe('seats')
})

it('money is cents', () => {
  expect(formatCents(500, 'fr').replace(/\s/g, ' ')).toBe('5,00 €')
  expect(formatCents(500, 'fr', { short: true }).replace(/\s/g, ' ')).toBe('5 €')
  expect(formatCents(1234, 'en')).toBe('€12.34')
})
