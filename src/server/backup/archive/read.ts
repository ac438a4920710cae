import { createReadStream } from 'node:fs'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { Row } from '../sections'

const unzip = promisify(gunzip)

export type Entry = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Buffer> }

/** The entries of a file, in order; a body not read is passed over. Throws on what is no tar. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const tar = extract()
  const source = createReadStream(path, { highWaterMark: 1 << 20 })
  source.on('error', (error) => tar.destroy(error))
  source.pipe(tar as unknown as NodeJS.WritableStream)
  try {
    for await (const entry of tar) {
      const { name, size } = entry.header
      yield { name, size, body: entry as AsyncIterable<Buffer> }
      entry.resume()
    }
  } finally {
    source.destroy()
    tar.destroy()
  }
}

export async function contentOf(entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of entry.body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The rows of one part. */
export async function rowsOf(entry: Entry): Promise<Row[]> {
  const text = (await unzip(await contentOf(entry))).toString('utf8')
  // Only a line feed ends a line here: U+2028 and its like may stand in a text.
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}
