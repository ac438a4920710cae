/**
 * What membership with counted seats offers others: its rows, its facts, its refusals. Types and names only.
 * Money is whole cents, instants are ISO texts in UTC, civil dates `YYYY-MM-DD`, ids UUIDv7.
 */

import { DEPARTURE_REFUSALS } from './contracts/departure'
import { DRAFT_REASONS } from './contracts/drafts'
import { INTERVIEW_REASONS } from './contracts/interviews'
import { LINE_REASONS } from './contracts/line'
import { RENEWAL_REASONS } from './contracts/renewal'
import { ROLLOVER_REASONS } from './contracts/rollover'
import { HAND_METHODS } from './domain/departure'

export * from './contracts/caps'
export * from './contracts/departure'
export * from './contracts/drafts'
export * from './contracts/interviews'
export * from './contracts/line'
export * from './contracts/renewal'
export * from './contracts/rollover'
export { SEASON_STATES, type SeasonState } from './domain/season'

export const SEASONS = 'seasons'
export const SEATS = 'seats'
export const APPLICATIONS = 'applications'
export const MEMBERSHIPS = 'memberships'
export const PAYMENTS = 'payments'
export const CARD_FEES = 'card-fees'
export const IMPORTS = 'member-imports'

/**
 * received → interview-planned → interviewed → accepted (a seat is held, the fee is awaited) → joined (paid).
 * Besides: refused, from any state before accepted; waiting (accepted, no seat left: on the waiting list) → accepted;
 * withdrawn (the person gave up, or staff took them off the list); left (was a member).
 */
