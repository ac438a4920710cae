import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, withoutSecrets } from '@/hooks'
import type { RunCommand } from '../commands/run'
import { LONGEST_QUESTION, line, readAsked } from './protocol'
import { makeSocketFolder, socketPath } from './socketPath'

/** How long commands under way may take when the program stops. */
const LAST_WORDS_MS = 5_000

/**
 * Listens to commands on a socket beside the SQLite file, for the user who runs the program alone. The caller holds the
 * file's guard, so whatever stands at that path was left by a program that is no more. A command whose caller goes away
 * runs to its end. `close` lets commands end, and removes the socket.
 */
export async function listenForCommands(
  file: string,
  run: RunCommand,
  log: Logger,
  { lastWordsMs = LAST_WORDS_MS } = {},
): Promise<{ path: string; close: () => Promise<void> }> {
  const path = socketPath(file)
  makeSocketFolder(path, file)
  const unix = process.platform !== 'win32'
  if (unix) rmSync(path, { force: true })
  const open = new Set<Socket>()
  const under = new Set<Promise<void>>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    // The caller went away: what it asked for goes on.
    socket.on('error', () => undefined)
    readLine(socket, (text) => {
      const answered = answer(socket, text, run, log).finally(() => under.delete(answered))
      under.add(answered)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Nobody else may connect, not even between bind and chmod.
    const before = unix ? process.umask(0o177) : undefined
    server.listen(path, resolve)
    if (before !== undefined) process.umask(before)
  })
  if (unix) chmodSync(path, 0o600)
  // A program that ends for another reason need not wait for this.
  server.unref()
  return {
    path,
    close: async () => {
      server.close()
      await Promise.race([Promise.allSettled([...under]), sleep(lastWordsMs, undefined, { ref: false })])
      for (const socket of open) socket.destroy()
      if (unix) rmSync(path, { force: true })
    },
  }
}

/** The first line that comes; a caller that sends more than a question is cut off. */
function readLine(socket: Socket, told: (text: string) => void): void {
  let text = ''
  const take = (chunk: string) => {
    text += chunk
    const end = text.indexOf('\n')
    if (end < 0 && text.length <= LONGEST_QUESTION) return
    socket.off('data', take)
    if (end < 0) return void socket.destroy()
    told(text.slice(0, end))
    socket.resume()
  }
  socket.setEncoding('utf8').on('data', take)
}

async function answer(socket: Socket, text: string, run: RunCommand, log: Logger): Promise<void> {
  const say = (what: Parameters<typeof line>[0]) => void (socket.writable && socket.write(line(what)))
  const asked = readAsked(text)
  if (!asked) return void socket.destroy()
  try {
    const exit = await run(asked, { out: (out) => say({ out }), err: (err) => say({ err }) })
    say({ exit })
  } catch (error) {
    log.error({ command: asked.command, err: error }, 'a command failed')
    say({ err: withoutSecrets(error instanceof Error ? error.message : String(error)) })
    say({ exit: 1 })
  }
  socket.end()
}
