import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { type Bundle, bundleProgram } from '../support/bundle'
import { type Ack, type Command, type JobRun, type Line, MARK, type Verb, type Verbs } from './protocol'
import { type AnySabotage, sabotage } from './sabotage'

const root = path.resolve(import.meta.dirname, '../..')
const bundles = new Map<AnySabotage | undefined, Promise<Bundle>>()

/** The child's program, made once. */
function bundle(broken?: AnySabotage): Promise<Bundle> {
  const made =
    bundles.get(broken) ??
    bundleProgram('tests/chaos/child/worker.ts', broken ? [sabotage(broken, root)] : [])
  bundles.set(broken, made)
  return made
}

export type StartOptions = {
  /** Address of its database. */
  uri: string
  /** Makes the tables of an empty SQLite file: the first process only. */
  push?: boolean
  /** How much later than the machine's its time is. */
  shiftMs?: number
  /** Runs a program that is wrong on purpose. */
  broken?: AnySabotage
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** A process with the whole program in it (child/worker.ts), driven from a test. */
export class Process {
  /** What it said it had finished, in order. */
  readonly acks: Ack[] = []
  readonly jobs: JobRun[] = []
  readonly troubles: string[] = []
  /** The last of what it printed, for the message of a failure. */
  readonly printed: string[] = []
  readonly #child: ChildProcess
  readonly #ended: Promise<void>
  readonly #waiting = new Map<number, Waiting>()
  #gone = false
  #next = 1
  #changed = Promise.withResolvers<void>()

  private constructor(child: ChildProcess, lines: Interface) {
    this.#child = child
    lines.on('line', (line) => this.#hear(line))
    // Its last words are read to the end before it counts as gone.
    this.#ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => {
      this.#gone = true
      const words = this.printed.slice(-12).join('\n')
      for (const { reject } of this.#waiting.values()) reject(new Error(`the process ended.\n${words}`))
      this.#waiting.clear()
      this.#wake()
    })
  }

  static async start({ uri, push = false, shiftMs = 0, broken }: StartOptions): Promise<Process> {
    const { NODE_OPTIONS: _, ...env } = process.env
    const { file } = await bundle(broken)
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...env,
        NODE_ENV: 'test',
        DATABASE_URI: uri,
        PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
        COMPAGNON_PUSH: push ? '1' : '',
        ...(push ? { PAYLOAD_FORCE_DRIZZLE_PUSH: 'true' } : {}),
        CHAOS_SHIFT_MS: String(shiftMs),
        // What is wrong on purpose gets stuck by design.
        ...(broken ? { CHAOS_PATIENCE_MS: '20000' } : {}),
      },
    })
    const started = new Process(child, createInterface({ input: child.stdout }))
    createInterface({ input: child.stderr }).on('line', (line) => started.#note(line))
    child.stdin.on('error', () => undefined)
    running.add(started)
    started.#ended.finally(() => running.delete(started))
    return started
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** What it died of; null while it lives, and when it ended by itself. */
  get signal(): NodeJS.Signals | null {
    return this.#child.signalCode
  }

  /** Its answer; rejects when it fails, or ends before it has answered. */
  ask<V extends Verb>(verb: V, input: Verbs[V]['input']): Promise<Verbs[V]['output']> {
    const id = this.#next++
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    if (this.#gone) reject(new Error('the process has ended'))
    else {
      this.#waiting.set(id, { resolve, reject })
      this.#child.stdin?.write(`${JSON.stringify({ id, verb, input } as Command)}\n`)
    }
    return promise as Promise<Verbs[V]['output']>
  }

  /** Waits until something holds of what it has said; throws when it ends or the time is over first. */
  async until(what: (process: Process) => boolean, timeoutMs = 180_000): Promise<void> {
    const timer = setTimeout(() => this.#wake(), timeoutMs)
    const since = performance.now()
    try {
      while (!what(this)) {
        if (this.#gone) throw new Error(`the process ended.\n${this.printed.slice(-12).join('\n')}`)
        if (performance.now() - since >= timeoutMs)
          throw new Error(`nothing within ${timeoutMs} ms.\n${this.printed.slice(-12).join('\n')}`)
        await this.#changed.promise
      }
    } finally {
      clearTimeout(timer)
    }
  }

  /** kill -9, and everything it had said until then. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  async close(): Promise<void> {
    if (this.#gone) return
    await this.ask('close', null)
    await this.#ended
  }

  #hear(line: string): void {
    if (!line.startsWith(MARK)) {
      this.#note(line)
      return
    }
    let said: Line
    try {
      said = JSON.parse(line.slice(MARK.length)) as Line
    } catch {
      // Cut in the middle of a word by the kill.
      return
    }
    if (said.kind === 'ack') this.acks.push(said.ack)
    else if (said.kind === 'job') this.jobs.push(said.job)
    else if (said.kind === 'trouble') this.troubles.push(said.text)
    else if (said.kind === 'log') this.#note(`${said.level}: ${said.text}`)
    else if (said.kind === 'answer') this.#settle(said.id)?.resolve(said.value)
    else if (said.kind === 'failed') this.#settle(said.id)?.reject(new Error(said.error))
    this.#wake()
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }

  #note(line: string): void {
    this.printed.push(line)
    if (this.printed.length > 400) this.printed.shift()
    if (process.env.DEBUG) console.error(`[${this.pid}] ${line}`)
  }

  #wake(): void {
    const { resolve } = this.#changed
    this.#changed = Promise.withResolvers<void>()
    resolve()
  }
}

const running = new Set<Process>()

/** Ends what a failed test left running. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((p) => p.kill()))
}

/** The same, and the bundles are removed: after a file's last test. */
export async function leaveNothing(): Promise<void> {
  await killAll()
  const made = [...bundles.values()]
  bundles.clear()
  for (const { remove } of await Promise.all(made)) remove()
}
