/*
 * The passage of one season to the next, as the process that does it and the test that checks know it.
 */

/** A season, its members in the order of their seats, and who begins the passage. */
export type Passage = { from: string; members: string[]; by: string }

/** Seats of the next season that nobody of the one before has. */
export const SEATS_LEFT = 3

/** What stands of a passage. */
export type PassageBook = {
  /** States of the seasons that follow. */
  next: string[]
  /** Of the season before. */
  ends: string | null
  task: { state: string; done: number; total: number | null; counts: Record<string, number> } | null
  /** Of the next season. */
  seats: { number: number; state: string; person: string | null }[]
  rounds: number
  /** Of each member: the states of their offers, their standing, the mails that went to them. */
  people: Record<string, { offers: string[]; standing: string; mails: string[] }>
  /** Findings of the program's own audit of all seats, and what is still on its way. */
  audit: string[]
  waiting: string[]
}
