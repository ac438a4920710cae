import type { CollectionConfig, Field, Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { inEuros } from '@/hooks'
import { forStaff } from './forStaff'
import { referenceIn } from './shown/references'
import { shown as shownWords } from './shown/words'

const posts: CollectionConfig = {
  slug: 'posts',
  admin: { useAsTitle: 'title' },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'author', type: 'text' },
    { name: 'on', type: 'date' },
    {
      type: 'row',
      fields: [{ name: 'at', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } }],
    },
    {
      type: 'tabs',
      tabs: [
        { label: 'x', fields: [{ name: 'own', type: 'date', admin: { date: { displayFormat: 'yyyy' } } }] },
      ],
    },
    { name: 'state', type: 'text', custom: { words: { a: { fr: 'à', en: 'at' } } } },
    { name: 'heard', type: 'text', custom: { instant: true } },
  ],
}

/** Names of the date fields and how they are shown. */
const formats = (fields: Field[]): [string, string | undefined][] =>
  fields.flatMap((field) => {
    if (field.type === 'date')
      return [[field.name, field.admin?.date?.displayFormat] as [string, string | undefined]]
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => formats(tab.fields))
    return 'fields' in field ? formats(field.fields) : []
  })

describe('what staff is shown', () => {
  const shown = forStaff(posts)

  it('names what lists are searched by in both languages', () => {
    const { fields } = forStaff({ slug: 'x', fields: [{ name: 'searchKey', type: 'text' }] })
    expect(fields[0]).toMatchObject({ label: { fr: 'mots du texte', en: 'words of the text' } })
  })

  it('writes dates the day first, wherever the field stands, unless its module chose', () => {
    expect(formats(shown.fields)).toEqual([
      ['on', 'dd/MM/yyyy'],
      ['at', 'dd/MM/yyyy HH:mm'],
      ['own', 'yyyy'],
    ])
  })

  it('has no API tab, and keeps the rest', () => {
    expect(shown.admin).toEqual({ hideAPIURL: true, useAsTitle: 'title' })
    expect(shown.fields[0]).toEqual(posts.fields[0])
  })

  it('names people and says codes in words, in lists and in documents', () => {
    const inWords = { Cell: expect.stringMatching(/ShownCell/), Field: expect.stringMatching(/ShownField/) }
    for (const at of [1, 5, 6]) expect(shown.fields[at]).toMatchObject({ admin: { components: inWords } })
    expect(shown.fields[0]?.admin).toBeUndefined()
  })

  it('says cents in euros, and leaves a field of the module’s own as it is', async () => {
    const own = { components: { Field: '/own#Own' } }
    const { fields } = forStaff({
      slug: 'x',
      fields: [
        { name: 'cents', type: 'number', custom: inEuros },
        { name: 'feeCents', type: 'number', custom: inEuros, admin: own },
      ],
    })
    expect(fields[0]).toMatchObject({ admin: { components: { Field: expect.stringMatching(/ShownField/) } } })
    expect(fields[1]).toMatchObject({
      admin: { components: { ...own.components, Cell: expect.any(String) } },
    })
    const cents = { name: 'cents', custom: inEuros }
    expect(await shownWords({} as Payload, cents, -1205, 'fr')).toEqual({ words: '−12,05\u00a0€' })
    expect(await shownWords({} as Payload, cents, null, 'fr')).toBeUndefined()
  })

  it('knows what an id stands for, and what is none', () => {
    const id = '01a201f3-d317-77a1-b083-b080240ef9dd'
    const person = { kind: 'person', id }
    expect(
      [id, `member:${id}`, `staff:${id}`, 'system', 'pool:main', `${id}:2026`, null].map((value) =>
        referenceIn('actor', value),
      ),
    ).toEqual([person, person, person, undefined, undefined, undefined, undefined])
    expect(referenceIn('season', id)).toEqual({ kind: 'season', id })
    expect(referenceIn('season', `member:${id}`)).toBeUndefined()
    expect(referenceIn('scope', 'moderation')).toBeUndefined()
    expect(referenceIn('title', id)).toBeUndefined()
  })

  it('leaves what it was given as it was', () => {
    expect(formats(posts.fields)).toContainEqual(['on', undefined])
  })
})
