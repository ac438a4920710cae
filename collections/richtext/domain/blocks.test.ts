import { describe, expect, it } from 'vitest'
import { ok, unwrap } from '@/core/result'
import { MEMBER, STAFF } from './allowance'
import { type BlockShape, readValues } from './blocks'
import { isBlank, plainText } from './plainText'
import { readRichText } from './readRichText'
import { writeMarkdown } from './writeMarkdown'

const shape: BlockShape = {
  slug: 'counter',
  fields: [
    { name: 'words', kind: 'text', required: false, minLength: 2, maxLength: 5 },
    { name: 'count', kind: 'number', required: true, fallback: 3, min: 1, max: 6 },
    { name: 'size', kind: 'select', required: false, options: ['large', 'small'] },
    { name: 'framed', kind: 'checkbox', required: false },
  ],
}
const needy: BlockShape = { slug: 'needy', fields: [{ name: 'it', kind: 'checkbox', required: true }] }
const allowance = { ...STAFF, blocks: [shape, needy] }
const block = (fields: unknown) => ({ type: 'block', version: 2, fields })
const doc = (...children: unknown[]) => ({ root: { type: 'root', children } })
const read = (...children: unknown[]) => readRichText(doc(...children), allowance)

describe('the values of a block', () => {
  it('are kept to its fields, with their defaults', () => {
    expect(readValues(shape, { words: 'abc', size: 'small', framed: false, script: 'x' })).toEqual(
      ok({ words: 'abc', count: 3, size: 'small', framed: false }),
    )
    expect(readValues(shape, { words: ' ', count: null })).toEqual(ok({ count: 3 }))
  })

  it.each([
    { words: 'abcdef' },
    { words: 'a' },
    { words: 12 },
    { words: ['abc'] },
    { count: 0 },
    { count: 7 },
    { count: '3' },
    { count: Number.NaN },
    { size: 'huge' },
    { size: 'toString' },
    { framed: 'true' },
    { framed: {} },
  ])('refuse %o', (values) => {
    expect(readValues(shape, values)).toMatchObject({ ok: false, reason: 'richtext.block-value' })
  })

  it('refuse what must be there and is not, names of every object among it', () => {
    expect(readValues(needy, {})).toMatchObject({ reason: 'richtext.block-incomplete' })
    const odd: BlockShape = { slug: 'odd', fields: [{ name: 'toString', kind: 'checkbox', required: true }] }
    expect(readValues(odd, {})).toMatchObject({ reason: 'richtext.block-incomplete' })
  })
})

describe('a block in a document', () => {
  it('is built anew from what is known of it', () => {
    const kept = unwrap(
      read({
        ...block({ blockType: 'counter', blockName: 'x', id: 'b1', words: 'abc', onclick: 'y' }),
        html: 'z',
      }),
    )
    expect(kept.root.children).toEqual([
      {
        type: 'block',
        version: 2,
        format: '',
        fields: { id: 'b1', blockName: '', blockType: 'counter', words: 'abc', count: 3 },
      },
    ])
    expect(unwrap(readRichText(kept, allowance))).toEqual(kept)
  })

  it('has an id of its own', () => {
    const same = { blockType: 'counter', id: 'same' }
    const kept = unwrap(
      read(block(same), block(same), block({ blockType: 'counter', id: '<x>' }), block(same)),
    )
    const ids = kept.root.children.map((c) => (c.type === 'block' ? c.fields.id : ''))
    expect(new Set(ids).size).toBe(4)
    expect(unwrap(readRichText(kept, allowance))).toEqual(kept)
  })

  it.each([
    ['richtext.unknown-node', block({ blockType: 'iframe' })],
    ['richtext.unknown-node', block(undefined)],
    ['richtext.unknown-node', block({ blockType: '__proto__' })],
    ['richtext.unknown-node', { type: 'inlineBlock', fields: { blockType: 'counter' } }],
    ['richtext.unknown-node', { type: 'paragraph', children: [block({ blockType: 'counter' })] }],
    ['richtext.unknown-node', { type: 'quote', children: [block({ blockType: 'counter' })] }],
    ['richtext.block-value', block({ blockType: 'counter', count: 99 })],
    ['richtext.block-incomplete', block({ blockType: 'needy' })],
  ])('is refused: %s', (reason, node) => {
    expect(read(node)).toMatchObject({ ok: false, reason })
  })

  it('is refused where there are too many, and to members', () => {
    const one = block({ blockType: 'counter' })
    expect(read(...Array.from({ length: 31 }, () => one))).toMatchObject({
      reason: 'richtext.too-many-blocks',
    })
    expect(readRichText(doc(one), MEMBER)).toMatchObject({ reason: 'richtext.unknown-node' })
  })

  it('is something to see, has no words, and is left out of Markdown', () => {
    const kept = unwrap(read(block({ blockType: 'counter', words: 'abc' })))
    expect(isBlank(kept)).toBe(false)
    expect(plainText(kept)).toBe('')
    expect(writeMarkdown(kept)).toBe('')
  })
})
