import type { CivilDate } from '@/core/dates'
import type { Cents } from '@/core/money'
import { type App, type Deciding, many, one } from '@/hooks'
import {
  type Channel,
  DEPARTURES,
  type DepartureReason,
  MEMBERSHIPS,
  type MoneyState,
  REFUNDS,
  type RefundMethod,
} from '../../contract'
import { departureKey, refundKey } from '../../domain/keys'
import type { MembershipRow } from '../rows'

export type DepartureRow = Deciding & {
  key: string
  membership: string
  person: string
  name: string
  season: string
  seat: number
  application?: string | null
  payment?: string | null
  cents: Cents
  money: MoneyState
  moneyWhy?: string | null
  channel: Channel
  reasonCode: DepartureReason
  note?: string | null
  askedBy: string
  askedAt: string
  returned?: number | null
  shortfall?: number | null
  settled: number
}

export type RefundRow = Deciding & {
  key: string
  departure: string
  payment: string
  person: string
  season: string
  cents: Cents
  method: RefundMethod
  givenOn: CivilDate
  reference?: string | null
  recordedBy: string
  recordedAt: string
}

export const findDeparture = (app: App, id: string) =>
  one<DepartureRow>(app, DEPARTURES, { id: { equals: id } })

export const findDepartureOf = (app: App, membership: string) =>
  one<DepartureRow>(app, DEPARTURES, { key: { equals: departureKey(membership) } })

export const findRefund = (app: App, payment: string) =>
  one<RefundRow>(app, REFUNDS, { key: { equals: refundKey(payment) } })

/** What a person is a member by, over all seasons: one row as a rule, two while a season gives way to the next. */
export const membershipsInForce = (app: App, person: string) =>
  many<MembershipRow>(
    app,
    MEMBERSHIPS,
    { and: [{ person: { equals: person } }, { state: { equals: 'confirmed' } }] },
    { sort: '-id', limit: 20 },
  )

/** The departures of a person, the latest first. */
export const departuresOf = (app: App, person: string) =>
  many<DepartureRow>(app, DEPARTURES, { person: { equals: person } }, { sort: '-id', limit: 20 })
