import type { Where } from 'payload'
import type { App } from '@/hooks'
import { EXCHANGES, type Owed, type State } from '../contract'

/** An exchange as its row stands. People are plain ids: the row is evidence and outlives them. */
export type ExchangeRow = {
  id: string
  key: string
  requester: string
  helper: string
  title: string
  need: string
  hours: number
  amount: number
  state: State
  owes: Owed
  /** Acceptances tried so far: each has a hold key of its own. */
  attempt: number
  /** Full key of the hold in the ledger, or of the one being made. */
  holdKey: string | null
  rating: number | null
  comment: string | null
  evaluatedBy: string | null
  /** Who ended it, when it was not the course of things. */
  endedBy: string | null
  expiresAt: string | null
  askedAt: string
  /** Last refusal for lack of TS. */
  shortAt: string | null
  acceptedAt: string | null
  deliveredAt: string | null
  evaluatedAt: string | null
  settledAt: string | null
  endedAt: string | null
  disputedAt: string | null
  /** When this state began. */
  since: string
  rev: number
  facts: string | null
  factsPending: number
  createdAt: string
  updatedAt: string
}

export type Page<T> = { rows: T[]; total: number; page: number; pages: number }

export async function readExchange(app: App, id: string): Promise<ExchangeRow | null> {
  const found = await app.payload.db.findOne<ExchangeRow>({
    collection: EXCHANGES,
    where: { id: { equals: id } },
  })
  return found ?? null
}

export async function readExchangeByKey(app: App, key: string): Promise<ExchangeRow | null> {
  const found = await app.payload.db.findOne<ExchangeRow>({
    collection: EXCHANGES,
    where: { key: { equals: key } },
  })
  return found ?? null
}

/** A list without a count: one query. */
export async function findExchanges(
  app: App,
  where: Where,
  { limit = 20, sort = '-since' }: { limit?: number; sort?: string } = {},
): Promise<ExchangeRow[]> {
  const found = await app.payload.db.find<ExchangeRow>({
    collection: EXCHANGES,
    where,
    limit,
    sort,
    pagination: false,
  })
  return found.docs
}

export async function pageExchanges(
  app: App,
  where: Where,
  { page, limit = 20, sort = '-since' }: { page: number; limit?: number; sort?: string },
): Promise<Page<ExchangeRow>> {
  const found = await app.payload.db.find<ExchangeRow>({
    collection: EXCHANGES,
    where,
    limit,
    page,
    sort,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, page: found.page ?? 1, pages: found.totalPages }
}

/** The exchanges a person has a part in. */
export const partOf = (person: string): Where => ({
  or: [{ requester: { equals: person } }, { helper: { equals: person } }],
})
