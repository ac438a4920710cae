import autocannon from 'autocannon'
import type { Usage } from './probe'

export const CONNECTIONS = 16

export type Shot = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** CPU of the server's process, in ms a request. */
  readonly cpuMs: number
  /** On the wire, headers included. */
  readonly bytes: number
  readonly failed: number
  /** The server's largest memory seen while it lasted. */
  readonly rssMb: number
}

/** What one of the connections asks for, again and again. */
export type Asking = {
  readonly path: string
  readonly headers: Record<string, string>
  readonly method?: 'GET' | 'POST'
  /** A new body for each request. */
  readonly body?: () => string
}

type Shooting = {
  readonly url: string
  readonly seconds: number
  readonly usage: () => Promise<Usage>
  readonly asking: (connection: number) => Asking
}

/** As many requests as it takes, from 16 connections, each after the answer to its last. */
export async function shoot({ url, seconds, usage, asking }: Shooting): Promise<Shot> {
  let rssMb = 0
  const watching = setInterval(() => {
    usage().then(
      (now) => {
        rssMb = Math.max(rssMb, now.rssMb)
      },
      () => undefined,
    )
  }, 400)
  const before = await usage()
  const result = await run(url, seconds, asking)
  const after = await usage()
  clearInterval(watching)
  const count = result.requests.total
  return {
    perSecond: count / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: (after.cpuMs - before.cpuMs) / count,
    bytes: result.throughput.total / count,
    failed: result.errors + result.timeouts + result['4xx'] + result['5xx'],
    rssMb: Math.max(rssMb, after.rssMb),
  }
}

function run(url: string, seconds: number, asking: Shooting['asking']): Promise<autocannon.Result> {
  let connection = 0
  const setupClient = (client: autocannon.Client) => {
    const { path, headers, method = 'GET', body } = asking(connection++)
    const request = { path, headers, method }
    const anew = body && { setupRequest: (r: autocannon.Request) => ({ ...r, ...request, body: body() }) }
    client.setRequests([{ ...request, ...(body ? { body: body() } : {}), ...anew }])
  }
  return new Promise((resolve, reject) => {
    const options = { url, connections: CONNECTIONS, duration: seconds, timeout: 30, setupClient }
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result)))
  })
}
