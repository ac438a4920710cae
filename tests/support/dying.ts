import type { App } from '@/hooks'

class Crash extends Error {}

/**
 * The program as it dies: its writes are done up to the n-th, which never happens; nor does any after it. With `calls`,
 * what it asks of services (a mail) counts as a write.
 */
export function dying(app: App, n: number, { calls = false } = {}): App {
  let writes = 0
  const db = new Proxy(app.payload.db, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name !== 'create' && name !== 'updateOne')
        return typeof value === 'function' ? value.bind(target) : value
      return (...args: unknown[]) => {
        if (++writes >= n) throw new Crash(`died at write ${n}`)
        return (value as (...a: unknown[]) => unknown).apply(target, args)
      }
    },
  })
  const payload = new Proxy(app.payload, {
    get(target, name) {
      if (name === 'db') return db
      const value = Reflect.get(target, name)
      // Payload's own verbs write through a connection of theirs: each counts as one write.
      if (name !== 'create' || typeof value !== 'function') return value
      return (...args: unknown[]) => {
        if (++writes >= n) throw new Crash(`died at write ${n}`)
        return (value as (...a: unknown[]) => unknown).apply(target, args)
      }
    },
  })
  const call: App['call'] = (name, input) => {
    if (calls && ++writes >= n) throw new Crash(`died at write ${n}`)
    return app.call(name, input)
  }
  const dead: App = { ...app, payload, call, touch: async () => undefined, nudge: () => undefined }
  // A program that is dead notes no faults and tries nothing again.
  return { ...dead, attempt: async ({ run }) => run() }
}

/** Did the program die in the course of this? */
export async function dies(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    if (error instanceof Crash) return true
    throw error
  }
}
