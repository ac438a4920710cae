import type { IncomingMessage } from 'node:http'
import { FormError } from './forms'

/** The whole body, untouched: a signature covers its bytes. Throws FormError when it is too long or broken off. */
export async function readRaw(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of req) {
      length += (chunk as Buffer).length
      if (length > maxBytes) break
      chunks.push(chunk as Buffer)
    }
  } catch {
    // Whoever sent it went away half-way.
    throw new FormError(400, 'broken body')
  }
  if (length > maxBytes) throw new FormError(413, 'body too large')
  return Buffer.concat(chunks)
}
