import type { Standing } from '@/core/person'
import { type Refusal, refuse } from '@/core/result'
import type { Entry } from './entries'

/** What there is already under an address, in this season. */
export type Known = {
  /** The state of the application, null without one. */
  file: string | null
  standing: Standing | null
  member: boolean
  /** A seat is theirs, held or confirmed. */
  seated: boolean
  /** Staff, who takes none of the counted seats. */
  needsNoSeat: boolean
}
export const NOTHING: Known = {
  file: null,
  standing: null,
  member: false,
  seated: false,
  needsNoSeat: false,
}

/** `joined`: a member with a seat. `accepted`: a seat is kept while the fee is awaited. `already`: nothing to do. */
export type Outcome = 'joined' | 'accepted' | 'already'

/** Whoever staff put out, or asked to be forgotten, does not come back by a list. */
const BARRED: readonly Standing[] = ['suspended', 'erased']

/** Files that were decided against, or given up: a list does not open them again. */
const CLOSED: readonly string[] = ['refused', 'withdrawn', 'left']

/** What a line will come to, as far as can be said beforehand; seats are for the caller to count. */
export function forecast(entry: Entry, known: Known): Outcome | Refusal {
  if (known.standing && BARRED.includes(known.standing)) return refuse('import.barred')
  if (known.member || known.file === 'joined') return 'already'
  if (known.file === 'accepted') return entry.payment ? 'joined' : 'already'
  if (known.file && CLOSED.includes(known.file)) return refuse('import.file-refused')
  if (known.file !== null) return refuse('import.file-open')
  return entry.payment ? 'joined' : 'accepted'
}
