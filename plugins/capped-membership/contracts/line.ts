/** The waiting list of a season: who stands in it, and how one gets out of it. */

export const WAITING = 'waiting-list'

/**
 * waiting → invited (a seat is kept until a day) → seated (paid). Besides: missed (the day passed unanswered), from which
 * one may stand in line again; withdrawn (by the person), removed (by staff).
 */
export const LINE_STATES = ['waiting', 'invited', 'seated', 'missed', 'withdrawn', 'removed'] as const
export type LineState = (typeof LINE_STATES)[number]

/** Why somebody stands in line: all seats were taken; they missed their turn; their payment found no seat. */
export type LineWhy = 'accepted' | 'again' | 'unseated'

export const LINE_REASONS = [
  /** Nobody of that name stands in line. */
  'line.unknown',
  /** The line has moved on. detail: state */
  'line.wrong-state',
  'line.changed',
  'line.reason-missing',
] as const

declare module '@/hooks' {
  interface Actions {
    /** Accepted, but no seat is left, or others wait for one: the person stands in line since `at`. */
    'application.waitlisted': { application: string; person: string; season: string; at: string }
    /** The person gave up, or staff took the file off the list. */
    'application.withdrawn': { application: string; person: string; season: string }
    /** A seat is kept for the first in line until an instant. */
    'waiting.invited': { waiting: string; application: string; person: string; season: string; until: string }
  }
}
