import type { Where } from 'payload'
import type { App } from '@/hooks'
import { APPLICATIONS, SLOTS, type SlotState } from '../../contract'
import { slotClaim, slotOfClaim } from '../../domain/slots'
import type { ApplicationRow } from '../rows'

export type SlotRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  host: string
  startsAt: string
  minutes: number
  place: string
  state: SlotState
  withdrawnBy?: string | null
}

export async function findSlot(app: App, id: string): Promise<SlotRow | null> {
  return (await app.payload.db.findOne<SlotRow>({ collection: SLOTS, where: { id: { equals: id } } })) ?? null
}

export async function slotsWhere(app: App, and: Where[], limit: number): Promise<SlotRow[]> {
  const { docs } = await app.payload.db.find<SlotRow>({
    collection: SLOTS,
    where: { and },
    sort: ['startsAt', 'id'],
    limit,
    pagination: false,
  })
  return docs
}

/** Whose some slots are: the application that bears each. One query. */
export async function holdersOf(app: App, slots: readonly string[]): Promise<Map<string, ApplicationRow>> {
  if (slots.length === 0) return new Map()
  const { docs } = await app.payload.db.find<ApplicationRow>({
    collection: APPLICATIONS,
    where: { interviewSlot: { in: slots.map(slotClaim) } },
    limit: 0,
    pagination: false,
  })
  return new Map(
    docs.flatMap((row) =>
      slotOfClaim(row.interviewSlot) ? [[slotOfClaim(row.interviewSlot) as string, row] as const] : [],
    ),
  )
}
