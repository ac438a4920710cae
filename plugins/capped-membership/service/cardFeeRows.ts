import type { Where } from 'payload'
import { type App, type Deciding, many } from '@/hooks'
import { CARD_FEES, type CardFeeOutcome, type CardFeeReturn } from '../contract'

export type CardFeeRow = Deciding & {
  /** Unique: a payment by card is decided on once. */
  checkout: string
  application: string
  person: string
  season: string
  cents: number
  outcome: CardFeeOutcome
  why?: CardFeeReturn | null
  decidedAt: string
  settled: number
}

export const findCardFee = async (app: App, checkout: string): Promise<CardFeeRow | null> =>
  (await many<CardFeeRow>(app, CARD_FEES, { checkout: { equals: checkout } }, { limit: 1 }))[0] ?? null

/** The last fee by card that was given back for a file. */
export const lastReturned = async (app: App, application: string): Promise<CardFeeRow | null> =>
  (
    await many<CardFeeRow>(
      app,
      CARD_FEES,
      { and: [{ application: { equals: application } }, { outcome: { equals: 'returned' } }] },
      { sort: '-id', limit: 1 },
    )
  )[0] ?? null

/** A fee by card that was kept and whose payment is not written yet: its seat is not to be freed. */
export const keptFeeOf = (app: App, person: string, season: string) =>
  keptFee(app, [{ person: { equals: person } }, { season: { equals: season } }])

/** The fee by card kept for a file and not written down yet. */
export const keptFeeFor = (app: App, application: string) =>
  keptFee(app, [{ application: { equals: application } }])

const keptFee = async (app: App, of: Where[]): Promise<CardFeeRow | null> =>
  (
    await many<CardFeeRow>(
      app,
      CARD_FEES,
      { and: [...of, { outcome: { equals: 'kept' } }, { settled: { equals: 0 } }] },
      { limit: 1 },
    )
  )[0] ?? null

export const unsettledCardFees = (app: App, before: string) =>
  many<CardFeeRow>(
    app,
    CARD_FEES,
    { and: [{ settled: { equals: 0 } }, { decidedAt: { less_than: before } }] },
    { sort: 'decidedAt', limit: 200 },
  )
