import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime'

type Kept<T> = { at: number; value: Promise<T> }

/**
 * Keeps what a few rows of settings or menus say, by a key such as the language, until `topic` is touched in any
 * process, and never longer than `maxMs`. Pages of signed-in people would otherwise ask for it each time.
 */
export function remember<T>(topic: string, read: (app: App, key: string) => Promise<T>, maxMs = 60_000) {
  const byApp = new WeakMap<App, Map<string, Kept<T>>>()

  function keptOf(app: App): Map<string, Kept<T>> {
    const known = byApp.get(app)
    if (known) return known
    const made = new Map<string, Kept<T>>()
    byApp.set(app, made)
    watchRevisions(app, (touched) => {
      if (touched === topic) made.clear()
    })
    return made
  }

  return async (app: App, key: string): Promise<T> => {
    const kept = keptOf(app)
    const now = performance.now()
    const found = kept.get(key)
    if (found && now - found.at < maxMs) return found.value
    const value = read(app, key)
    kept.set(key, { at: now, value })
    // A failure is not kept: the next to ask tries again.
    value.catch(() => kept.delete(key))
    return value
  }
}
