import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@/core/result'
import { renderRichText } from '../web/renderRichText'
import { MEMBER, STAFF } from './allowance'
import { parseMarkdown } from './parseMarkdown'
import { isBlank, plainText, summary } from './plainText'
import { readRichText } from './readRichText'
import { writeMarkdown } from './writeMarkdown'

const doc = (...children: unknown[]) => ({ root: { type: 'root', children } })
const p = (...children: unknown[]) => ({ type: 'paragraph', children })
const t = (text: unknown, format?: unknown) => ({ type: 'text', text, format })
const a = (url: unknown, fields: object = { linkType: 'custom' }) => ({
  type: 'link',
  fields: { ...fields, url },
  children: [t('x')],
})
const nested = (levels: number): unknown =>
  levels === 0
    ? p(t('au fond'))
    : { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [nested(levels - 1)] }] }

/** Documents as a client could send them: right node types mixed with wrong ones, at any depth. */
const hostile = fc.letrec<{ node: unknown; element: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.record({
      type: fc.constant('text'),
      text: fc.oneof(fc.string(), fc.integer(), fc.constant({ a: 1 })),
      format: fc.anything(),
    }),
    fc.constantFrom<unknown>(
      { type: 'linebreak' },
      { type: 'script', children: [t('x')] },
      { type: 'block', fields: { html: '<b>' } },
      null,
      [],
      'texte',
    ),
    tie('element'),
  ),
  element: fc.record({
    type: fc.constantFrom(
      'paragraph',
      'heading',
      'quote',
      'list',
      'listitem',
      'link',
      'autolink',
      'upload',
      'root',
      'iframe',
      '__proto__',
    ),
    tag: fc.constantFrom('h1', 'h2', 'h6', 'script', 'style'),
    listType: fc.constantFrom('bullet', 'number', 'check'),
    start: fc.oneof(fc.integer(), fc.string()),
    fields: fc.record({
      url: fc.constantFrom('javascript:alert(1)', 'https://ex.org', '/a', '//evil', 'data:,x'),
      linkType: fc.constantFrom('custom', 'internal'),
    }),
    relationTo: fc.constantFrom('media', 'members'),
    value: fc.oneof(
      fc.string(),
      fc.constant({ id: 'm1', url: 'javascript:alert(1)' }),
      fc.constant({ id: 'm1', url: '/api/media/file/a.webp' }),
    ),
    children: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.constant('x')),
  }),
}))

/** Documents an editor could make, with words that look like Markdown. */
const awkward = fc.constantFrom(
  '*',
  '**',
  ' ',
  '_',
  '`',
  '``',
  '~~',
  '\\\\',
  '[',
  '](',
  ')',
  '#',
  '# ',
  '- ',
  '1. ',
  '> ',
  '---',
  '<',
  'https://a.fr',
  'mot',
  'é',
  '\\n',
)
const span = fc
  .tuple(
    fc.oneof(
      awkward,
      fc.array(awkward, { maxLength: 4 }).map((w) => w.join('')),
      fc.string(),
    ),
    fc.integer({ min: 0, max: 31 }),
  )
  .map(([w, f]) => t(w, f))
const line = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: span },
    fc.constant({ type: 'linebreak' }),
    span.map((s) => ({ ...a('https://ex.org/(x)'), children: [s] })),
  ),
  { maxLength: 6 },
)
const item = line.map((children) => ({ type: 'listitem', children }))
const bullets = fc.tuple(
  fc.constantFrom('bullet', 'number'),
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.array(item, { minLength: 1, maxLength: 4 }),
)
const list = bullets.map(([listType, start, children]) => ({ type: 'list', listType, start, children }))
const acceptable = fc.array(
  fc.oneof(
    line.map((children) => p(...children)),
    line.map((children) => ({ type: 'quote', children })),
    line.map((children) => ({ type: 'heading', tag: 'h3', children })),
    fc.tuple(list, list).map(([outer, inner]) => ({
      ...outer,
      children: [...outer.children, { type: 'listitem', children: [inner] }],
    })),
    fc.constant({ type: 'horizontalrule' }),
  ),
  { maxLength: 4 },
)

