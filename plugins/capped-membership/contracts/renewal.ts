/**
 * Seasons that end and are renewed, and what a member's card needs: names and types, offered through contract.ts.
 */
import type { CivilDate } from '@/core/dates'
import type { Bilingual } from '@/core/lang'

export const RENEWALS = 'renewals'
export const RENEWAL_ROUNDS = 'renewal-rounds'

/**
 * offered (the seat is kept, no answer yet) → wanted (asked for, fee awaited) → renewed (paid). Besides: declined,
 * which may still become wanted, also by taking back what was wanted and is not paid; left, when the person went meanwhile.
 */
export const RENEWAL_STATES = ['offered', 'wanted', 'renewed', 'declined', 'left'] as const
export type RenewalState = (typeof RENEWAL_STATES)[number]

export const APPLICATION_KINDS = ['joining', 'renewal'] as const
export type ApplicationKind = (typeof APPLICATION_KINDS)[number]

export const RENEWAL_REASONS = [
  /** No season may be renewed into today, for anybody. */
  'renewal.not-open',
  /** The person has no membership of the season that is renewed, or may not come in any more. */
  'renewal.not-entitled',
  /** Paid already. */
  'renewal.done',
  /** Asked for already: the fee is awaited, it cannot be declined. */
  'renewal.under-way',
  /** Nothing was asked for that could be taken back. */
  'renewal.not-asked',
  /** The fee has come in: it is not taken back any more, a membership ends by a departure. */
  'renewal.paid',
  /** It was asked for again since: what was shown is an earlier request. */
  'renewal.other-round',
  /** A file for that season is open already: staff decides on it. */
  'renewal.has-file',
  'membership.none',
  'season.already-closed',
] as const

/** A membership as it stands today. */
export type MembershipNow = {
  membership: string
  person: string
  season: string
  title: Bilingual
  /** 0: takes no counted seat. */
  seat: number
  /** The seats of the season and how many are taken or held, for its drawing; only where asked for. */
  seats?: { seats: number; taken: number; held: number }
  since: string
  /** The last day it is good for; null: the season has no end yet. */
  until: CivilDate | null
  /** In force: confirmed, its season not over, its person neither suspended nor gone. */
  valid: boolean
}

declare module '@/hooks' {
  interface Actions {
    'renewal.wanted': { renewal: string; person: string; season: string }
    'renewal.declined': { renewal: string; person: string; season: string }
    /** Staff closed a season: nobody applies or renews any more; members stay so until it ends. */
    'season.closed': { season: string; by: string }
  }
  interface Services {
    /**
     * The membership of a person that holds today, or else the last that held; with `season`, that season's.
     * Refusal: `membership.none`.
     */
    'membership.current': {
      input: { person: string; season?: string; seats?: boolean }
      output: MembershipNow
    }
  }
}
