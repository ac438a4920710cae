import { spawn } from 'node:child_process'
import os from 'node:os'

/*
 * Two ways to run another program: quietly, its output kept for the case that it fails; and in the
 * foreground, as if it were ourselves.
 */

/**
 * Runs a program and keeps what it prints.
 * @param {(line: string) => void} [onLine] is told each line as it comes
 * @returns {Promise<{code: number, output: string}>} code 127 when the program is not there
 */
export function capture(command, args, { onLine, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    let rest = ''
    const take = (chunk) => {
      output += chunk
      if (!onLine) return
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code, signal) => {
      if (rest) onLine?.(rest)
      resolve({ code: code ?? 128 + os.constants.signals[signal], output })
    })
  })
}

/**
 * Runs a program with our terminal, passes on the signals that end us, and answers the code to exit with.
 * Being stopped by Ctrl-C or SIGTERM is no failure: 0, so that npm does not print an error.
 */
export function foreground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    let stopping = false
    const stop = (signal) => {
      // On a terminal Ctrl-C reaches the whole group of processes, the child too. npm passes it on once
      // more, and a second one might mean "at once" to the child: so each stop is passed on once.
      const alreadyThere = signal === 'SIGINT' && process.stdin.isTTY
      if (!stopping && !alreadyThere) child.kill(signal)
      stopping = true
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, stop)
    const orphaned = whenNpmIsGone(() => stop('SIGTERM'))
    const finish = (settle, value) => {
      for (const signal of signals) process.off(signal, stop)
      clearInterval(orphaned)
      settle(value)
    }
    child.on('error', (error) => finish(reject, error))
    child.on('exit', (code, signal) => {
      const bySignal = signal ? 128 + os.constants.signals[signal] : 0
      const asAsked = signal === 'SIGINT' || (stopping && signals.includes(signal))
      finish(resolve, asAsked ? 0 : (code ?? bySignal))
    })
  })
}

/**
 * npm passes SIGTERM to the shell it runs us in, which dies of it without telling us: a server would stay
 * behind and hold the port. So under npm, a parent that is gone means stop.
 */
export function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
  return timer.unref()
}
