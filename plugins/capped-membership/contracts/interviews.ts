/** Interviews in the contract of membership: slots, and what comes to pass with them. Types and names only. */

export const SLOTS = 'interview-slots'

/** open: offered, or taken by the one application that bears it. withdrawn: by staff, for good. */
export const SLOT_STATES = ['open', 'withdrawn'] as const
export type SlotState = (typeof SLOT_STATES)[number]

export const INTERVIEW_REASONS = [
  'slot.unknown',
  /** Somebody was faster, or staff withdrew it: another is to be picked. */
  'slot.taken',
  /** Too near to be picked. detail: hours */
  'slot.too-soon',
  /** The interview is too near to be moved. detail: hours */
  'slot.move-too-late',
  'slot.length',
  'slot.no-day',
  /** The hours hold no slot of this length. */
  'slot.no-room',
  /** detail: max */
  'slot.too-many',
  /** The last day comes before the first, or too long after it. */
  'slot.wrong-days',
] as const

declare module '@/hooks' {
  interface Actions {
    'slot.withdrawn': { slot: string }
    /** The interview no longer takes place; the person picks again. `at`: when it would have been. */
    'interview.cancelled': { application: string; at: string }
  }
}
