import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '../../support/freePort'
import { attempt, isExecutable, onPath } from '../../support/programs'

const MODULE = 'github.com/stripe/stripe-mock@v0.203.0'

const cached = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'compagnon', 'stripe-mock')

/**
 * Stripe's own stripe-mock: `STRIPE_MOCK`, the PATH, one fetched earlier, or made now where Go is (a minute the first
 * time). Undefined where it cannot be had.
 */
export async function findStripeMock(): Promise<string | undefined> {
  const told = process.env.STRIPE_MOCK
  if (told) return told
  const present = onPath('stripe-mock') ?? [cached()].find(isExecutable)
  if (present) return present
  const go = onPath('go')
  if (!go) return undefined
  // Two projects of the tests may come here at once: each makes its own, and one of them stands in the end.
  const work = mkdtempSync(join(tmpdir(), 'compagnon-stripe-mock-'))
  try {
    const made = await attempt(go, ['install', MODULE], { seconds: 240, env: { GOBIN: work } })
    if (!made.ok) return undefined
    mkdirSync(dirname(cached()), { recursive: true })
    const near = `${cached()}.${process.pid}`
    copyFileSync(join(work, 'stripe-mock'), near)
    renameSync(near, cached())
    return cached()
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Starts it on a free port; ready once it says so. */
export async function startStripeMock(binary: string): Promise<{ url: string; stop: () => void }> {
  const port = await freePort()
  const child = spawn(binary, ['-http-addr', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  await new Promise<void>((ready, failed) => {
    let said = ''
    const heard = (text: Buffer) => {
      said += String(text)
      if (said.includes('Listening')) ready()
    }
    child.stdout.on('data', heard)
    child.stderr.on('data', heard)
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`stripe-mock ended with ${code}: ${said}`)))
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}
