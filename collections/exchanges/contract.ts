/**
 * Help between members, paid in TS: its states, its facts, its refusals. Types and names only.
 * Amounts are whole TS; instants are ISO texts in UTC; people are plain ids.
 */

export const EXCHANGES = 'exchanges'

export { OWED, type Owed, STATES, type State } from './domain/states'

export const REASONS = [
  'exchange.unknown',
  /** Only the two people of an exchange act on it. */
  'exchange.not-yours',
  /** The act belongs to the other party. */
  'exchange.not-your-turn',
  /** Staff never judges an exchange of its own. */
  'exchange.own-counterpart',
  'exchange.self',
  'exchange.helper-unavailable',
  'exchange.already-asked',
  /** detail: max */
  'exchange.amount-invalid',
  'exchange.hours-invalid',
  'exchange.rating-invalid',
  'exchange.too-early',
  'exchange.too-late',
  'exchange.expired',
  /** The act before this one is not finished; it will be, within minutes. */
  'exchange.under-way',
  /** The requester lacks TS. No figure: another member's balance is nobody's business. */
  'exchange.short',
  /** One of the two accounts takes no such movement now (closed, at its ceiling). */
  'exchange.account-refused',
  /** The other party was faster: show the exchange again. */
  'exchange.changed',
] as const
export type ExchangeReason = (typeof REASONS)[number]

/** What each fact of an exchange tells; texts are read from the row. */
export type ExchangeFact = { exchange: string; requester: string; helper: string; amount: number }

declare module '@/hooks' {
  interface Actions {
    'exchange.asked': ExchangeFact
    'exchange.accepted': ExchangeFact
    'exchange.declined': ExchangeFact
    /** The helper wanted to accept, but the requester lacks TS. */
    'exchange.fell-short': ExchangeFact
    'exchange.delivered': ExchangeFact
    /** Judged good: the TS are about to move. `by` is the requester or a member of staff. */
    'exchange.evaluated': ExchangeFact & { by: string; rating: number }
    /** Judged bad: staff decides. */
    'exchange.disputed': ExchangeFact & { by: string; rating: number }
    /** The TS have moved. */
    'exchange.settled': ExchangeFact
    /** Staff decided, or the hold was lost: the TS stay with the requester. */
    'exchange.released': ExchangeFact & { by: string }
    'exchange.cancelled': ExchangeFact & { by: string }
    'exchange.expired': ExchangeFact & { from: 'asked' | 'accepted' }
  }
}
