import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * Where Stripe's own stripe-mock is, if it is: `STRIPE_MOCK`, the PATH, or where Go puts it. To have it:
 * `go install github.com/stripe/stripe-mock@latest`.
 */
export function stripeMockBinary(): string | undefined {
  const { STRIPE_MOCK, PATH = '', GOPATH } = process.env
  const folders = [...PATH.split(delimiter), join(GOPATH ?? join(homedir(), 'go'), 'bin')]
  const found = [STRIPE_MOCK, ...folders.map((folder) => join(folder, 'stripe-mock'))]
  return found.find((file) => file && existsSync(file))
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

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
