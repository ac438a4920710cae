import { standingAt } from '@/collections/members/domain/standing'
import { findStanding } from '@/collections/members/service/changeStanding'
import type { App } from '@/hooks'
import { type Offer, readMyMembership } from './readMyMembership'

/** The season somebody may go on into, for staff: null where there is none, or nobody of that id. */
export async function readOffer(app: App, person: string): Promise<Offer | null> {
  const row = await findStanding(app, person)
  if (!row) return null
  const { offer } = await readMyMembership(app, { id: person, standing: standingAt(row, app.clock.now()) })
  return offer
}
