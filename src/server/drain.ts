import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const LONGEST_REQUEST_MS = 10_000
const SWEEP_MS = 100

/** Remembers open connections, so that idle ones can be closed when we stop. */
export function trackConnections(http: Server): Set<Socket> {
  const open = new Set<Socket>()
  http.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return open
}

/** Stops accepting, lets requests under way end, then closes what still stands after ten seconds. */
export function drained(http: Server, open: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      for (const socket of open) socket.destroy()
    }, LONGEST_REQUEST_MS)
    timer.unref()
    // A connection kept alive by who asks again and again would hold us up, and bring new requests meanwhile.
    const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_MS)
    http.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'))
    http.close(() => {
      clearTimeout(timer)
      clearInterval(sweep)
      resolve()
    })
    http.closeIdleConnections()
  })
}
