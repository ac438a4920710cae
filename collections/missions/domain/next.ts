import { ok, type Result, refuse } from '@/core/result'
import type { State } from './states'

/** What may be done to a mission: the poster's acts, and staff's. */
export type Act = 'submit' | 'publish' | 'return' | 'close' | 'withdraw' | 'edit'
/** `verifies`: staff for moderation. */
export type Actor = { id: string; verifies: boolean }
export type Subject = { state: State; postedBy: string }
export type Refusal = 'mission.not-yours' | 'mission.staff-only' | 'mission.not-now'

type Cell = { by: 'poster' | 'staff' | 'both'; to: State }

export const TABLE: Readonly<Record<State, Partial<Record<Act, Cell>>>> = {
  draft: {
    submit: { by: 'poster', to: 'to-verify' },
    edit: { by: 'poster', to: 'draft' },
    withdraw: { by: 'both', to: 'withdrawn' },
  },
  'to-verify': {
    publish: { by: 'staff', to: 'published' },
    return: { by: 'staff', to: 'draft' },
    edit: { by: 'staff', to: 'to-verify' },
    withdraw: { by: 'both', to: 'withdrawn' },
  },
  published: {
    close: { by: 'both', to: 'closed' },
    edit: { by: 'staff', to: 'published' },
    withdraw: { by: 'both', to: 'withdrawn' },
  },
  closed: {},
  withdrawn: {},
}

const STAFF_ONLY: readonly Act[] = ['publish', 'return']

/** Where an act leads, or why it may not be. */
export function next(mission: Subject, act: Act, who: Actor): Result<{ to: State }, Refusal> {
  const poster = who.id === mission.postedBy
  if (!poster && !who.verifies) return refuse('mission.not-yours')
  if (STAFF_ONLY.includes(act) && !who.verifies) return refuse('mission.staff-only')
  const cell = TABLE[mission.state][act]
  if (!cell) return refuse('mission.not-now')
  if (cell.by === 'staff' && !who.verifies) return refuse('mission.staff-only')
  if (cell.by === 'poster' && !poster) return refuse('mission.not-yours')
  return ok({ to: cell.to })
}

const ORDER: readonly Act[] = ['publish', 'submit', 'close', 'return', 'edit', 'withdraw']

/** The page's buttons. */
export const actsOf = (mission: Subject, who: Actor): Act[] =>
  ORDER.filter((act) => next(mission, act, who).ok)

/** Done already: a second click finds its wish fulfilled. */
export const isDone = (state: State, act: Act): boolean =>
  (act === 'submit' && (state === 'to-verify' || state === 'published')) ||
  (act === 'publish' && (state === 'published' || state === 'closed')) ||
  (act === 'return' && state === 'draft') ||
  (act === 'close' && state === 'closed') ||
  (act === 'withdraw' && state === 'withdrawn')