export const APPLICATION_STATES = [
  'received',
  'interview-planned',
  'interviewed',
  'accepted',
  'joined',
  'refused',
  'waiting',
  'withdrawn',
  'left',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/** Why an application was refused, for the figures; what the person reads is staff's own words. */
export const REFUSAL_CODES = [
  'activity',
  'expectations',
  'no-show',
  'unreachable',
  'charter',
  'withdrawn',
  'other',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export const MEMBERSHIP_STATES = ['confirmed', 'ended'] as const
export type MembershipState = (typeof MEMBERSHIP_STATES)[number]

/** By whose hand staff receives money. */
export { HAND_METHODS }
/** `card`: online. `free`: nothing was due. */
export const PAYMENT_METHODS = [...HAND_METHODS, 'card', 'free'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** A fee that came by card is kept, or given back at once. */
export type CardFeeOutcome = 'kept' | 'returned'
export const CARD_FEE_RETURNS = ['no-seat', 'paid-twice', 'not-accepted', 'wrong-amount'] as const
export type CardFeeReturn = (typeof CARD_FEE_RETURNS)[number]

export const REASONS = [
  'season.unknown',
  /** No season takes applications today. */
  'season.not-open',
  /** detail: taken, cap. The cap cannot go below the seats taken. */
  'season.cap-too-low',
  'seat.none-left',
  'seat.unknown',
  /** A confirmed seat is freed by ending the membership, not by hand. */
  'seat.confirmed',
  /** The fee for it is recorded, or is being written down. */
  'seat.fee-coming',
  'application.unknown',
  'application.wrong-state',
  /** Nobody decides on their own application. */
  'application.own',
  /** The file is being opened; it will be ready within seconds. */
  'application.under-way',
  /** Someone else acted on the file meanwhile. */
  'application.changed',
  'application.consent-missing',
  'application.reason-missing',
  'application.report-missing',
  /** The refusal names none of the reasons there are. */
  'application.code-missing',
  'import.gone',
  'import.consent-missing',
  'import.columns-missing',
  'import.spreadsheet',
  'import.not-text',
  'import.empty',
  /** detail: megabytes */
  'import.too-large',
  /** detail: max */
  'import.too-many',
  'import.too-wide',
  'import.too-long',
  /** detail: line */
  'import.broken',
  /** The address stands on another line. detail: line */
  'import.twice',
  'import.name-missing',
  'import.email-missing',
  'import.email-wrong',
  'import.method-missing',
  'import.date-missing',
  'import.date-unreadable',
  /** The day they joined is to come, or too long ago to be true. */
  'import.joined-wrong',
  'import.method-unknown',
  /** Suspended, or erased at their wish. */
  'import.barred',
  /** An application is being looked at. */
  'import.file-open',
  'import.file-refused',
  'interview.in-past',
  'interview.too-far',
  /** The hour does not exist: clocks go forward that night. */
  'interview.no-such-hour',
  'payment.not-accepted',
  /** detail: dueCents */
  'payment.wrong-amount',
  'payment.wrong-date',
  'payment.wrong-method',
  /** Another payment stands for this application already. detail: on */
  'payment.already-recorded',
  /** There is no fee to pay: no file of one's own that is accepted. */
  'payment.not-yours',
  /** The fee is paid. */
  'payment.recorded',
  /** The seat was lost, and none is left. */
  'payment.no-seat',
  'staff.not-allowed',
  ...LINE_REASONS,
  ...DEPARTURE_REFUSALS,
  ...DRAFT_REASONS,
  ...INTERVIEW_REASONS,
  ...RENEWAL_REASONS,
  ...ROLLOVER_REASONS,
] as const
export type MembershipReason = (typeof REASONS)[number]

/** Where the seats of a season stand. */
export type Counter = {
  season: string
  cap: number
  /** Confirmed memberships that take a seat. */
  taken: number
  /** Kept for accepted people until they pay. */
  held: number
  free: number
  state: 'upcoming' | 'open' | 'full' | 'closed'
  /** The last change of a seat. */
  updatedAt: string
}

/** The counter in words, set by the typography of its language. */
export type Said = {
  /** « Saison 2026 ». */
  title: string
  /** « 102 adhésions, il reste 18 places », or why there is no such figure. */
  text: string
  /** « 102 prises, 3 retenues, 15 libres sur 120 places »; '' without a season. */
  detail: string
  /** What the link to `href` says. */
  act: string
}

/** The counter as sites embed it: `/widgets/counter.json` and each live event. Fields may be added, none is taken away. */
export type PublicCounter = (
  | (Counter & { opensOn: string; closesOn: string | null })
  | {
      season: null
      cap: 0
      taken: 0
      held: 0
      free: 0
      state: 'none'
      opensOn: null
      closesOn: null
      updatedAt: null
    }
) & { href: string; fr: Said; en: Said }

/**
 * `expired`: the fee did not come in time; `staff`: freed by hand; `departure`: a member left; `withdrawn`: the person
 * gave up, or was not in line any more; `yielded`: taken a moment too early, others waited for it.
 */
export type FreedWhy = 'expired' | 'staff' | 'departure' | 'withdrawn' | 'yielded' | 'declined'

type SeatFact = { season: string; seat: number; person: string }

declare module '@/hooks' {
  interface Tasks {
    /** The lines of an uploaded list become members, or accepted people whose fee is awaited. Columns by their place in the file. */
    'membership.import': {
      input: {
        import: string
        season: string
        file: string
        mapping: Record<string, number>
        /** Of the file: refused lines go back under them. Absent in acts begun before they were kept. */
        heads?: readonly string[]
      }
    }
  }
  interface Actions {
    'application.received': { application: string; season: string }
    'interview.planned': { application: string; at: string }
    'application.accepted': { application: string; person: string; season: string }
    'application.refused': { application: string; person: string }
    'seat.held': SeatFact & { until: string }
    'seat.confirmed': SeatFact
    'seat.freed': SeatFact & { why: FreedWhy }
    /** The row that decides a membership: the seat, the membership, the standing follow from it. */
    'payment.recorded': { payment: string; application: string; person: string; season: string }
    /**
     * A fee came by card after its hold had ended, and no seat was left: it is given back, the file stays accepted.
     * Whoever keeps a waiting list puts the person first.
     */
    'payment.unseated': { application: string; person: string; season: string }
    /** A person is a member for a season: paid, seated (0: takes no seat). */
    'membership.confirmed': { person: string; season: string; seat: number }
  }
}
