import type { Where } from 'payload'
import type { CivilDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import type { Cents } from '@/core/money'
import { type App, type Deciding, many, one } from '@/hooks'
import {
  APPLICATIONS,
  type ApplicationKind,
  type ApplicationState,
  MEMBERSHIPS,
  type MembershipState,
  PAYMENTS,
  type PaymentMethod,
  SEASONS,
  SEATS,
  type SeasonState,
} from '../contract'
import { feeKey } from '../domain/keys'
import type { TurnDates } from '../domain/seasonTurn'
import type { SeatState } from '../domain/seats'

export { many }

export type SeasonRow = {
  id: string
  name: string
  slug: string
  titleFr: string
  titleEn: string
  state: SeasonState
  cap: number
  feeCents: Cents
  opensOn: CivilDate
  closesOn?: CivilDate | null
  staffTakesSeats?: boolean | null
} & TurnDates

export type SeatRow = Deciding & {
  key: string
  season: string
  number: number
  state: SeatState
  occupant: string
  person?: string | null
  heldUntil?: string | null
  takenAt?: string | null
  /** Set while a fee is being written down: until when it may be (`secureSeat`). */
  securedUntil?: string | null
}

export type ApplicationRow = Deciding & {
  key: string
  season: string
  state: ApplicationState
  kind?: ApplicationKind | null
  name: string
  email: string
  phone?: string | null
  person?: string | null
  lang: Lang
  activity: string
  skills: string
  motives: string
  charterAt: string
  privacyAt: string
  interviewAt?: string | null
  interviewPlace?: string | null
  interviewMinutes?: number | null
  interviewSlot?: string | null
  interviewSeq?: number | null
  interviewedAt?: string | null
  report?: string | null
  decision?: string | null
  reason?: string | null
  reasonCode?: string | null
  /** `import:<list>:<line>` of an imported file; none of one that was filled in. */
  source?: string | null
  /** Of an imported file: since when they are members, where the list said so. */
  memberSince?: string | null
  decidedBy?: string | null
  decidedAt?: string | null
  dueCents?: number | null
  joinedAt?: string | null
  /** On the waiting list since; why (`LineWhy`). */
  waitingAt?: string | null
  waitingWhy?: string | null
  /** 1, or more for whoever applied again in the same season; absent in old rows. */
  round?: number | null
  /** Refused, but staff lets the person apply again. */
  reapplyAt?: string | null
  createdAt: string
}

export type MembershipRow = Deciding & {
  key: string
  person: string
  season: string
  seat: number
  state: MembershipState
  since: string
  paymentRef?: string | null
  endedAt?: string | null
  endReason?: string | null
}

export type PaymentRow = Deciding & {
  key: string
  application: string
  person: string
  season: string
  cents: Cents
  method: PaymentMethod
  receivedOn: CivilDate
  reference?: string | null
  /** Of a payment by card. */
  checkout?: string | null
  recordedBy: string
  recordedAt: string
  settled: number
  announced?: number | null
}

const byId = (id: string): Where => ({ id: { equals: id } })

export const findSeason = (app: App, id: string) => one<SeasonRow>(app, SEASONS, byId(id))

/** All seasons: a handful, ever. */
export const allSeasons = (app: App) => many<SeasonRow>(app, SEASONS, {}, { sort: '-opensOn' })

export const findApplication = (app: App, id: string) => one<ApplicationRow>(app, APPLICATIONS, byId(id))

export const findApplicationByKey = (app: App, key: string) =>
  one<ApplicationRow>(app, APPLICATIONS, { key: { equals: key } })

/** A person's own applications, the latest first. */
export const applicationsOf = (app: App, person: string) =>
  many<ApplicationRow>(app, APPLICATIONS, { person: { equals: person } }, { sort: '-id', limit: 20 })

/** Who sits under an occupant key (`season:person`). */
export const findSeatOf = (app: App, occupant: string) =>
  one<SeatRow>(app, SEATS, { occupant: { equals: occupant } })

export const findPayment = (app: App, id: string) => one<PaymentRow>(app, PAYMENTS, byId(id))

export const findFee = (app: App, application: string) =>
  one<PaymentRow>(app, PAYMENTS, { key: { equals: feeKey(application) } })

/** A person's memberships of a season, the first one first; more than one only after a departure and a return. */
export const membershipsOf = (app: App, person: string, season: string) =>
  many<MembershipRow>(
    app,
    MEMBERSHIPS,
    { and: [{ person: { equals: person } }, { season: { equals: season } }] },
    { sort: 'id', limit: 20 },
  )

/** The membership of a person and season: the one in force, else the last that ended. */
export async function findMembership(
  app: App,
  person: string,
  season: string,
): Promise<MembershipRow | null> {
  const all = await membershipsOf(app, person, season)
  return all.find((m) => m.state === 'confirmed') ?? all.at(-1) ?? null
}

export const findMembershipById = (app: App, id: string) => one<MembershipRow>(app, MEMBERSHIPS, byId(id))
