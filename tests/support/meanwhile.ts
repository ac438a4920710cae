import type { App } from '@/hooks'

type Verb = 'create' | 'updateOne' | 'findOne' | 'find'
type Moment = {
  verb: Verb
  collection: string
  /** Default `before`. */
  when?: 'before' | 'after'
  /** Only the call whose question holds this. */
  of?: string
  /** Which such call; default the first. */
  nth?: number
}

/** The program, in which something happens once, just before or after such a call of the database. */
export function meanwhile(
  app: App,
  { verb, collection, when = 'before', of = '', nth = 1 }: Moment,
  act: () => Promise<unknown>,
): App {
  let left = nth
  const db = new Proxy(app.payload.db, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== verb) return value.bind(target)
      return async (args: { collection: string; where?: unknown }) => {
        const such = args.collection === collection && JSON.stringify(args.where ?? '').includes(of)
        const hit = such && --left === 0
        if (hit && when === 'before') await act()
        const answer = await value.call(target, args)
        if (hit && when === 'after') await act()
        return answer
      }
    },
  })
  const payload = new Proxy(app.payload, {
    get: (target, name) => (name === 'db' ? db : Reflect.get(target, name)),
  })
  return { ...app, payload }
}
