import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { pack } from 'tar-stream'
import { END_BYTES } from './layout'
import { sumEntry } from './sumEntry'

/** Writes a backup, an entry at a time, at the speed of the disk; memory holds a chunk. */
export class ArchiveWriter {
  /** Bytes written so far. */
  bytes = 0
  readonly #tar = pack()
  readonly #hash = createHash('sha256')
  readonly #written: Promise<void>
  /** tar's end comes last and is not hashed: it is held back until it is known to be the end. */
  #held: Buffer = Buffer.alloc(0)

  private constructor(
    private readonly file: FileHandle,
    private readonly mtime: Date,
  ) {
    this.#written = this.#drain()
    // Whoever waits for an entry or the end is told; until then it is nobody's.
    this.#written.catch((error) => this.#tar.destroy(error))
  }

  /** @param path must not exist. Only its owner may read it: it holds people's data and hashes of passwords. */
  static async create(path: string, mtime: Date): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(path, 'wx', 0o600), mtime)
  }

  async add(name: string, content: Buffer): Promise<void> {
    await this.#entry(name, content.length, (sink) => sink.end(content))
  }

  /**
   * Adds an open file as it is, and closes it; what grows meanwhile is taken as long as it was.
   * @returns its size
   * @throws when it becomes shorter, or cannot be read
   */
  async addFile(name: string, source: FileHandle): Promise<number> {
    const { size } = await source.stat()
    if (size === 0) {
      await source.close()
      await this.add(name, Buffer.alloc(0))
      return 0
    }
    await this.#entry(name, size, (sink) => {
      const stream = source.createReadStream({ end: size - 1 })
      stream.on('error', (error) => sink.destroy(error))
      stream.pipe(sink as unknown as NodeJS.WritableStream)
    })
    return size
  }

  /** Adds the sum and sees to it that all of it is on the disk. Returns the sum. */
  async finish(): Promise<string> {
    this.#tar.finalize()
    await this.#written
    const sum = this.#hash.digest('hex')
    await this.#append(await sumEntry(sum))
    await this.file.sync()
    await this.file.close()
    return sum
  }

  /** Lets go of a file that will not be finished. */
  async abandon(): Promise<void> {
    this.#tar.destroy()
    await this.#written.catch(() => undefined)
    await this.file.close().catch(() => undefined)
  }

  #entry(
    name: string,
    size: number,
    fill: (sink: ReturnType<ReturnType<typeof pack>['entry']>) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error | null) => (error ? reject(error) : resolve())
      const sink = this.#tar.entry({ name, size, mtime: this.mtime, mode: 0o600 }, done)
      // Told by `done` already.
      sink.on('error', () => undefined)
      fill(sink)
    })
  }

  async #drain(): Promise<void> {
    for await (const chunk of this.#tar) {
      const all = Buffer.concat([this.#held, chunk as Buffer])
      const cut = Math.max(0, all.length - END_BYTES)
      this.#held = all.subarray(cut)
      const out = all.subarray(0, cut)
      this.#hash.update(out)
      await this.#append(out)
    }
  }

  async #append(bytes: Buffer): Promise<void> {
    await this.file.appendFile(bytes)
    this.bytes += bytes.length
  }
}
