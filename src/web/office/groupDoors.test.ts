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
