import { describe, expect, it } from 'vitest'
import type { OfficeGroup } from '@/hooks'
import { groupDoors } from './groupDoors'

const way = (href: string, group?: OfficeGroup) => ({
  href,
  label: { fr: `fr ${href}`, en: `en ${href}` },
  ...(group ? { group } : {}),
})
const item = (href: string) => ({ label: href, count: 1, href })

describe('the doors of the office', () => {
  it('stand under their heading, in the order of the headings, in the language asked', () => {
    const ways = [way('/bureau/b', 'money'), way('/bureau/a', 'membership'), way('/bureau/c', 'money')]
    const { groups } = groupDoors(ways, [], 'en')
    expect(groups.map(({ group, doors }) => [group, doors.map((d) => d.label)])).toEqual([
      ['membership', ['en /bureau/a']],
      ['money', ['en /bureau/b', 'en /bureau/c']],
    ])
  })

  it('stand under the last one where they name none', () => {
    expect(groupDoors([way('/bureau/a')], [], 'fr').groups.map((g) => g.group)).toEqual(['site'])
  })

  it('say how much awaits, once', () => {
    const work = [
      { label: 'Échanges à examiner', count: 2, href: '/bureau/a' },
      { label: '3 dossiers', count: 3, href: '/bureau/a' },
      { label: 'Une décision', count: 1, href: '/bureau/a' },
      { label: 'Courriers gardés', count: 4, href: '/admin' },
    ]
    const { groups, elsewhere } = groupDoors([way('/bureau/a')], work, 'fr')
    expect(groups[0]?.doors[0]?.awaits?.map((w) => w.label)).toEqual([
      'Échanges à examiner (2)',
      '3 dossiers',
      'Une décision',
    ])
    expect(elsewhere.map((w) => w.label)).toEqual(['Courriers gardés (4)'])
  })

  it('say what awaits at their address and further in, once', () => {
    const ways = [way('/bureau/a'), way('/bureau/a/b')]
    const work = ['/bureau/a?etat=x', '/bureau/a/b#ici', '/bureau/a/c', '/bureau/ab', '/forum'].map(item)
    const { groups, elsewhere } = groupDoors(ways, work, 'fr')
    expect(groups[0]?.doors.map((d) => d.awaits?.map((w) => w.href))).toEqual([
      ['/bureau/a?etat=x', '/bureau/a/c'],
      ['/bureau/a/b#ici'],
    ])
    expect(elsewhere.map((w) => w.href)).toEqual(['/bureau/ab', '/forum'])
  })
})
