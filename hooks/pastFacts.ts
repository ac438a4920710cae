import type { Where } from 'payload'
import type { App } from './app'
import type { ActionName } from './names'

export type PastFact<N extends ActionName = ActionName> = { name: N; key: string; at: string }

/**
 * Facts that came to pass, by their names and by what their keys begin with (after the name): events stay for good,
 * so they are the history of what rows show only as it stands. Found along the unique key; without their data, and in
 * no order. A fact decided an instant ago may not be among them yet.
 */
export async function pastFacts<const N extends ActionName>(
  app: App,
  names: readonly N[],
  prefix: string,
): Promise<PastFact<N>[]> {
  const ranges: Where[] = names.map((name) => ({
    and: [
      { key: { greater_than_equal: `${name}:${prefix}` } },
      { key: { less_than: `${name}:${prefix}\uFFFF` } },
    ],
  }))
  const { docs } = await app.payload.db.find<PastFact<N> & { id: string }>({
    collection: 'hook-events',
    where: { or: ranges },
    limit: 0,
    pagination: false,
    select: { name: true, key: true, at: true },
  })
  return docs.map(({ name, key, at }) => ({ name, key, at }))
}
