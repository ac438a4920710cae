import { ok, type Result, refuse } from '@/core/result'

export type State = 'waiting' | 'running' | 'stopped' | 'done' | 'failed'
export type Act = 'begin' | 'stop' | 'resume' | 'end' | 'fail'

/** From which states each act leads where. */
const STEPS: Record<Act, { from: readonly State[]; to: State }> = {
  begin: { from: ['waiting'], to: 'running' },
  stop: { from: ['waiting', 'running'], to: 'stopped' },
  resume: { from: ['stopped', 'failed'], to: 'waiting' },
  end: { from: ['running'], to: 'done' },
  fail: { from: ['waiting', 'running'], to: 'failed' },
}

/** The state an act leads to, or a refusal. */
export function step(state: State, act: Act): Result<State, 'task.wrong-state'> {
  const { from, to } = STEPS[act]
  return from.includes(state) ? ok(to) : refuse('task.wrong-state', { state })
}

/** Will the runner go on with it by itself? */
export const isUnderWay = (state: State): boolean => state === 'waiting' || state === 'running'

/** A step that failed is tried again after these seconds; after the last it is given up, until staff resumes the act. */
const WAITS_S = [2, 10, 60, 300] as const

/** How long to wait before the step is tried again, after it failed `attempts` times in a row; null: no more. */
export const retryAfterMs = (attempts: number): number | null => {
  const seconds = WAITS_S[attempts - 1]
  return seconds === undefined ? null : seconds * 1000
}

/** Figures of two parts of an act, together. */
export function addCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a }
  for (const [name, n] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + n
  return sum
}
