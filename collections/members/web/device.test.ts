import { expect, it } from 'vitest'
import { deviceName } from './device'

const EDGE =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0'

it.each([
  [EDGE, 'Edge, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox, Linux'],
  ['Something/1.0 (iPad)', 'iPad'],
])('%s is named alike in both languages', (agent, name) => {
  expect([deviceName(agent, 'fr'), deviceName(agent, 'en')]).toEqual([name, name])
})

it('what says nothing of itself is unknown', () => {
  expect([deviceName('', 'fr'), deviceName('', 'en')]).toEqual(['Appareil inconnu', 'Unknown device'])
})
