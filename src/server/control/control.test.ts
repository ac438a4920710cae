import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RunCommand } from '../commands/run'
import { ask } from './ask'
import { listenForCommands } from './listen'
import { socketPath } from './socketPath'

let folder = ''
let file = ''
let listening: { close: () => Promise<void> } | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ops-'))
  file = join(folder, 'c.sqlite')
})
afterEach(async () => {
  await listening?.close()
  listening = undefined
  rmSync(folder, { recursive: true })
})

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const listen = async (run: RunCommand) => {
  listening = await listenForCommands(file, run, log, { lastWordsMs: 200 })
}
async function asking(command = 'x', args: string[] = []) {
  const said: string[] = []
  const answer = await ask(
    file,
    { command, args, lang: 'fr' },
    { out: (line) => said.push(line), err: (line) => said.push(`! ${line}`) },
  )
  return { answer, said }
}

it('what a command says comes as it says it, and its exit code last', async () => {
  await listen(async ({ command, args, lang }, say) => {
    say.out(`${command} ${args.join('|')} ${lang}`)
    await sleep(5)
    say.err('line\nof two')
    say.out('é'.repeat(100_000))
    return 7
  })
  const { answer, said } = await asking('a:b', ['one two', ''])
  expect(answer).toEqual({ kind: 'done', exit: 7 })
  expect(said).toEqual(['a:b one two| fr', '! line\nof two', 'é'.repeat(100_000)])
})

it('is for its own user alone, and is gone when closed', async () => {
  await listen(async () => 0)
  expect(statSync(socketPath(file)).mode & 0o777).toBe(0o600)
  await listening?.close()
  expect(existsSync(socketPath(file))).toBe(false)
  expect((await asking()).answer).toEqual({ kind: 'nobody' })
})

it('a socket left by a program that was killed is replaced', async () => {
  writeFileSync(socketPath(file), '')
  expect((await asking()).answer).toEqual({ kind: 'nobody' })
  await listen(async () => 0)
  expect((await asking()).answer).toEqual({ kind: 'done', exit: 0 })
})

it('a command that throws is told, and the next one is answered', async () => {
  await listen(async ({ command }) => {
    if (command === 'bad') throw new Error('boom')
    return 0
  })
  expect(await asking('bad')).toEqual({ answer: { kind: 'done', exit: 1 }, said: ['! boom'] })
  expect(log.error).toHaveBeenCalled()
  expect((await asking()).answer).toEqual({ kind: 'done', exit: 0 })
})

it('a caller that goes away does not end its command; a program that stops lets it end', async () => {
  let ended = false
  const began = Promise.withResolvers<void>()
  await listen(async (_, say) => {
    began.resolve()
    await sleep(50)
    say.out('to nobody')
    ended = true
    return 0
  })
  const socket = connect(socketPath(file))
  socket.write(`${JSON.stringify({ command: 'x', args: [] })}\n`)
  await began.promise
  socket.destroy()
  await listening?.close()
  expect(ended).toBe(true)
})

it('a command cut off by the end of the program says so', async () => {
  await listen(() => new Promise(() => undefined))
  const asked = asking()
  await sleep(20)
  await listening?.close()
  expect((await asked).answer).toEqual({ kind: 'cut' })
})

it.each(['not json\n', '{"command":1}\n', `${'x'.repeat(70_000)}\n`])(
  'nonsense is hung up on',
  async (text) => {
    const run = vi.fn()
    await listen(run)
    const socket = connect(socketPath(file))
    socket.on('error', () => undefined)
    socket.write(text)
    await new Promise((resolve) => socket.once('close', resolve))
    expect(run).not.toHaveBeenCalled()
  },
)
