import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paragraphsOf, partsOf } from './paragraphs'

it.each([
  ['Bonjour', [{ text: 'Bonjour' }]],
  [
    'Voyez https://a.fr/x?y=1.',
    [{ text: 'Voyez ' }, { text: 'https://a.fr/x?y=1', href: 'https://a.fr/x?y=1' }, { text: '.' }],
  ],
  ['(http://a.fr)', [{ text: '(' }, { text: 'http://a.fr', href: 'http://a.fr' }, { text: ')' }]],
  ['https://', [{ text: 'https://' }]],
  ['javascript:alert(1) et data:x', [{ text: 'javascript:alert(1) et data:x' }]],
])('%j is in pieces %j', (line, parts) => {
  expect(partsOf(line)).toEqual(parts)
})

it('an empty line makes a paragraph, a line break stays one', () => {
  const text = (all: ReturnType<typeof paragraphsOf>) =>
    all.map((lines) => lines.map((parts) => parts.map((p) => p.text).join('')))
  expect(text(paragraphsOf('\n Un\r\ndeux\r\n \r\n\r\ntrois\n'))).toEqual([['Un', 'deux'], ['trois']])
})

it('pieces are the line, and lead to the web alone (property)', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('https://a.fr', 'http://', ' ', '.', ')', 'javascript:'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const line = pieces.join('').replace(/[\r\n]/g, '')
      const parts = partsOf(line)
      expect(parts.map((p) => p.text).join('')).toBe(line)
      for (const { text, href } of parts)
        if (href !== undefined) expect([href, /^https?:\/\//.test(href)]).toEqual([text, true])
    }),
  )
})
