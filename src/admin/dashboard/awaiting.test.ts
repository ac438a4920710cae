import { describe, expect, it } from 'vitest'
import { texts as exchanges } from '@/collections/exchanges/i18n'
import { texts as mail } from '@/collections/mail/i18n/texts'
import { texts as missions } from '@/collections/missions/i18n'
import { texts as ts } from '@/collections/ts/i18n'
import { LANGS } from '@/core/lang'
import { withoutCount } from './Awaiting'

const words = (label: string, count: number) => withoutCount({ label, count, href: '/' })

describe('a line of the day', () => {
  it('says its number once', () => {
    expect(words('3 candidatures à étudier', 3)).toBe('Candidatures à étudier')
    expect(words('1\u202f503 courriers gardés', 1503)).toBe('Courriers gardés')
    expect(words('1,503 mails kept', 1503)).toBe('Mails kept')
    expect(words('Une décision à prendre', 1)).toBe('Décision à prendre')
    expect(words('Un échange à examiner', 1)).toBe('Échange à examiner')
    expect(words('One mission to verify', 1)).toBe('Mission to verify')
    expect(words('Unions à célébrer', 2)).toBe('Unions à célébrer')
  })

  it.each(LANGS)('of the core says its number in words, in %s', (lang) => {
    const labels = [exchanges(lang).desk.todo, missions(lang).desk.todo, ts(lang).desk.todo]
    const all = [...labels, mail(lang).todo.failed, mail(lang).todo.kept]
    for (const label of all) {
      expect(label(1)).toMatch(/^(Une?|One) /)
      expect(label(7)).toMatch(/^7 /)
    }
  })
})
