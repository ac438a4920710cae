import { expect, it } from 'vitest'
import { holds } from './install.mjs'

const lock = {
  packages: {
    '': { name: 'compagnon' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-win32': { version: '1.0.0', optional: true },
  },
}

it.each([
  [{ packages: { 'node_modules/a': { version: '1.0.0' } } }, true],
  [{ packages: { 'node_modules/a': { version: '1.0.1' } } }, false],
  [{ packages: {} }, false],
  [{}, false],
])('%j holds what the lock file asks for: %s', (installed, expected) => {
  expect(holds(installed, lock)).toBe(expected)
})
