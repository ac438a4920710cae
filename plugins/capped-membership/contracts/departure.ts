/** Departures on request, and the money given back. Cents are whole, instants ISO texts, people plain ids. */

export const DEPARTURES = 'departures'
export const REFUNDS = 'refunds'

/** How the wish reached us; `self`: the member's own page, `office`: a departure recorded without one. */
export const CHANNELS = ['email', 'phone', 'sms', 'letter', 'in-person', 'self', 'office'] as const
export type Channel = (typeof CHANNELS)[number]
/** Those that staff may note. */
export const STAFF_CHANNELS = ['email', 'phone', 'sms', 'letter', 'in-person'] as const

export const DEPARTURE_REASONS = ['moving', 'time', 'job', 'expectations', 'health', 'other'] as const
export type DepartureReason = (typeof DEPARTURE_REASONS)[number]

/**
 * `none`: nothing was paid; `by-card`: asked of the card's plugin, not answered yet; `by-hand`: staff gives it back and
 * says so; `refunded`: given back.
 */
export const MONEY_STATES = ['none', 'by-card', 'by-hand', 'refunded'] as const
export type MoneyState = (typeof MONEY_STATES)[number]

export const REFUND_METHODS = ['cash', 'cheque', 'transfer', 'card'] as const
export type RefundMethod = (typeof REFUND_METHODS)[number]

export const DEPARTURE_REFUSALS = [
  'departure.unknown',
  /** The person has no membership in force. */
  'departure.no-membership',
  /** The payment is recorded, the membership not yet: within seconds it is. */
  'departure.under-way',
  'departure.channel-missing',
  'departure.reason-missing',
  /** Somebody else's, or not one's own to ask for. */
  'departure.not-allowed',
  'refund.nothing-due',
  /** By card after all: it was tried again. */
  'refund.on-its-way',
  'refund.wrong-method',
  'refund.wrong-date',
  /** Another refund stands for this payment. detail: on */
  'refund.already-recorded',
  'reapply.not-now',
] as const

declare module '@/hooks' {
  interface Actions {
    /** The row that decides a departure: access, membership, seat, money and mail follow from it. */
    'departure.requested': { departure: string; membership: string; person: string; season: string }
    /** A membership is over; its seat is freed. */
    'membership.ended': {
      membership: string
      person: string
      season: string
      seat: number
      /** When it was confirmed. */
      since?: string
      why: 'departure'
    }
    /** Money was given back. */
    'refund.recorded': { refund: string; departure: string; person: string; cents: number }
  }
}
