/**
 * Runs work one at a time per key, in this process. Only an optimisation: it spares collisions on slots,
 * which decide between processes. Keys are taken in sorted order, so two callers never wait in a circle.
 */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<void>>()

  async run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const releases: (() => void)[] = []
    for (const key of [...new Set(keys)].sort()) releases.push(await this.take(key))
    try {
      return await work()
    } finally {
      for (const release of releases) release()
    }
  }

  private async take(key: string): Promise<() => void> {
    const before = this.tails.get(key)
    let open = () => {}
    const mine = new Promise<void>((resolve) => {
      open = resolve
    })
    this.tails.set(key, mine)
    if (before) await before
    return () => {
      if (this.tails.get(key) === mine) this.tails.delete(key)
      open()
    }
  }
}
