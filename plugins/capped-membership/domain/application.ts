import { ok, type Result, refuse } from '@/core/result'

export type State =
  | 'received'
  | 'interview-planned'
  | 'interviewed'
  | 'accepted'
  | 'joined'
  | 'refused'
  | 'waiting'
  | 'withdrawn'
  | 'left'
export type Act =
  | 'plan-interview'
  | 'call-off-interview'
  | 'record-interview'
  | 'accept'
  | 'refuse'
  | 'join'
  /** Accepted without a seat, or out of time to pay: on the waiting list. */
  | 'wait'
  /** A seat is kept for whom waited. */
  | 'seat'
  | 'withdraw'
  | 'leave'

/** From which states each act leads where. Nobody is accepted without an interview (domain.md). */
const STEPS: Record<Act, { from: readonly State[]; to: State }> = {
  'plan-interview': { from: ['received', 'interview-planned'], to: 'interview-planned' },
  'call-off-interview': { from: ['interview-planned'], to: 'received' },
  'record-interview': { from: ['interview-planned', 'interviewed'], to: 'interviewed' },
  accept: { from: ['interviewed'], to: 'accepted' },
  refuse: { from: ['received', 'interview-planned', 'interviewed'], to: 'refused' },
  // A payment may come in while its payer is back in line; one recorded at the very moment of a withdrawal stands.
  join: { from: ['accepted', 'waiting', 'withdrawn'], to: 'joined' },
  wait: { from: ['interviewed', 'accepted'], to: 'waiting' },
  seat: { from: ['waiting'], to: 'accepted' },
  withdraw: { from: ['waiting', 'accepted'], to: 'withdrawn' },
  leave: { from: ['joined'], to: 'left' },
}

/** The state an act leads to, or a refusal. */
export function step(state: State, act: Act): Result<State, 'application.wrong-state'> {
  const { from, to } = STEPS[act]
  return from.includes(state) ? ok(to) : refuse('application.wrong-state', { state })
}

export const mayStep = (state: State, act: Act): boolean => step(state, act).ok

/** Is the file still being looked at? */
export const isOpen = (state: State): boolean =>
  state === 'received' || state === 'interview-planned' || state === 'interviewed'

/** The one main act that awaits staff on a file; null when nothing does. */
export function mainAct(
  state: State,
): 'plan-interview' | 'record-interview' | 'decide' | 'record-payment' | null {
  if (state === 'received') return 'plan-interview'
  if (state === 'interview-planned') return 'record-interview'
  if (state === 'interviewed') return 'decide'
  return state === 'accepted' ? 'record-payment' : null
}
