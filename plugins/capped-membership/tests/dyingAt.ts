import type { App } from '@/hooks'

class Crash extends Error {}

/** The program as it dies: writes of its own are done up to the n-th, which never happens. */
export function dyingAt(app: App, n: number): App {
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
    get: (target, name) => (name === 'db' ? db : Reflect.get(target, name)),
  })
  return { ...app, payload, touch: async () => undefined, nudge: () => undefined }
}

export async function dies(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    if (error instanceof Crash) return true
    throw error
  }
}
