import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bundleProgram } from '../support/bundle'
import { productionEnv } from '../support/commands'
import { freePort } from '../support/freePort'

export type OpenServer = {
  signIn(email: string, password: string): Promise<(page: string) => Promise<Response>>
  stop(): Promise<void>
}

/** The server of today's sources on a database, in a process of its own. */
export async function openServer(uri: string): Promise<OpenServer> {
  const program = await bundleProgram('src/server/main.ts')
  const media = mkdtempSync(path.join(tmpdir(), 'compagnon-upgrade-media-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { DATABASE_URI: uri, MEDIA_DIR: media, PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [program.file], {
    env: productionEnv({ ...env, COMPAGNON_ROOT: process.cwd() }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  const gone = new Promise<void>((done) => child.once('close', () => done()))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
    program.remove()
    rmSync(media, { recursive: true, force: true })
  }
  for (let i = 0; !(await ready(url)); i++) {
    if (child.exitCode !== null || i > 600) {
      await stop()
      throw new Error(`the server did not open:\n${said}`)
    }
    await sleep(100)
  }
  const headers = { origin: url, 'accept-language': 'fr' }
  return {
    stop,
    async signIn(email, password) {
      const answer = await fetch(`${url}/connexion`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ email, password }),
      })
      const cookie = answer.headers.getSetCookie().map((c) => c.split(';')[0])
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}\n${said}`)
      return (page) =>
        fetch(url + page, { redirect: 'manual', headers: { ...headers, cookie: cookie.join('; ') } })
    },
  }
}

const ready = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
