import { expect, it } from 'vitest'
import { countVitest, lastLine, oneFailed, onePassed, skip, sum } from './counts.mjs'

const test = (status, fullName = status) => ({ status, fullName })
const file = (name, status, assertionResults) => ({
  name: `/root/${name}`,
  status,
  startTime: 1000,
  endTime: 1250,
  assertionResults,
})
const count = (testResults, { code = 0, mayBeEmpty } = {}) =>
  countVitest({ testResults }, { code, root: '/root', project: 'unit', mayBeEmpty })

it('counts tests and names the skipped ones', () => {
  const tests = [test('passed'), test('failed'), test('skipped', 'waits'), test('todo', 'one day')]
  expect(count([file('src/a.test.ts', 'failed', tests)], { code: 1 })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 2,
    skippedNames: ['unit: src/a.test.ts > waits', 'unit: src/a.test.ts > one day'],
    files: [{ file: 'unit: src/a.test.ts', ms: 250 }],
  })
})

it('counts a file that could not be loaded as one failure', () => {
  expect(count([file('a', 'failed', []), file('b', 'passed', [test('passed')])], { code: 1 })).toMatchObject({
    passed: 1,
    failed: 1,
  })
})

it('takes a run that ends badly for a failure, though all its tests passed', () => {
  const passed = [file('a', 'passed', [test('passed')])]
  expect(count(passed, { code: 0 })).toMatchObject({ passed: 1, failed: 0 })
  expect(count(passed, { code: 1 })).toMatchObject({ passed: 1, failed: 1 })
  expect(countVitest(undefined, { code: 0, root: '/root', project: 'unit' })).toEqual(oneFailed())
})

it('takes a run without tests for a failure, unless they were narrowed down by path', () => {
  expect(count([])).toMatchObject({ failed: 1 })
  expect(count([], { mayBeEmpty: true })).toMatchObject({ passed: 0, failed: 0 })
})

it('sums up in a last line of fixed form', () => {
  const total = sum([onePassed(), onePassed(), oneFailed()])
  expect(lastLine(total)).toBe('2 passed, 1 failed')
  expect(lastLine(sum([total, skip('a', 'b')]))).toBe('2 passed, 1 failed, 2 skipped')
})
