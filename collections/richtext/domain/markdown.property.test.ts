import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@/core/result'
import { MEMBER } from './allowance'
import type { RichDoc } from './document'
import { MAX_MARKDOWN } from './limits'
import { parseMarkdown } from './parseMarkdown'
import { plainText } from './plainText'
import { readRichText } from './readRichText'
import { writeMarkdown } from './writeMarkdown'

/** Markdown made of what matters: marks, blanks, words, addresses and the ways they are abused. */
const fragment = fc.constantFrom(
  ...['*', '**', '***', '_', '__', '~~', '`', '``', '[', ']', '(', ')', '](', '\\', '<', '>', '!', '#', '# '],
  ...[
    '- ',
    '1. ',
    '  - ',
    '    ',
    '> ',
    '---',
    '```',
    '\n',
    '\n\n',
    ' ',
    '\u00a0',
    '\t',
    '|',
    '&amp;',
    '<b>',
  ],
  ...[
    'mot',
    'é',
    'snake_case',
    '2*3',
    'https://ex.org/a_b',
    'http://',
    'mailto:a@b.fr',
    'javascript:alert(1)',
  ],
  ...['[a](https://ex.org)', '[x](javascript:alert(1))', '[y](data:text/html,x)', '[z](//evil.example)', '𝒜'],
)
const markdown = fc
  .array(fc.oneof({ weight: 6, arbitrary: fragment }, fc.string()), { maxLength: 60 })
  .map((p) => p.join(''))

const urlsOf = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  const { fields, children } = node as { fields?: { url?: string }; children?: unknown[] }
  return [...(fields?.url === undefined ? [] : [fields.url]), ...(children ?? []).flatMap(urlsOf)]
}
const shape = (doc: RichDoc) => JSON.stringify(doc)

describe('light Markdown', () => {
  it('never makes a node or a link outside the whitelist', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const doc = parseMarkdown(source)
        expect(shape(unwrap(readRichText(doc, { ...MEMBER, maxLength: MAX_MARKDOWN * 2 })))).toBe(shape(doc))
        for (const url of urlsOf(doc.root)) expect(url).toMatch(/^(https?:|mailto:|[/?#](?!\/))/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps the words when written and read again', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const doc = parseMarkdown(source)
        const again = parseMarkdown(writeMarkdown(doc))
        const words = (d: RichDoc) => plainText(d).replace(/\s+/g, ' ')
        expect(words(again)).toBe(words(doc))
      }),
      { numRuns: 2_000, examples: [['[mailto:a@b.fr](mailto:a@b.fr)']] },
    )
  })

  it('is stable from the second writing on', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const once = parseMarkdown(writeMarkdown(parseMarkdown(source)))
        expect(shape(parseMarkdown(writeMarkdown(once)))).toBe(shape(once))
      }),
      { numRuns: 2_000 },
    )
  })

  const word = fc.constantFrom('mot', 'été', 'deux mots', 'fin.', '(a)', '2 * 3', 'a_b', 'C:\\x', '# non')
  const dressed = fc
    .tuple(word, fc.constantFrom('', '*', '**', '***', '~~', '`'))
    .map(([w, m]) =>
      m === '`'
        ? `\`${w}\``
        : m === ''
          ? w.replace(/[\\*_#]/g, '\\$&')
          : `${m}${w.replace(/[\\*_]/g, '\\$&')}${m}`,
    )
  const natural = fc.array(
    fc.array(dressed, { minLength: 1, maxLength: 5 }).map((w) => w.join(' ')),
    { minLength: 1, maxLength: 4 },
  )

  it('gives back exactly what people write: words with marks around them', () => {
    fc.assert(
      fc.property(
        natural,
        fc.constantFrom('\n', '\n\n', '\n- ', '\n1. ', '\n> ', '\n### '),
        (lines, glue) => {
          const doc = parseMarkdown(lines.join(glue))
          expect(shape(parseMarkdown(writeMarkdown(doc)))).toBe(shape(doc))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('takes time in proportion to its length, whatever the text', () => {
    const full = (s: string) => s.repeat(Math.ceil(MAX_MARKDOWN / s.length))
    const hostile = [
      '*',
      '*a ',
      '**a',
      '_a*',
      '[',
      '[a](',
      '![',
      '`',
      '`a``',
      '> ',
      '- ',
      '~~a',
      '<http://',
      'https://[',
      '\\',
      '*_~~',
      'a\n',
    ]
    const staircase = Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')
    for (const source of [
      ...hostile.map(full),
      staircase,
      `[a](${'('.repeat(9_000)}`,
      `https://a${')'.repeat(20_000)}`,
    ]) {
      const start = performance.now()
      const doc = parseMarkdown(source)
      expect(performance.now() - start, source.slice(0, 12)).toBeLessThan(400)
      writeMarkdown(doc)
      expect(performance.now() - start, source.slice(0, 12)).toBeLessThan(5_000)
    }
  })
})
