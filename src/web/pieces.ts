import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { Reply } from '@/hooks'

type Pieces = Extract<Reply, { type: 'pieces' }>

/**
 * Sends a file piece by piece, no faster than its reader takes it. The first piece is made before anything is said, so
 * that what fails at once can still be answered for; who goes away meanwhile is no failure.
 */
export async function sendPieces(
  req: Request,
  res: Response,
  { contentType, headers, body }: Pieces,
): Promise<void> {
  const all = body[Symbol.asyncIterator]()
  const first = await all.next()
  res.set({ 'Cache-Control': 'private, no-store', ...headers }).type(contentType)
  if (req.method === 'HEAD') {
    await all.return?.()
    return void res.end()
  }
  try {
    await pipeline(Readable.from(inOrder(first, all)), res)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function* inOrder(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
