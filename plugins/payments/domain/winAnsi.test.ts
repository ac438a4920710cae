import { expect, it } from 'vitest'
import { winAnsi } from './winAnsi'

it.each([
  ['Éléonore Œuvrard', 'Éléonore Œuvrard'],
  ['E\u0301le\u0301onore', 'Éléonore'],
  ['5,00\u202F€', '5,00\u00A0€'],
  ['« l’œuvre »', '« l’œuvre »'],
  ['Łukasz Şahin', 'Lukasz Sahin'],
  ['Nguyễn Thị', 'Nguyen Thi'],
  ['李', '?'],
  ['a\tb\u0007', 'a?b?'],
  ['−5', '–5'],
])('%j is written %j', (text, expected) => expect(winAnsi(text)).toBe(expected))
