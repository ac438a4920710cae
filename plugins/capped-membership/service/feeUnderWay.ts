import { type App, many } from '@/hooks'
import { PAYMENTS } from '../contract'
import { keptFeeOf } from './cardFeeRows'
import type { PaymentRow } from './rows'

/** A fee recorded for a person and season whose consequences are late. */
export async function unsettledFeeOf(app: App, person: string, season: string): Promise<PaymentRow | null> {
  const [found] = await many<PaymentRow>(
    app,
    PAYMENTS,
    { and: [{ person: { equals: person } }, { season: { equals: season } }, { settled: { equals: 0 } }] },
    { limit: 1 },
  )
  return found ?? null
}

/**
 * Is a fee on its way to this person's seat, kept by card or recorded? In this order: one kept is settled only after its
 * payment stands.
 */
export const feeUnderWay = async (app: App, person: string, season: string): Promise<boolean> =>
  (await keptFeeOf(app, person, season)) !== null || (await unsettledFeeOf(app, person, season)) !== null
