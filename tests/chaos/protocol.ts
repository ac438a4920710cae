import type Stripe from 'stripe'
import type { Look } from './child/look'
import type { Books, Cut, Lane, Story } from './money/lanes'
import type { Passage, PassageBook } from './rollover/passage'

/*
 * What is said between a test and the processes it starts: one JSON object a line.
 */

/** An act that was finished: once it is said, it must never be lost. */
export type Ack = {
  act:
    | 'applied'
    | 'planned'
    | 'interviewed'
    | 'accepted'
    | 'withdrew'
    | 'paid'
    | 'gifted'
    | 'asked'
    | 'agreed'
    | 'cancelled'
    | 'declined'
    | 'delivered'
    | 'judged'
    | 'released'
    /** The mail server took a mail. */
    | 'mailed'
    /** The story is over. */
    | 'over'
    /** A transfer or a seat, of the trials without a story. */
    | 'awarded'
    | 'seated'
  /** Number of the story; -1 without one. */
  story: number
  /** Of the row the act wrote: its id, or its key in the ledger; a mail's Message-ID. */
  id: string
}

/** How a job of the test's own ran (ended: null when it begins); instants of a clock that all processes of a machine share, in ms. */
export type JobRun = { holder: string; run: number; began: number; ended: number | null }

type Tally = { ok: number; refused: Record<string, number> }

export interface Verbs {
  /** Opens the program on its database. `loops`: with its background work. */
  open: {
    input: {
      loops: boolean
      mail?: boolean
      leaseMs?: number
      jobLockMs?: number
      ticking?: boolean
      stripe?: { secretKey: string; webhookSecret: string; apiBase: string }
      /** Any number of deliveries at once, and each may take minutes. */
      patient?: boolean
    }
    output: null
  }
  /** Begins the background work of a program opened without. */
  background: { input: null; output: null }
  /** An open season and members who help the first stories. */
  prepare: { input: { cap: number; founders: number }; output: { season: string; founders: string[] } }
  /** Lives stories, one after the other in each lane, from these on, until `rest`. Answers at once. */
  stories: { input: { season: string; founders: string[]; from: number[] }; output: null }
  /** Ends when every lane has ended its present story. */
  rest: { input: null; output: null }
  /** Relays, delivers and runs the jobs that mend, until nothing is due. */
  settle: { input: null; output: { drained: boolean } }
  /** All that can be checked, and the program's own audits. */
  look: { input: { season: string }; output: Look }
  /** Seats for these people, all at once. */
  claim: { input: { season: string; people: string[] }; output: Tally }
  /** Transfers from the pool to one account, all at once, each under a key of its own. */
  award: { input: { account: string; keys: string[] }; output: Tally }
  /** Transfers of 5 TS, all at once. */
  spend: { input: { from: string; to: string; keys: string[] }; output: Tally }
  /** Sign-ins with a password, all at once; their tokens. */
  signIn: { input: { email: string; password: string; times: number }; output: string[] }
  /** Transfers and seats one after the other in lanes, each asked again under its key until it is answered. */
  write: { input: { season: string; account: string; name: string; lanes: number }; output: null }
  /** Ends `write`; how often something had to be asked again, and the longest wait of one act. */
  stopWriting: { input: null; output: { retries: number; longestMs: number } }
  /** People of a season of their own who may pay, for a story of money (money/lanes.ts). */
  moneyPeople: { input: { story: Story; count: number }; output: Lane[] }
  /** Closes the seasons of these lanes. */
  moneyClose: { input: { lanes: Lane[] }; output: null }
  /** These pay, and are members. */
  moneyJoin: { input: { lanes: Lane[] }; output: null }
  /** Stripe's news. */
  moneyTell: { input: { events: Stripe.Event[] }; output: null }
  /** Lives the stories; with cuts it ends in a SIGKILL of its own. The writes of each lane. */
  moneyLive: { input: { lanes: Lane[]; patienceMs: number }; output: Record<string, string[]> }
  /** Everybody does again what they did. */
  moneyAgain: { input: { lanes: Lane[] }; output: null }
  moneyBooks: { input: { lanes: Lane[] }; output: Books }
  /** A season with so many members, whose passage to the next one (rollover/passage.ts) is still to be begun. */
  rolloverPeople: { input: { members: number }; output: Passage }
  /** Begins it, or goes on with it; with a cut it ends in a SIGKILL of its own. The writes, in order. */
  rolloverLive: { input: { passage: Passage; beginning: boolean; cut: Cut | null }; output: string[] }
  rolloverBook: { input: { passage: Passage }; output: PassageBook }
  close: { input: null; output: null }
}
export type Verb = keyof Verbs

export type Command = { [V in Verb]: { id: number; verb: V; input: Verbs[V]['input'] } }[Verb]

export type Line =
  | { kind: 'loaded' }
  | { kind: 'ack'; ack: Ack }
  | { kind: 'job'; job: JobRun }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failed'; id: number; error: string }
  /** What should never happen: the test fails with it. */
  | { kind: 'trouble'; text: string }
  | { kind: 'log'; level: string; text: string }

/** Tells our lines from what libraries print. */
export const MARK = '@chaos '
