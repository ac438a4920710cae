/**
 * What the follow-up of people offers others: its rows, its facts, its refusals. Types and names only. Instants are ISO
 * texts in UTC, civil dates `YYYY-MM-DD`.
 */

export const NOTES = 'follow-up-notes'
export const CONTACTS = 'follow-up-contacts'

/** How it was said; `reminder` is written by the program, when a silent member was written to. */
export const CHANNELS = ['phone', 'mail', 'visit', 'video', 'message', 'other', 'reminder'] as const
export type Channel = (typeof CHANNELS)[number]

/** none: nothing is to be done. open: somebody is to be called back, on `nextOn`. done: it was. */
export type TaskState = 'none' | 'open' | 'done'

export const REASONS = [
  'follow-up.not-allowed',
  'follow-up.said-missing',
  'follow-up.wrong-channel',
  'follow-up.wrong-date',
  'follow-up.unknown',
  /** The colleague it is handed to may not see to it, or it is about them. */
  'follow-up.wrong-owner',
  /** Somebody else has done it, or put it off, meanwhile. */
  'follow-up.changed',
  'follow-up.nobody',
] as const

declare module '@/hooks' {
  interface Tasks {
    /** Silent members are written to: some people, or all who are silent (null). */
    'follow-up.remind': { input: { people: readonly string[] | null } }
  }
  interface Actions {
    /** A silent member is written to; `at` tells one time from the next. */
    'follow-up.contacted': { person: string; at: string; by: string }
    /** A call about a person is handed to a colleague, by one of those who may see to it. */
    'follow-up.handed': { note: string; owner: string; by: string }
  }
}
