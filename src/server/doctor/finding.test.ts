import { expect, it } from 'vitest'
import { exitOf, type Finding, guarded, linesOf, sayIn } from './finding'

const finding = (state: Finding['state']): Finding => ({ check: 'disk', state, says: 'x', mend: 'y' })

it.each([
  [['ok'], false, 0],
  [['ok', 'warn'], false, 0],
  [['ok', 'warn'], true, 1],
  [['ok', 'fail', 'warn'], false, 1],
] as const)('%j, strict %s: %i', (states, strict, code) => {
  expect(exitOf(states.map(finding), strict)).toBe(code)
})

it('a check that cannot be made is said, and no reason to stop', async () => {
  const [found] = await guarded('disk', sayIn('en'), () => Promise.reject(new Error('no such thing')))
  expect(found).toMatchObject({ state: 'fail', says: 'could not be checked: no such thing' })
  expect(linesOf(finding('warn')).join('\n')).toMatch(/^! disk .*\n.*→ y$/)
})
