import { describe, expect, it } from 'vitest'
import { REASONS } from '../contract'
import { reasons } from '../i18n/reasons'

describe('refusals', () => {
  it.each(['fr', 'en'] as const)('each have a sentence in %s', (lang) => {
    const said = reasons(lang)
    for (const code of REASONS) {
      const text = said[code]
      const sentence =
        typeof text === 'function'
          ? text({ taken: 3, cap: 2, dueCents: 500, on: '2027-01-15', hours: 2, max: 9 })
          : text
      expect(sentence, code).toMatch(/^\p{Lu}.*[.!?]$/u)
    }
  })
})
