import { pack } from 'tar-stream'
import { SUM } from './layout'

/**
 * The last 2,048 bytes of a file whose other bytes have this sum: the entry that states it, and tar's end. The same
 * for the same sum (hence no date), so that not a byte of a file goes unchecked.
 */
export async function sumEntry(sum: string): Promise<Buffer> {
  const tar = pack()
  tar.entry({ name: SUM, mtime: new Date(0), mode: 0o600 }, `${sum}\n`)
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
