import type { CollectionSlug, Payload } from 'payload'
import type { App } from '@/hooks'
import { compareAndSet } from '@/hooks'
import { provisionSeats } from '@/plugins/capped-membership/service/provisionSeats'

const CAP = 120
const TAKEN = 74
const DAY = 86_400_000

/** An open season of 120 seats, a good half of them taken. */
export async function fillSeason(app: App, payload: Payload, people: readonly string[]): Promise<void> {
  const season = await payload.create({
    collection: 'seasons' as CollectionSlug,
    overrideAccess: true,
    depth: 0,
    data: {
      name: '2027',
      slug: '2027',
      titleFr: 'Saison 2027',
      titleEn: '2027 season',
      state: 'open',
      cap: CAP,
      feeCents: 500,
      opensOn: new Date(Date.now() - 20 * DAY).toISOString().slice(0, 10),
    } as never,
  })
  const id = String(season.id)
  await provisionSeats(app, id)
  for (const [n, person] of people.slice(0, TAKEN).entries()) {
    const seat = {
      state: 'confirmed',
      occupant: `${id}:${person}`,
      person,
      takenAt: new Date().toISOString(),
    }
    await compareAndSet(app, 'seats' as CollectionSlug, { key: { equals: `${id}:${n + 1}` } }, seat)
  }
}
