import { addDays } from '@/core/dates'
import { SEASONS } from '@/plugins/capped-membership/contract'
import type { World } from './world'

/** Made by staff in the admin, where nobody is signed in while the demo is made; its seats come as it is saved. */
async function makeSeason({ app, ids }: World, key: string, data: Record<string, unknown>): Promise<void> {
  const at = app.clock.now().toISOString()
  const { id } = await app.payload.create({
    collection: SEASONS,
    overrideAccess: true,
    depth: 0,
    data: {
      state: 'open',
      feeCents: 500,
      staffTakesSeats: false,
      createdAt: at,
      updatedAt: at,
      ...data,
    } as never,
  })
  ids.set(key, String(id))
}

/** 120 seats at 5 euros (domain.md, Association and membership). */
export function openSeason(world: World): Promise<void> {
  const { season, opensOn, endsOn } = world.calendar
  return makeSeason(world, 'season', { ...season, slug: season.name, cap: 120, opensOn, endsOn })
}

/** The shared workshop has three places, long taken: it opened a little before the season that the public sees. */
export const openWorkshop = (world: World): Promise<void> =>
  makeSeason(world, 'workshop', {
    name: 'Atelier',
    slug: 'atelier',
    titleFr: 'Saison de l’atelier d’Apt',
    titleEn: 'Apt workshop season',
    cap: 3,
    opensOn: addDays(world.calendar.opensOn, -3),
  })

/** The season after, a little larger: its members-to-be may renew since ten days ago, their seats are kept for three more weeks. */
export function openNextSeason(world: World): Promise<void> {
  const { next, endsOn, today } = world.calendar
  return makeSeason(world, 'next', {
    ...next,
    slug: next.name,
    cap: 130,
    opensOn: endsOn,
    renews: world.ids.get('season'),
    renewalOpensOn: addDays(today, -10),
    renewalClosesOn: addDays(today, 21),
  })
}
