import { LRUCache } from 'lru-cache'
import type { App } from '@/hooks'
import { watchRevisions } from '@/hooks/runtime'
import type { PersonCard } from '../contract'

const MOST = 5_000
/** However it is changed, a name is never shown longer than this. */
const KEPT_MS = 60_000

/** That there is none is known too: old histories name people who have gone. Nobody is named before having one. */
export const NOBODY = Symbol('nobody')

/** Counts the changes of `people`: what was read before one is not kept after it. */
type Kept = { cards: LRUCache<string, PersonCard | typeof NOBODY>; changes: number }

const byApp = new WeakMap<App, Kept>()

/**
 * Cards of people, kept in memory until `people` is touched in any process: nearly every page shows some, and would
 * ask for them last, once it knows whose. Whoever writes profiles touches `people`.
 */
export function cardsOf(app: App): Kept {
  const known = byApp.get(app)
  if (known) return known
  const made: Kept = { cards: new LRUCache({ max: MOST, ttl: KEPT_MS }), changes: 0 }
  byApp.set(app, made)
  watchRevisions(app, (topic) => {
    if (topic !== 'people') return
    made.changes++
    made.cards.clear()
  })
  return made
}
