import { expect, it } from 'vitest'
import { isAtLeast } from './node.mjs'
import { capture } from './run.mjs'

const node = (script, options) => capture(process.execPath, ['-e', script], options)

it('keeps what a program says, and its code', async () => {
  expect(await node('console.log("out"); console.error("err"); process.exitCode = 3')).toEqual({
    code: 3,
    output: expect.stringMatching(/out\nerr|err\nout/),
  })
})

it('hands over whole lines', async () => {
  const lines = []
  await node('process.stdout.write("a\\nb"); setTimeout(() => process.stdout.write("c\\nd"), 20)', {
    onLine: (line) => lines.push(line),
  })
  expect(lines).toEqual(['a', 'bc', 'd'])
})

it('answers 127 for a program that is not there, 128 and the signal for one that was ended', async () => {
  expect(await capture('no-such-program', [])).toMatchObject({ code: 127 })
  expect(await node('setTimeout(() => {}, 60_000)', { timeout: 100 })).toMatchObject({ code: 143 })
})

it.each([
  ['v20.9.0', true],
  ['v20.8.1', false],
  ['v18.20.0', false],
  ['v24.0.0', true],
])('Node %s is at least 20.9: %s', (version, expected) => {
  expect(isAtLeast(version, [20, 9])).toBe(expected)
})
