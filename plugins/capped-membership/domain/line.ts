import { ok, type Result, refuse } from '@/core/result'
import type { SeasonPhase } from './season'

export type LineState = 'waiting' | 'invited' | 'seated' | 'missed' | 'withdrawn' | 'removed'
export type LineAct = 'invite' | 'seat' | 'miss' | 'withdraw' | 'remove' | 'favour' | 'level'

/** Who goes first: by acceptance, but before all of these whom staff favours, and before those whoever paid in vain. */
export const PRIORITY = { none: 0, staff: 1, unseated: 2 } as const

type Cell = { from: readonly LineState[]; to: LineState }
const STEPS: Record<LineAct, Cell> = {
  invite: { from: ['waiting'], to: 'invited' },
  // Whoever pays is seated, also where the hold was lost and a free seat was found, or they were leaving the line.
  seat: { from: ['waiting', 'invited', 'missed', 'withdrawn', 'removed'], to: 'seated' },
  miss: { from: ['invited'], to: 'missed' },
  withdraw: { from: ['waiting', 'invited', 'missed'], to: 'withdrawn' },
  remove: { from: ['waiting', 'invited', 'missed'], to: 'removed' },
  favour: { from: ['waiting'], to: 'waiting' },
  level: { from: ['waiting'], to: 'waiting' },
}

/** Where an act leads in the line, or a refusal. */
export function lineStep(state: LineState, act: LineAct): Result<LineState, 'line.wrong-state'> {
  const { from, to } = STEPS[act]
  return from.includes(state) ? ok(to) : refuse('line.wrong-state', { state })
}

/** Nobody is invited into a season that takes no members (any more, or yet). */
export const mayInvite = (phase: SeasonPhase): boolean => phase === 'open'
