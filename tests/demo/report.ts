import type { DemoAccount } from '@/server/demo'

/** What a process that loaded the demo tells of it. */
export type DemoReport = {
  said: string[]
  accounts: DemoAccount[]
  /** E-mails of the accounts that could sign in. */
  signedIn: string[]
  newcomerTs: number
  /** Rows by state, by collection. */
  states: Record<string, Record<string, number>>
  /** Files, seats and memberships by state: of the season that the public sees, of the next, of the workshop. */
  season: Record<string, Record<string, number>>
  next: Record<string, Record<string, number>>
  workshop: Record<string, Record<string, number>>
  /** Where the money of each departure is. */
  refunds: string[]
  /** People by standing. */
  standings: Record<string, number>
  presented: number
  listed: number
  /** Profiles with a portrait whose file, in each of its sizes, is there. */
  portraits: number
  owing: number
  short: number
  forum: { topics: number; replies: number; locked: number; hidden: number }
  /** Titles in English, without falling back on French. */
  englishTitles: Record<string, string[]>
  ledgerFindings: unknown[]
  seatFindings: unknown[]
  deliveriesGivenUp: number
  wasCut: boolean
  /** What loading it again answered. */
  again: string
}

/** `whole`: loads all of it. `cut`: something breaks in the middle. */
export type DemoMode = 'whole' | 'cut'
