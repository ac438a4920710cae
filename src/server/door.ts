import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drained, trackConnections } from './drain'
import {
  langOfRequest,
  RETRY_SECONDS,
  STARTING_POLICY,
  type Step,
  startingPage,
  startingTexts,
} from './startingPage'
import { StartRefused } from './startRefused'

/** The address we answer at, ours from the first moment. Until `open`, it tells what is under way. */
export type Door = {
  readonly port: number
  /** What is under way from now on. */
  during(step: Step): void
  /** From now on requests go there. */
  open(handler: RequestListener): void
  /** Accepts nothing more, and waits for requests under way. */
  close(): Promise<void>
}

/**
 * Takes the address before anything is loaded or written, so that one that is taken stops us there and then.
 * Throws StartRefused with a sentence when it cannot be had. Imports next to nothing: who asks is answered at once.
 */
export async function openDoor({ port, host }: { port: number; host: string }): Promise<Door> {
  let step: Step = 'opening'
  let answer: RequestListener = (req, res) => {
    sayStarting(req, res, step)
  }
  const http = createServer((req, res) => answer(req, res))
  const connections = trackConnections(http)
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port, host) ?? error))
    http.listen(port, host, resolve)
  })
  return {
    port: (http.address() as AddressInfo).port,
    during: (next) => {
      step = next
    },
    open: (handler) => {
      answer = handler
    },
    close: () => drained(http, connections),
  }
}

function sayStarting(req: IncomingMessage, res: ServerResponse, step: Step): ServerResponse {
  const path = (req.url ?? '/').split('?')[0]
  const say = (status: number, type: string, body: string) =>
    res.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(body)
  const json = (status: number, body: object) => say(status, 'application/json', JSON.stringify(body))
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  if (path === '/healthz') return json(200, { ok: true })
  res.setHeader('Retry-After', RETRY_SECONDS)
  if (path === '/readyz') return json(503, { ok: false, starting: step })
  const lang = langOfRequest(req)
  res.setHeader('Vary', 'Accept, Accept-Language, Cookie')
  if (!req.headers.accept?.includes('text/html'))
    return json(503, { errors: [{ message: startingTexts(lang).steps[step] }] })
  res.setHeader('Content-Security-Policy', STARTING_POLICY)
  return say(503, 'text/html', startingPage(step, lang))
}

function refusal({ code }: NodeJS.ErrnoException, port: number, host: string): StartRefused | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return new StartRefused(
        `PORT=${port} : ce port est déjà pris, peut-être par un autre Compagnon. Essayez PORT=${port + 1} npm start\nPORT=${port}: this port is taken, perhaps by another Compagnon. Try PORT=${port + 1} npm start`,
      )
    case 'EACCES':
      return new StartRefused(
        `PORT=${port} : ce système réserve les ports sous 1024. / this system keeps ports below 1024 for itself.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(
        `HOST=${host} : cette machine n’a pas cette adresse. / this machine has no such address.`,
      )
    default:
      return undefined
  }
}
