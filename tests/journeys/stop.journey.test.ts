import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { freePort } from '../support/freePort'
import { endNow, type Program, runAtTerminal, runCommand } from './support/program'

/*
 * `npm start` as whoever runs it ends it: Ctrl-C at a terminal, SIGTERM by a service, the terminal's npm killed. Each
 * time what is asked at that moment is answered, nothing new is taken, the code is that of no failure, and the database is let go of:
 * one file serves all the starts below, and SQLite's lock would refuse the next.
 */
const folder = mkdtempSync(join(tmpdir(), 'compagnon-stop-'))
const root = process.cwd()
let port: number
let running: Program
beforeAll(async () => {
  port = await freePort()
})
afterEach(() => endNow(running))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = () => ({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATABASE_URI: `file:${join(folder, 'stop.sqlite')}`,
  MEDIA_DIR: join(folder, 'media'),
  DEMO: 'no',
})

async function opens(program: Program): Promise<void> {
  running = program
  await program.says(`Compagnon is open: http://127.0.0.1:${port}`)
  expect(program.said(), 'what is built already is not built again').not.toContain('Stylesheet')
}

/** A sign-in sent by halves: `finish` sends the rest and returns the status of the answer. */
async function slowRequest(): Promise<{ finish: () => Promise<number> }> {
  const body = 'email=personne%40demo.example&password=quatre+mots+au+hasard'
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  const closed = new Promise((done) => socket.once('close', done))
  await new Promise((done) => socket.once('connect', done))
  socket.write(
    `POST /connexion HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 20)}`,
  )
  // Until it lies with the program, which has nothing else to do.
  await sleep(300)
  return {
    finish: async () => {
      socket.write(body.slice(20))
      await closed
      return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
    },
  }
}

const reachable = () =>
  fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  )

/** Waits until it takes no new requests. */
async function closesItsDoor(): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (!(await reachable())) return
    await sleep(50)
  }
  throw new Error(`it still takes requests:\n${running.said()}`)
}

it.each([
  ['node bin/start.mjs', [0]],
  // The shell that npm runs us in hears Ctrl-C too, and tells of it by its own code, whatever ours is.
  ['npm start', [0, 130]],
])('by Ctrl-C at %s: the request under way is answered, no new one is taken', async (command, codes) => {
  await opens(runAtTerminal(command.replace(/^node/, process.execPath), { env: env(), cwd: root }))
  const request = await slowRequest()
  running.child.stdin?.write('\x03')
  await running.says('Stopping: ending requests under way')
  await closesItsDoor()
  expect(running.child.exitCode, 'it waits for the request').toBeNull()
  expect(await request.finish()).toBe(422)
  expect(codes).toContain(await running.ends())
  expect(running.said()).not.toMatch(/npm error|^\s+at /m)
})

it('by SIGTERM, as a service is ended: the same, on the file that was let go of', async () => {
  await opens(runCommand(process.execPath, ['bin/start.mjs'], { env: env(), cwd: root }))
  const request = await slowRequest()
  running.child.kill('SIGTERM')
  await closesItsDoor()
  expect(await request.finish()).toBe(422)
  expect(await running.ends()).toBe(0)
})

it('with npm, which is killed and says nothing to what it runs', async () => {
  await opens(runCommand('npm', ['start'], { env: env(), cwd: root }))
  running.child.kill('SIGTERM')
  await closesItsDoor()
  await running.ends()
})

it('and starts again', async () => {
  await opens(runCommand(process.execPath, ['bin/start.mjs'], { env: env(), cwd: root }))
  running.child.kill('SIGINT')
  expect(await running.ends()).toBe(0)
})