const TAGS = /^(p|h2|h3|h4|blockquote|ul|ol|li|a|strong|em|s|code|span|br|hr|figure|img)$/
function checkHtml(html: string) {
  for (const [, tag] of html.matchAll(/<\/?([a-zA-Z0-9-]+)/g)) expect(tag).toMatch(TAGS)
  for (const [, value] of html.matchAll(/(?:href|src)="([^"]*)"/g))
    expect(value).toMatch(/^(https?:|mailto:|[/?#](?!\/))/)
  expect(html).not.toMatch(/\son\w+=/)
}

describe('readRichText', () => {
  it('refuses, or gives a document that it would give again', () => {
    fc.assert(
      fc.property(
        fc.array(hostile.node, { maxLength: 5 }),
        fc.constantFrom(MEMBER, STAFF),
        (nodes, allowance) => {
          const read = readRichText(doc(...nodes), allowance)
          if (!read.ok) return
          expect(unwrap(readRichText(read.value, allowance))).toEqual(read.value)
          expect(unwrap(readRichText(JSON.parse(JSON.stringify(read.value)), allowance))).toEqual(read.value)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('lets the renderer show no tag and no address outside the whitelist, even of what was never checked', () => {
    fc.assert(
      fc.property(
        fc.array(hostile.node, { maxLength: 5 }),
        fc.constantFrom('staff' as const, 'member' as const),
        (nodes, by) => {
          checkHtml(renderToStaticMarkup(renderRichText(doc(...nodes), { by })))
          plainText(doc(...nodes))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('keeps the words of any document it accepts when it goes through Markdown', () => {
    fc.assert(
      fc.property(acceptable, (nodes) => {
        const read = unwrap(readRichText(doc(...nodes), MEMBER))
        const words = (d: unknown) => plainText(d).replace(/[\s\p{Cc}]+/gu, '')
        expect(words(parseMarkdown(writeMarkdown(read)))).toBe(words(read))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['richtext.malformed', null],
    ['richtext.malformed', 'texte'],
    ['richtext.malformed', { root: [] }],
    ['richtext.malformed', doc(p(t(12)))],
    ['richtext.malformed', doc(null)],
    ['richtext.unknown-node', doc({ type: 'script', children: [] })],
    ['richtext.unknown-node', doc(t('à la racine'))],
    ['richtext.unknown-node', doc({ type: 'list', children: [p(t('x'))] })],
    ['richtext.unknown-node', doc(p({ ...a('/a'), children: [a('/b')] }))],
    ['richtext.unknown-link', doc(p(a('javascript:alert(1)')))],
    [
      'richtext.unknown-link',
      doc(p(a('/a', { linkType: 'internal', doc: { relationTo: 'members', value: '1' } }))),
    ],
    ['richtext.no-pictures', doc({ type: 'upload', relationTo: 'media', value: 'm1' })],
    ['richtext.too-deep', doc(nested(50))],
    ['richtext.too-deep', doc(nested(5_000))],
    ['richtext.too-long', doc(p(t('a'.repeat(20_001))))],
    ['richtext.too-long', doc(...Array.from({ length: 8_001 }, () => p()))],
  ])('says %s', (reason, value) => {
    expect(readRichText(value, MEMBER)).toMatchObject({ ok: false, reason })
  })

  it('drops formats and attributes it does not know, and holds headings to what the writer may use', () => {
    const given = doc(
      { type: 'heading', tag: 'h1', children: [t('Titre', 1 | 8 | 64)], style: 'x', onclick: 'y' },
      { type: 'upload', relationTo: 'media', value: { id: 'm1', url: '/x' }, fields: { caption: 'x' } },
    )
    const read = unwrap(readRichText(given, STAFF))
    expect(read.root.children).toMatchObject([
      { tag: 'h2', children: [{ format: 1 }] },
      { value: 'm1', fields: null },
    ])
    expect(JSON.stringify(read)).not.toContain('onclick')
  })

  it('does not follow a document that goes too deep, when shown', () => {
    expect(renderToStaticMarkup(renderRichText(doc(nested(5_000)), { by: 'staff' })).length).toBeLessThan(
      2_000,
    )
    expect(plainText(doc(nested(5_000)))).toBe('')
  })
})

describe('renderRichText', () => {
  it('shows what people write', () => {
    const source =
      'Bonjour **à tous**, voyez [ceci](https://ex.org).\nSuite\n\n- un\n    - sous\n- deux\n\n> cité'
    expect(renderToStaticMarkup(renderRichText(parseMarkdown(source), { by: 'member' }))).toBe(
      '<p>Bonjour <span><strong>à tous</strong></span>, voyez <a href="https://ex.org/" rel="nofollow ugc">ceci</a>.<br/>Suite</p>' +
        '<ul><li>un<ul><li>sous</li></ul></li><li>deux</li></ul><blockquote><p>cité</p></blockquote>',
    )
  })
})

describe('plainText', () => {
  it('gives a line a block, a summary cut at a word, and knows what is blank', () => {
    const d = parseMarkdown('# Titre\n\nUn *deux* trois\n\n- a\n- b')
    expect(plainText(d)).toBe('Titre\nUn deux trois\na\nb')
    expect(summary(d, 12)).toBe('Titre Un…')
    expect(isBlank(parseMarkdown(' \n\n'))).toBe(true)
    expect(isBlank(d)).toBe(false)
    expect(isBlank(null)).toBe(true)
  })
})
