/** Long acts (travaux): an import, a bulk mail. Their rows, states, facts, refusals. Types and names only. */
export const TASKS = 'tasks'
export const TASK_LINES = 'task-lines'

/** waiting (begun or resumed, its turn comes) → running → done; stopped by staff and failed can be resumed. */
export const TASK_STATES = ['waiting', 'running', 'stopped', 'done', 'failed'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** The cursor of the first step. */
export const START = '0'

export const REASONS = [
  'task.unknown',
  /** What it asks for cannot be done in the state it is in. detail: state */
  'task.wrong-state',
  /** Somebody else acted on it meanwhile. */
  'task.changed',
  /** Whoever began it may not do it any more, or who asks may not. */
  'task.not-allowed',
  /** A step failed again and again. */
  'task.step-failed',
] as const
export type TaskReason = (typeof REASONS)[number]

declare module '@/hooks' {
  interface Actions {
    /** A long act came to its end: all its steps are done, or it cannot go on. */
    'task.ended': { task: string; kind: string; state: 'done' | 'failed' }
  }
}
