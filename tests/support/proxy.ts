import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FrontDoor = {
  url: string
  /** Who answers, in turn. */
  behind: string[]
  stop: () => Promise<void>
}

/** One address before several servers, asked in turn: what stands before two processes in production. */
export async function startProxy(): Promise<FrontDoor> {
  const behind: string[] = []
  let turn = 0
  const server = createServer((req, res) => {
    const to = behind[turn++ % behind.length]
    if (!to) return void res.writeHead(503).end()
    const headers = { ...req.headers, 'x-forwarded-for': req.socket.remoteAddress ?? '' }
    const passed = request(new URL(req.url ?? '/', to), { method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    passed.on('error', () => res.headersSent || res.writeHead(502).end())
    req.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behind,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
