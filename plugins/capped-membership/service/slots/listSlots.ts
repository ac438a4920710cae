import type { Where } from 'payload'
import { readPeople } from '@/collections/members/service'
import type { App } from '@/hooks'
import { SLOTS } from '../../contract'
import { pickableFrom } from '../../domain/slots'
import type { ApplicationRow } from '../rows'
import { holdersOf, type SlotRow, slotsWhere } from './rows'

/** As many as are read with some pleasure; later ones come up as these are taken. */
export const SHOWN = 60

/** Slots that may be picked, the nearest first. */
export async function freeSlots(app: App, leadHours: number): Promise<SlotRow[]> {
  const from = pickableFrom(app.clock.now(), leadHours).toISOString()
  const open = await slotsWhere(
    app,
    [{ state: { equals: 'open' } }, { startsAt: { greater_than_equal: from } }],
    // Some of them are taken.
    SHOWN * 4,
  )
  const taken = await holdersOf(
    app,
    open.map((slot) => slot.id),
  )
  return open.filter((slot) => !taken.has(slot.id)).slice(0, SHOWN)
}

export const PAGE_SIZE = 25

export type SlotView = 'a-venir' | 'passes' | 'retires'
export type OfficeSlot = SlotRow & { hostName: string; holder: ApplicationRow | null }

/** A page of slots as staff sees them: whose, and who picked it. */
export async function officeSlots(
  app: App,
  query: { view: SlotView; host: string | null; page: number },
): Promise<{ rows: OfficeSlot[]; total: number }> {
  const now = app.clock.now().toISOString()
  const past = query.view === 'passes'
  const and: Where[] =
    query.view === 'retires'
      ? [{ state: { equals: 'withdrawn' } }]
      : [{ state: { equals: 'open' } }, { startsAt: past ? { less_than: now } : { greater_than_equal: now } }]
  if (query.host) and.push({ host: { equals: query.host } })
  const found = await app.payload.db.find<SlotRow>({
    collection: SLOTS,
    where: { and },
    sort: query.view === 'a-venir' ? ['startsAt', 'id'] : ['-startsAt', 'id'],
    limit: PAGE_SIZE,
    page: query.page,
    pagination: true,
  })
  const [holders, hosts] = await Promise.all([
    holdersOf(
      app,
      found.docs.map((slot) => slot.id),
    ),
    readPeople(
      app,
      found.docs.map((slot) => slot.host),
    ),
  ])
  const rows = found.docs.map((slot) => ({
    ...slot,
    hostName: hosts.get(slot.host)?.name ?? '–',
    holder: holders.get(slot.id) ?? null,
  }))
  return { rows, total: found.totalDocs }
}
