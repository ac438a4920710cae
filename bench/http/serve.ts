import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../tests/support/freePort'
import { type Child, startChild } from '../asks'
import type { Usage } from './probe'

export type Served = Child & {
  readonly url: string
  /** From the start of the process to the end of the first page, in ms. */
  readonly firstPageMs: number
  /** CPU of the process until then, in ms. */
  readonly startCpuMs: number
  usage(): Promise<Usage>
}

const PATIENCE_MS = 120_000

/** Starts a server of ours on a database, with the probe loaded before it, and waits for the first page. */
export async function serve(options: {
  readonly program: string
  readonly probe: string
  readonly root: string
  readonly uri: string
  readonly mediaDir: string
  readonly nodeArgs?: readonly string[]
}): Promise<Served> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = startChild(options.program, {
    cwd: options.root,
    nodeArgs: ['--import', options.probe, ...(options.nodeArgs ?? [])],
    env: {
      DATABASE_URI: options.uri,
      PAYLOAD_SECRET: SECRET,
      PORT: String(port),
      PUBLIC_URL: url,
      MEDIA_DIR: options.mediaDir,
      DEMO: 'no',
      LOG_LEVEL: 'warn',
      COMPAGNON_ROOT: options.root,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  await answers(child, `${url}/`)
  const firstPageMs = performance.now() - began
  const usage = () => child.ask<Usage>('usage')
  return { ...child, url, firstPageMs, startCpuMs: (await usage()).cpuMs, usage }
}

export const SECRET = 'a secret for measuring only, long enough to pass'

/** Waits until an address answers 200. */
export async function answers(child: Child, address: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const { exitCode } = child.process
    if (exitCode !== null) throw new Error(`the server ended (${exitCode}):\n${child.output()}`)
    const answer = await fetch(address).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
    if (performance.now() > until) throw new Error(`no answer from ${address}:\n${child.output()}`)
    await sleep(20)
  }
}
