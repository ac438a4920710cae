import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Output } from '../commands/run'
import { type Answered, type Asked, line } from './protocol'
import { isTrusted, socketPath } from './socketPath'

export type Answer =
  /** The exit code of the command. */
  | { kind: 'done'; exit: number }
  /** No program listens: none runs on this file. */
  | { kind: 'nobody' }
  /** One runs, and listens to its own user only. */
  | { kind: 'forbidden' }
  /** It ended before the command did. */
  | { kind: 'cut' }

/** Asks the program that holds a SQLite file to run a command, and passes on what it says. */
export async function ask(file: string, asked: Asked, say: Output): Promise<Answer> {
  const path = socketPath(file)
  if (!isTrusted(path, file)) return { kind: 'nobody' }
  const socket = connect(path)
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTSOCK') return { kind: 'nobody' }
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'forbidden' }
    throw error
  }
  socket.on('error', () => undefined)
  socket.write(line(asked))
  for await (const text of createInterface({ input: socket })) {
    const said = JSON.parse(text) as Answered
    if ('out' in said) say.out(said.out)
    else if ('err' in said) say.err(said.err)
    else {
      socket.destroy()
      return { kind: 'done', exit: said.exit }
    }
  }
  return { kind: 'cut' }
}
