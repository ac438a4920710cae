import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHref } from './links'

describe('safeHref', () => {
  it.each([
    ['https://exemple.fr', 'https://exemple.fr/'],
    ['http://exemple.fr/a?b=c#d', 'http://exemple.fr/a?b=c#d'],
    ['HTTPS://Exemple.FR/A', 'https://exemple.fr/A'],
    ['https://fr.wikipedia.org/wiki/Loge_(concierge)', 'https://fr.wikipedia.org/wiki/Loge_%28concierge%29'],
    ['mailto:marie@exemple.fr', 'mailto:marie@exemple.fr'],
    ['/forum/sujet/1', '/forum/sujet/1'],
    ['#suite', '#suite'],
    ['?page=2', '?page=2'],
    ['  https://exemple.fr/  ', 'https://exemple.fr/'],
  ])('keeps %s', (given, kept) => expect(safeHref(given)).toBe(kept))

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://exemple.fr',
    'blob:https://exemple.fr/1',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://banque.fr@evil.example/',
    'https://',
    'exemple.fr',
    'mailto:',
    'mailto:pas une adresse',
    '',
    `https://exemple.fr/${'a'.repeat(2_000)}`,
    null,
    42,
    { toString: () => 'https://exemple.fr' },
  ])('refuses %j', (given) => expect(safeHref(given)).toBeNull())

  it('gives back what it gave, and nothing but our schemes', () => {
    const address = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string())
    fc.assert(
      fc.property(address, (given) => {
        const href = safeHref(given)
        if (href === null) return
        expect(href).toMatch(/^(https?:\/\/|mailto:|[/?#](?![/\\]))/)
        expect(safeHref(href)).toBe(href)
      }),
    )
  })
})
