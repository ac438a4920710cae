import { expect, it } from 'vitest'
import type { Plugin } from '@/hooks'
import { badReasons, notInBothLanguages, withoutDefault } from './texts'

const both = { fr: 'Oui', en: 'Yes' }
const plugin = (more: Partial<Plugin>): Plugin => ({
  id: 'a',
  version: '1.0.0',
  title: both,
  description: both,
  ...more,
})

it('finds what is said in one language only', () => {
  expect(notInBothLanguages(plugin({}))).toEqual([])
  const lacking = plugin({
    description: { fr: 'Oui', en: ' ' },
    menu: [{ place: 'public', href: '/a', order: 1, label: { fr: 'Oui' } as never }],
    collections: [
      {
        slug: 'as',
        labels: { singular: both, plural: 'Oui' },
        fields: [
          { name: 'secret', type: 'text', admin: { hidden: true } },
          { type: 'row', fields: [{ name: 'bare', type: 'text' }] },
          { name: 'kind', type: 'select', label: both, options: ['one', { value: 'two', label: both }] },
        ],
      },
    ],
    settings: [{ name: 'days', type: 'number', label: 'Jours' }],
  })
  expect(notInBothLanguages(lacking)).toEqual([
    'description',
    'menu /a',
    'as, many',
    'as.bare',
    'as.kind option',
    'settings.days',
  ])
})

it('finds refusals without a sentence', () => {
  const fr = {
    'a.fine': 'C’est ainsi.',
    'a.counted': (d: Record<string, string | number>) => `Il y en a ${d.count}.`,
    'a.alone': 'Seul.',
  }
  const en = { 'a.fine': 'that is so', 'a.counted': fr['a.counted'] }
  const reasons: Plugin['reasons'] = (lang) => ({ ...(lang === 'fr' ? fr : en) })
  expect(badReasons(plugin({ reasons }))).toEqual(['a.fine in en', 'a.alone in en'])
})

it('finds settings that must be given and are not', () => {
  expect(
    withoutDefault([
      { name: 'free', type: 'text' },
      { name: 'set', type: 'number', required: true, defaultValue: 0 },
      { type: 'row', fields: [{ name: 'lost', type: 'text', required: true }] },
    ]),
  ).toEqual(['lost'])
})
