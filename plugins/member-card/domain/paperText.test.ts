import { expect, it } from 'vitest'
import { paperText } from './paperText'

it.each([
  ['Éléonore Œuvrard, l’Haÿ-les-Roses', 'Éléonore Œuvrard, l’Haÿ-les-Roses'],
  ['« Valable\u00a0: oui\u202f! »', '« Valable\u00a0: oui\u00a0! »'],
  ['Łukasz Šimůnek', 'Lukasz Šimunek'],
  ['Nguyễn Thị Ánh', 'Nguyên Thi Ánh'.replace('ê', 'e')],
  ['E\u0301milie', 'Émilie'],
  ['Мария Duval', 'Duval'],
  ['5 €', '5 €'],
])('%s is written %s', (text, expected) => {
  expect(paperText(text)).toBe(expected)
})
