import type { Request, Response } from 'express'
import type { OpenStream, Reply } from '@/hooks/web'

type StreamReply = Extract<Reply, { type: 'stream' }>

/** What may wait for a reader who is slow, or gone without a word; beyond it they are cut off. */
const MOST_WAITING = 256 * 1024
const BACK_IN_SECONDS = '5'

/** The answers of this process that stay open. */
export class Streams {
  readonly #open = new Set<Response>()
  #closed = false

  open(req: Request, res: Response, { contentType, headers, open }: StreamReply): void {
    if (this.#closed) {
      res.status(503).set({ 'Retry-After': BACK_IN_SECONDS, 'Cache-Control': 'no-store' }).end()
      return
    }
    // Neither a proxy nor its compression may hold back what is sent. The connection serves nothing else afterwards.
    res.set({ 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no', Connection: 'close' })
    res.set(headers ?? {}).type(contentType)
    if (req.method === 'HEAD') return void res.end()
    // Gone while its handler thought: 'close' will not come again.
    if (res.closed || req.socket.destroyed) return
    res.flushHeaders()
    const out: OpenStream = {
      send(text) {
        if (res.writableEnded || res.destroyed) return
        res.write(text)
        if (res.writableLength > MOST_WAITING) res.destroy()
      },
      end: () => void res.end(),
    }
    const done = open(out)
    this.#open.add(res)
    res.once('close', () => {
      this.#open.delete(res)
      done()
    })
  }

  /** Ends them all and opens no more: the program is about to stop. */
  close(): void {
    this.#closed = true
    for (const res of this.#open) res.end()
  }
}
