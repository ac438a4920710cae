import { type FileHandle, open } from 'node:fs/promises'
import { MEDIA } from './archive/layout'
import type { ArchiveWriter } from './archive/write'
import { filesIn } from './media'
import type { Told } from './progress'

/** A file younger than this may still be on its way to the disk, in ms. */
const SETTLED = 10_000

/**
 * Saves uploaded files, so that every row of the instant that follows has its file. The program stores a file before
 * the row that names it, under a name that is never used again, and removes the file before the row. So: what has
 * settled is saved first, which may take long; just before the instant and just after it all others are held open, and
 * can be read to their end even when they are deleted meanwhile.
 */
export class MediaSaver {
  readonly saved = new Set<string>()
  bytes = 0
  readonly #held = new Map<string, FileHandle>()

  constructor(
    private readonly archive: ArchiveWriter,
    private readonly folder: string,
    private readonly told: Told,
  ) {}

  async saveSettled(): Promise<void> {
    for await (const { name, path, changedAt } of filesIn(this.folder)) {
      if (this.saved.has(name) || changedAt > Date.now() - SETTLED) continue
      const file = await opened(path)
      if (file) await this.#save(name, file)
    }
  }

  async hold(): Promise<void> {
    for await (const { name, path } of filesIn(this.folder)) {
      if (this.saved.has(name) || this.#held.has(name)) continue
      const file = await opened(path)
      if (file) this.#held.set(name, file)
    }
  }

  async saveHeld(): Promise<void> {
    for (const [name, file] of this.#held) {
      this.#held.delete(name)
      await this.#save(name, file)
    }
  }

  /** Lets go of what is still held, when there will be no file. */
  async abandon(): Promise<void> {
    for (const file of this.#held.values()) await file.close()
    this.#held.clear()
  }

  async #save(name: string, file: FileHandle): Promise<void> {
    this.bytes += await this.archive.addFile(`${MEDIA}${name}`, file)
    this.saved.add(name)
    this.told({ step: 'media', files: this.saved.size, bytes: this.bytes })
  }
}

/** Null when it is gone. */
async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
