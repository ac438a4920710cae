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
  round?: number | null
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

/** Under what the money due by now is noted as given back, once. */
export const dueKey = ({ payment, round }: Pick<DepartureRow, 'payment' | 'round'>): string =>
  refundKey(payment ?? '', round ?? 1)

/** How the money due by now was given back, if it was. */
export const findRefund = (app: App, row: DepartureRow): Promise<RefundRow | null> =>
  row.payment ? one<RefundRow>(app, REFUNDS, { key: { equals: dueKey(row) } }) : Promise.resolve(null)

/** All that was noted as given back for a departure. */
export const refundsOf = (app: App, departure: string) =>
  many<RefundRow>(app, REFUNDS, { departure: { equals: departure } }, { sort: 'id', limit: 100 })

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
