import { type ChildProcess, spawn } from 'node:child_process'

/* Questions between the bench and the processes it starts, over Node's channel between parent and child. */

type Asked = { bench: 'ask'; id: number; name: string; input: unknown }
type Answered = { bench: 'answer'; id: number; value?: unknown; error?: string }
type Handlers = Record<string, (input: never) => unknown>

const isAsked = (message: unknown): message is Asked =>
  typeof message === 'object' && message !== null && (message as { bench?: unknown }).bench === 'ask'

/** In the child: answers the parent's questions. Does not keep the process alive by itself. */
export function answerAsks(handlers: Handlers): void {
  process.on('message', async (message: unknown) => {
    if (!isAsked(message)) return
    const answer: Answered = { bench: 'answer', id: message.id }
    try {
      const handler = handlers[message.name]
      if (!handler) return
      answer.value = await handler(message.input as never)
    } catch (error) {
      answer.error = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    process.send?.(answer)
  })
}

export type Child = {
  readonly process: ChildProcess
  /** What it printed so far. */
  readonly output: () => string
  ask<T>(name: string, input?: unknown): Promise<T>
  /** Ends it by SIGTERM and waits. */
  stop(): Promise<void>
}

/** Starts a Node program with a channel for questions. */
export function startChild(
  program: string,
  options: { args?: string[]; nodeArgs?: string[]; env?: Record<string, string>; cwd: string },
): Child {
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), program, ...(options.args ?? [])], {
    cwd: options.cwd,
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000)
    })
  const waiting = new Map<number, (answer: Answered) => void>()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.on('message', (message: Answered) => {
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  ended.then((code) => {
    for (const tell of waiting.values())
      tell({ bench: 'answer', id: 0, error: `${program} ended (${code}):\n${output}` })
  })
  let asked = 0
  return {
    process: child,
    output: () => output,
    ask: <T>(name: string, input?: unknown) =>
      new Promise<T>((resolve, reject) => {
        const id = ++asked
        waiting.set(id, (answer) => {
          if (answer.error === undefined) resolve(answer.value as T)
          else reject(new Error(answer.error))
        })
        child.send({ bench: 'ask', id, name, input } satisfies Asked, (error) => {
          if (error) reject(new Error(`${program} does not listen: ${error.message}\n${output}`))
        })
      }),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}
