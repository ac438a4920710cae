import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

export type Program = {
  child: ChildProcess
  /** What it has said so far. */
  said: () => string
  /** Resolves once it has said this; throws when it ends before, or does not say it in time. */
  says: (words: string, within?: number) => Promise<void>
  /** The code it ends with; throws when it does not end in time. */
  ends: (within?: number) => Promise<number | null>
}

/** What a person's own shell would hand on: nothing of what tests set for themselves. */
function personsEnv(env: Record<string, string>): Record<string, string | undefined> {
  const ours = /^(COMPAGNON_|VITEST|TEST|npm_|NODE_ENV$|NODE_OPTIONS$|PAYLOAD_|DATABASE_URI$|MEDIA_DIR$)/
  const inherited = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return {
    ...Object.fromEntries(inherited),
    PAYLOAD_SECRET: 'a secret for tests only, long enough to pass',
    LOG_LEVEL: 'warn',
    LANG: 'en_GB.UTF-8',
    ...env,
  }
}

/** Runs a command as a person does, in a group of processes of its own. */
export function runCommand(
  command: string,
  args: string[],
  { env, cwd }: { env: Record<string, string>; cwd: string },
): Program {
  const child = spawn(command, args, {
    cwd,
    env: personsEnv(env) as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const late = (within: number, what: string) =>
    sleep(within, undefined, { ref: false }).then(() => {
      throw new Error(`${command} ${args.join(' ')}: ${what} in ${within} ms:\n${output}`)
    })
  return {
    child,
    said: () => output,
    says: async (words, within = 120_000) => {
      const end = Date.now() + within
      while (!output.includes(words)) {
        if (child.exitCode !== null || Date.now() > end)
          throw new Error(`${command} ${args.join(' ')} never said “${words}”:\n${output}`)
        await sleep(50)
      }
    },
    ends: (within = 30_000) => Promise.race([ended, late(within, 'did not end')]),
  }
}

/** Ends whatever is left of it, at once. */
export function endNow({ child }: Program): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group is gone: nothing is left.
  }
}

/**
 * The same at a terminal of its own, where what is typed reaches it as keys: `child.stdin.write('\x03')` is Ctrl-C.
 * By `script`, which each Linux (util-linux) and macOS has.
 */
export function runAtTerminal(
  command: string,
  options: { env: Record<string, string>; cwd: string },
): Program {
  const args =
    process.platform === 'darwin'
      ? ['-q', '/dev/null', ...command.split(' ')]
      : // In the place of the shell: that would tell of Ctrl-C itself, whatever the command says of it.
        ['-qefc', `exec ${command}`, '/dev/null']
  return runCommand('script', args, options)
}
