import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { askDemo } from './askDemo'
import { StartRefused } from './startRefused'

function terminal(typed: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  input.write(typed)
  return { input, output }
}

it.each([
  ['\r', true],
  ['o\r', true],
  ['oui\r', true],
  ['n\r', false],
  [' NON\r', false],
])('%j is %s', async (typed, wanted) => {
  const { input, output } = terminal(typed)
  expect(await askDemo('fr', input, output)).toBe(wanted)
  expect(String(output.read())).toContain('Installer des données de démonstration')
})

it.each(['\x03', '\x04'])('who leaves (%j) is told so, without a stack', async (typed) => {
  const { input, output } = terminal(typed)
  await expect(askDemo('en', input, output)).rejects.toThrow(StartRefused)
})

it('so is who is gone', async () => {
  const { input, output } = terminal('')
  input.end()
  await expect(askDemo('fr', input, output)).rejects.toThrow('la base reste vide')
})
