import { expect, it } from 'vitest'
import { dialled, isPhone } from './phone'

it.each([
  '0612345678',
  '06 12 34 56 78',
  '06.12.34.56.78',
  '06-12-34-56-78',
  '02\u00a099\u202f12 34 56',
  '+33 6 12 34 56 78',
  '+33 (0)6 12 34 56 78',
  '+33 06 12 34 56 78',
  '0033 6 12 34 56 78',
  '+32 470 12 34 56',
  '+1 202-555-0143',
  '+262 692 12 34 56',
])('%s can be dialled', (text) => {
  expect(isPhone(text)).toBe(true)
})

it.each([
  '',
  'abc',
  '12',
  '06 12 34 56',
  '06 12 34 56 7a',
  '00 02 34 56 78',
  '+33 6 12 34 56',
  '+33 6 12 34 56 78 90',
  '+0 612 345 678',
  '+123 456 789 012 345 6',
  '06 12 34 56 78 ou 02 99 12 34 56',
  'marie@exemple.fr',
])('%j cannot', (text) => {
  expect(isPhone(text)).toBe(false)
})

it('is dialled without what stands between its figures', () => {
  expect(dialled('+33 (0)6.12-34 56 78')).toBe('+33612345678')
})
