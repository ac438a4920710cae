import type { Where } from 'payload'
import type { Cents } from '@/core/money'
import type { App } from '@/hooks'
import { DEPARTURES, type MoneyState } from '../../contract'
import { findPayment, type MembershipRow } from '../rows'
import { dueFor } from './dueFor'
import { type DepartureRow, membershipsInForce } from './rows'

export const DEPARTURE_PAGE = 25

/** A page of departures: money that is due the longest first, the others the latest first. */
export async function listDepartures(
  app: App,
  { money, page }: { money: MoneyState | 'all'; page: number },
): Promise<{ rows: DepartureRow[]; total: number; pages: number }> {
  const where: Where = money === 'all' ? {} : { money: { equals: money } }
  const found = await app.payload.db.find<DepartureRow>({
    collection: DEPARTURES,
    where,
    sort: money === 'by-hand' || money === 'by-card' ? 'id' : '-id',
    limit: DEPARTURE_PAGE,
    page,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, pages: found.totalPages }
}

/** How many fees staff has still to give back by hand. */
export async function countRefundsDue(app: App): Promise<number> {
  const { totalDocs } = await app.payload.db.count({
    collection: DEPARTURES,
    where: { money: { equals: 'by-hand' } },
  })
  return totalDocs
}

/** Money that is due when somebody leaves, by the way it goes back. */
export type MoneyDue = { byCard: Cents; byHand: Cents }

/** What would end if this person left now: the membership, and the money of all they are a member by; null for who is none. */
export async function readLeaving(
  app: App,
  person: string,
): Promise<{ membership: MembershipRow; due: MoneyDue } | null> {
  const all = await membershipsInForce(app, person)
  const [membership] = all
  if (!membership) return null
  const dues = await Promise.all(
    all.map(async (m) => dueFor(app, m.paymentRef ? await findPayment(app, m.paymentRef) : null)),
  )
  const sum = (money: MoneyState) => dues.reduce((all, d) => all + (d.money === money ? d.cents : 0), 0)
  return { membership, due: { byCard: sum('by-card'), byHand: sum('by-hand') } }
}
