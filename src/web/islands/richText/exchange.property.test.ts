import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import type { SerializedEditorState } from 'lexical'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '@/collections/richtext/domain/parseMarkdown'
import { plainText } from '@/collections/richtext/domain/plainText'
import { registerText, TEXT } from './createText'
import { fromLexical, keeps, type SerializedState, toLexical, writeState } from './exchange'

/** Through Lexical itself, by default with all that watches over the text in the browser. */
function through(state: SerializedState, watch = registerText): { root: unknown } {
  const editor = createHeadlessEditor(TEXT)
  const end = watch(editor)
  editor.setEditorState(editor.parseEditorState(state as unknown as SerializedEditorState))
  editor.update(() => undefined, { discrete: true })
  const out = editor.getEditorState().toJSON()
  end()
  return out
}

const fragment = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '(',
    '](',
    '\\',
    '<',
    '>',
    '# ',
    '## ',
    '- ',
    '1. ',
    '7) ',
    '  - ',
  ],
  ...[
    '> ',
    '---',
    '```',
    '\n',
    '\n\n',
    ' ',
    '\u00a0',
    '\t',
    '| a | b |\n|---|---|',
    '<b>',
    '&amp;',
    'mot',
    'é',
  ],
  ...['snake_case', 'https://ex.org/a_b', 'http://', 'www.ex.org', '<mailto:a@b.fr>', '[a](https://ex.org)'],
  ...['[p](/forum)', '[x](javascript:alert(1))', '**gras**', '*it*', '~~barré~~', '`code`', '𝒜'],
)
const markdown = fc
  .array(fc.oneof({ weight: 8, arbitrary: fragment }, fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(''))

type Node = { type: string; text?: string; format?: unknown; children?: Node[] }
const hasBareAddress = (node: Node): boolean =>
  node.type !== 'link' &&
  (/https?:/.test(node.text ?? '') || (node.children ?? []).some((child) => hasBareAddress(child)))

describe('light Markdown through the editor', () => {
  it('is held by Lexical as the document the server reads', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const doc = parseMarkdown(source)
        const held = fromLexical(through(toLexical(doc), () => () => undefined))
        // An address that was to stay words is read as a link again; such a text stays in its text area, see below.
        if (hasBareAddress(doc.root as Node)) expect(plainText(held)).toBe(plainText(doc))
        else expect(held).toEqual(doc)
      }),
      { numRuns: 1_500 },
    )
  })

  it('is written back so that the server reads the same document, or is left to the text area', () => {
    let kept = 0
    let all = 0
    fc.assert(
      fc.property(markdown, (source) => {
        const state = through(toLexical(parseMarkdown(source)))
        all++
        if (!keeps(source, state)) return
        kept++
        expect(parseMarkdown(writeState(state))).toEqual(parseMarkdown(source))
      }),
      { numRuns: 1_500 },
    )
    expect(kept / all).toBeGreaterThan(0.9)
  })

  it('keeps what people write', () => {
    for (const source of [
      '',
      'Bonjour **à toutes** et *à tous*, ~~hier~~ `npm start`',
      '# Titre\n\n## Sous-titre\n\nUn mot\nsur deux lignes',
      '- un\n- deux\n    1. dedans\n    2. encore\n- trois',
      '3. trois\n4. quatre',
      '> cité\n> encore\n\n---\n\nVoir https://ex.org/a, [ici](/forum) ou <mailto:a@b.fr>.',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<b>pas du gras</b>',
      '```\nconst a = 1\n\n  b()\n```',
    ])
      expect(keeps(source, through(toLexical(parseMarkdown(source)))), source).toBe(true)
  })

  it('leaves to the text area what is longer than the server reads', () => {
    const long = 'mot '.repeat(8_000)
    expect(keeps(long, through(toLexical(parseMarkdown(long))))).toBe(false)
  })
})
